import { hasForm, isWithin } from "./earned";
import { isAnswered } from "./is-answered";
import type { Question } from "./question";
import { readNumber } from "./read-number";
import type { QuestionVerdict } from "./verdict";

const NOT_RUN =
  "With this in the gap the program could not be run to its end. Look for a bracket or a quote that is missing, or a loop that never ends.";

/** What to say to an answer as a whole, in Markdown; "" where everything is said beside its parts. */
export function remarkOn(question: Question, { chosen, outcome, cases }: QuestionVerdict): string {
  if (!isAnswered(chosen)) return "";
  const text = chosen[0] ?? "";
  switch (question.kind) {
    case "numeric":
    case "measured": {
      if (outcome === "right") return question.feedback;
      const number = readNumber(text, question.unit);
      if (number === null) return `“${text}” could not be read as a number. ${question.otherwise}`;
      const made = question.mistakes.find(({ value, tolerance }) => isWithin(number, value, tolerance));
      return made?.feedback ?? question.otherwise;
    }
    case "text": {
      if (outcome === "right") return question.feedback;
      return question.mistakes.find(({ forms }) => hasForm(forms, text))?.feedback ?? question.otherwise;
    }
    case "fill-in": {
      if (outcome === "right") return question.feedback;
      if (cases === undefined || cases.length === 0) return NOT_RUN;
      const isEqual = (id: string) => cases.some((found) => found.id === id && found.outcome === "equal");
      const failed = question.checks.find(({ id }) => !isEqual(id));
      return failed?.feedback ?? question.explanation;
    }
    case "single":
    case "multiple":
    case "true-or-false":
    case "ordering":
    case "parsons":
    case "matching":
      return "";
    default:
      return question satisfies never;
  }
}
