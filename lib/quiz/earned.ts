import type { CaseEvidence } from "@/lib/run/evidence";
import { normalText } from "./normal-text";
import type { Question } from "./question";
import { readNumber } from "./read-number";
import { idsOf } from "./ids-of";

/** Points from 0 to 1, and what the answer was held against. */
type Earned = { readonly points: number; readonly right: readonly string[] };

/**
 * What an answer to a question earns. Part of a point is given by
 * - multiple choice: (right chosen − wrong chosen) / right options;
 * - ordering and Parsons: the share of places that hold what directly follows the one before (the first: what comes first),
 *   less the lines that do not belong;
 * - matching: the share of rows that are right.
 *
 * Every other kind earns 1 or 0.
 */
export function earnedBy(
  question: Question,
  chosen: readonly string[],
  cases: readonly CaseEvidence[],
): Earned {
  switch (question.kind) {
    case "single":
    case "multiple":
      return earnedByChoice(idsOf(question.options.filter(({ right }) => right)), chosen);
    case "true-or-false":
      return earnedByChoice([String(question.right)], chosen);
    case "numeric":
    case "measured": {
      const number = readNumber(chosen[0] ?? "", question.unit);
      const isRight = number !== null && isWithin(number, question.right, question.tolerance);
      return { points: isRight ? 1 : 0, right: [String(question.right)] };
    }
    case "text":
      return {
        points: hasForm(question.accepted, chosen[0] ?? "") ? 1 : 0,
        right: question.accepted.slice(0, 1),
      };
    case "ordering":
      return earnedByOrder(idsOf(question.items), chosen);
    case "parsons":
      return earnedByOrder(idsOf(question.lines), chosen);
    case "matching":
      return earnedByRows(
        question.rows.map(({ match }) => match),
        chosen,
      );
    case "fill-in": {
      const isEqual = ({ id }: { id: string }) =>
        cases.some((found) => found.id === id && found.outcome === "equal");
      return { points: question.checks.every(isEqual) ? 1 : 0, right: [question.solution] };
    }
    default:
      return question satisfies never;
  }
}

// A decimal tolerance such as 0.1 has to take in 0.3 − 0.2.
const ROUNDING = 1e-9;

/** Whether a number is as near to another as it may be. */
export const isWithin = (number: number, value: number, tolerance: number): boolean =>
  Math.abs(number - value) <= tolerance + ROUNDING * Math.max(1, Math.abs(value));

/** Whether a text is one of these forms. */
export const hasForm = (forms: readonly string[], text: string): boolean =>
  forms.some((form) => normalText(form) === normalText(text));

function earnedByChoice(right: readonly string[], chosen: readonly string[]): Earned {
  const rightChosen = chosen.filter((option) => right.includes(option)).length;
  const wrongChosen = chosen.length - rightChosen;
  return { points: Math.max(0, (rightChosen - wrongChosen) / right.length), right };
}

function earnedByOrder(right: readonly string[], chosen: readonly string[]): Earned {
  const before = (order: readonly string[], id: string) => order[order.indexOf(id) - 1];
  const inPlace = chosen.filter(
    (id) => right.includes(id) && before(chosen, id) === before(right, id),
  ).length;
  const strange = chosen.filter((id) => !right.includes(id)).length;
  return { points: Math.max(0, (inPlace - strange) / right.length), right };
}

function earnedByRows(right: readonly string[], chosen: readonly string[]): Earned {
  return { points: right.filter((option, row) => chosen[row] === option).length / right.length, right };
}
