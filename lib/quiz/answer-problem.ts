import type { Answers } from "./grade";
import type { Question } from "./question";
import { idsOf } from "./ids-of";

const TEXT_LIMIT_CHARACTERS = 200;
const CODE_LIMIT_CHARACTERS = 4_000;

/** Why these answers cannot belong to these questions, as a sentence; null if they can. */
export function answerProblem(
  questions: readonly Question[],
  { asked, answers }: { asked: readonly string[]; answers: Answers },
): string | null {
  for (const [id, chosen] of answers) {
    if (!asked.includes(id))
      return `The question "${id}" was not asked. Send answers to the drawn questions only.`;
    const question = questions.find((candidate) => candidate.id === id);
    // The author may have removed it since it was drawn; and nothing is always an answer.
    if (question === undefined || chosen.length === 0) continue;
    const problem = problemOf(question, chosen);
    if (problem !== null) return `The question "${id}" ${problem}`;
  }
  return null;
}

function problemOf(question: Question, chosen: readonly string[]): string | null {
  switch (question.kind) {
    case "single":
      return unknownOrTwice(idsOf(question.options), chosen) ?? moreThanOne(chosen);
    case "multiple":
      return unknownOrTwice(idsOf(question.options), chosen);
    case "true-or-false":
      return unknownOrTwice(["true", "false"], chosen) ?? moreThanOne(chosen);
    case "ordering":
      return unknownOrTwice(idsOf(question.items), chosen) ?? missing(question.items.length, chosen);
    case "parsons":
      return unknownOrTwice(idsOf([...question.lines, ...question.distractors]), chosen);
    case "matching": {
      const filled = chosen.filter((option) => option !== "");
      return unknownOption(idsOf(question.options), filled) ?? missing(question.rows.length, chosen);
    }
    case "numeric":
    case "measured":
    case "text":
      return moreThanOne(chosen) ?? tooLong(chosen, TEXT_LIMIT_CHARACTERS);
    case "fill-in":
      return moreThanOne(chosen) ?? tooLong(chosen, CODE_LIMIT_CHARACTERS);
    default:
      return question satisfies never;
  }
}

function unknownOption(known: readonly string[], chosen: readonly string[]) {
  const unknown = chosen.find((option) => !known.includes(option));
  return unknown === undefined
    ? null
    : `has no option "${unknown}". Draw the questions again to get its options of today.`;
}

const unknownOrTwice = (known: readonly string[], chosen: readonly string[]) =>
  unknownOption(known, chosen) ??
  (new Set(chosen).size < chosen.length
    ? "has an option that is chosen twice. Send each option once."
    : null);

const moreThanOne = ({ length }: readonly string[]) =>
  length > 1 ? `takes one answer, and ${length} were sent. Choose one.` : null;

const missing = (expected: number, { length }: readonly string[]) =>
  length === expected ? null : `takes ${expected} answers, and ${length} were sent. Send one for each place.`;

const tooLong = (chosen: readonly string[], limit: number) =>
  chosen.some(({ length }) => length > limit)
    ? `takes an answer of up to ${limit} characters. Send a shorter one.`
    : null;
