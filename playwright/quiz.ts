import { expect, type Page } from "@playwright/test";

/** How the test course's quiz can be answered: always the same three questions, in another order each time. */
const answers = [
  { right: ["The lamp"], wrong: ["The stove"] },
  { right: ["40"], wrong: ["20"] },
  { right: ["Ida", "Grace"], wrong: ["Nobody"] },
];

export function quizOn(page: Page) {
  const form = page.getByRole("form", { name: "Keeping the light" });
  return {
    form,
    submit: form.getByRole("button", { name: "Submit" }),
    again: form.getByRole("button", { name: "Take it again" }),
    /** How many points, once the quiz is graded. */
    result: form.getByRole("status").first(),
    notice: form.getByRole("status").last(),
    questions: form.getByRole("group"),
    /** By how its label begins: after grading more stands behind it. */
    option: (text: string) => form.getByLabel(new RegExp(`^${text}`)),
  };
}
export type QuizOnPage = ReturnType<typeof quizOn>;

/** Answers all three questions, as many of them right as is asked for. */
export async function answerQuiz(quiz: QuizOnPage, { right }: { right: 0 | 1 | 2 | 3 }) {
  await expect(quiz.questions).toHaveCount(3);
  for (const [index, options] of answers.entries())
    for (const option of index < right ? options.right : options.wrong) await quiz.option(option).check();
}
