import type { Question } from "./question";
import type { Quiz } from "./quiz";
import { seededRandom, shuffled } from "./seeded-random";

/**
 * The questions of one attempt, options shuffled, in the order they are asked. The same seed gives the same draw.
 * Every tag comes up before any tag comes up again, as far as the questions allow.
 */
export function drawQuestions({ questions, draw }: Quiz, seed: string): Question[] {
  const random = seededRandom(seed);
  const waiting = shuffled(questions, random);
  const asked = new Map<string, number>();
  const drawn: Question[] = [];
  while (drawn.length < draw) {
    const next = waiting.toSorted((one, other) => compareNeed(one, other, asked))[0];
    if (next === undefined) break;
    waiting.splice(waiting.indexOf(next), 1);
    for (const tag of next.tags) asked.set(tag, (asked.get(tag) ?? 0) + 1);
    drawn.push(next);
  }
  return shuffled(drawn, random).map((question) => ({
    ...question,
    options: shuffled(question.options, random),
  }));
}

/** First whose rarest tag was asked least, then whose tags were asked least on the whole. */
function compareNeed(one: Question, other: Question, asked: ReadonlyMap<string, number>) {
  const counts = ({ tags }: Question) => tags.map((tag) => asked.get(tag) ?? 0);
  const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const rarest = Math.min(...counts(one)) - Math.min(...counts(other));
  return rarest === 0 ? mean(counts(one)) - mean(counts(other)) : rarest;
}
