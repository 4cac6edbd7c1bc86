import type { Question } from "./question";
import { seededRandom, shuffled } from "./seeded-random";
import { idsOf } from "./ids-of";

/** The ids of what a question shows to choose from or to put in order, shuffled: the same seed gives the same order. */
export function shownOrder(question: Question, seed: string): readonly string[] {
  const random = seededRandom(`${seed} ${question.id}`);
  switch (question.kind) {
    case "single":
    case "multiple":
    case "matching":
      return shuffled(idsOf(question.options), random);
    case "ordering":
      return disordered(idsOf(question.items), random);
    case "parsons":
      return disordered(idsOf([...question.lines, ...question.distractors]), random);
    case "true-or-false":
      return ["true", "false"];
    case "numeric":
    case "measured":
    case "text":
    case "fill-in":
      return [];
    default:
      return question satisfies never;
  }
}

/** Never as they were: to leave them alone would be the answer. */
function disordered(ids: readonly string[], random: () => number): readonly string[] {
  const order = shuffled(ids, random);
  return order.some((id, index) => id !== ids[index]) ? order : disordered(ids, random);
}
