import "server-only";
import { renderMarkdown, renderPhrase } from "./markdown.server";
import type { Question } from "./question";
import type { Quiz } from "./quiz";
import type { QuestionVerdict, Verdict } from "./verdict";
import type { QuestionVerdictView, VerdictView } from "./verdict-view";

/** A verdict with the quiz's feedback and explanations, as far as the quiz still is, for the learner who earned it. */
export async function viewVerdict(
  { score, outOf, questions }: Verdict,
  quiz: Quiz | null,
): Promise<VerdictView> {
  const views = questions.map((verdict) =>
    viewQuestionVerdict(
      verdict,
      quiz?.questions.find(({ id }) => id === verdict.id),
    ),
  );
  return { score, outOf, questions: await Promise.all(views) };
}

async function viewQuestionVerdict(
  { id, outcome, points, chosen, right }: QuestionVerdict,
  question: Question | undefined,
): Promise<QuestionVerdictView> {
  const earned = { id, outcome, points, chosen };
  if (question === undefined) return { ...earned, options: [], explanationHtml: "", lessonHref: null };
  const options = question.options.map(async (option) => ({
    id: option.id,
    right: right.includes(option.id),
    feedbackHtml: await renderPhrase(option.feedback),
  }));
  return {
    ...earned,
    options: await Promise.all(options),
    explanationHtml: await renderMarkdown(question.explanation),
    lessonHref: question.lesson === undefined ? null : `/lessons/${question.lesson}`,
  };
}
