import "server-only";
import { renderMarkdown, renderPhrase } from "./markdown.server";
import type { Question } from "./question";
import type { Quiz } from "./quiz";
import { remarkOn } from "./remark";
import type { QuestionVerdict, Verdict } from "./verdict";
import type { QuestionVerdictView, VerdictView } from "./verdict-view";

/** A verdict with the quiz's feedback and explanations, as far as the quiz still is, for the learner who earned it. */
export async function viewVerdict(verdict: Verdict, quiz: Quiz | null): Promise<VerdictView> {
  const views = verdict.questions.map((question) =>
    viewQuestionVerdict(
      question,
      quiz?.questions.find(({ id }) => id === question.id),
    ),
  );
  const { score, outOf } = verdict;
  const percent = quiz?.passPercent;
  return {
    score,
    outOf,
    pass: percent === undefined ? null : { percent, isPassed: isPassed(verdict, percent) },
    questions: await Promise.all(views),
  };
}

const isPassed = ({ score, outOf }: Verdict, percent: number) => score * 100 >= percent * outOf;

async function viewQuestionVerdict(
  verdict: QuestionVerdict,
  question: Question | undefined,
): Promise<QuestionVerdictView> {
  const { id, outcome, points, chosen, right } = verdict;
  const earned = { id, outcome, points, chosen, right };
  if (question === undefined)
    return { ...earned, options: [], remarkHtml: "", explanationHtml: "", lessonHref: null };
  const options = partsOf(question, verdict).map(async ({ feedback, ...part }) => ({
    ...part,
    feedbackHtml: await renderPhrase(feedback),
  }));
  return {
    ...earned,
    options: await Promise.all(options),
    remarkHtml: await renderPhrase(remarkOn(question, verdict)),
    explanationHtml: await renderMarkdown(question.explanation),
    lessonHref: question.lesson === undefined ? null : `/lessons/${question.lesson}`,
  };
}

type Part = { readonly id: string; readonly right: boolean; readonly feedback: string };

/** What has feedback of its own in a question, and whether it belongs to the right answer. */
function partsOf(question: Question, { chosen, right }: QuestionVerdict): readonly Part[] {
  const part = ({ id, feedback }: { id: string; feedback: string }) => ({
    id,
    feedback,
    right: right.includes(id),
  });
  switch (question.kind) {
    case "single":
    case "multiple":
      return question.options.map(part);
    case "true-or-false":
      return [
        part({ id: "true", feedback: question.whenTrue }),
        part({ id: "false", feedback: question.whenFalse }),
      ];
    case "ordering":
      return question.items.map(part);
    case "parsons":
      return [...question.lines, ...question.distractors].map(part);
    case "matching":
      return question.rows.map(({ feedback }, row) => ({
        id: String(row),
        feedback,
        right: chosen[row] === right[row],
      }));
    case "numeric":
    case "measured":
    case "text":
    case "fill-in":
      return [];
    default:
      return question satisfies never;
  }
}
