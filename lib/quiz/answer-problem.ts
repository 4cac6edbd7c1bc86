import type { Answers } from "./grade";
import type { Question } from "./question";

/** Why these answers cannot belong to these questions, as a sentence; null if they can. */
export function answerProblem(
  questions: readonly Question[],
  { asked, answers }: { asked: readonly string[]; answers: Answers },
): string | null {
  for (const [id, chosen] of answers) {
    if (!asked.includes(id))
      return `The question "${id}" was not asked. Send answers to the drawn questions only.`;
    const question = questions.find((candidate) => candidate.id === id);
    // The author may have removed it since it was drawn.
    if (question === undefined) continue;
    const unknown = chosen.find((option) => !question.options.some((candidate) => candidate.id === option));
    if (unknown !== undefined)
      return `The question "${id}" has no option "${unknown}". Draw the questions again to get its options of today.`;
    if (new Set(chosen).size < chosen.length)
      return `An option of the question "${id}" is chosen twice. Send each option once.`;
    if (question.kind === "single" && chosen.length > 1)
      return `The question "${id}" takes one option, and ${chosen.length} were sent. Choose one.`;
  }
  return null;
}
