import type { Question } from "./question";
import type { Quiz } from "./quiz";
import { seededRandom, shuffled } from "./seeded-random";

const DIFFICULTIES = ["easy", "medium", "hard"];

/**
 * The questions of one attempt, from easy to hard. The same seed gives the same draw. Every tag comes up before any tag comes
 * up again, and among questions of equal need come first those that were not asked last time.
 */
export function drawQuestions(
  { questions, draw }: Quiz,
  { seed, lastAsked }: { seed: string; lastAsked: ReadonlySet<string> },
): Question[] {
  const random = seededRandom(seed);
  const waiting = shuffled(questions, random);
  const asked = new Map<string, number>();
  const drawn: Question[] = [];
  while (drawn.length < draw) {
    const next = waiting.toSorted(
      (one, other) =>
        rarest(one, asked) - rarest(other, asked) ||
        Number(lastAsked.has(one.id)) - Number(lastAsked.has(other.id)) ||
        mean(one, asked) - mean(other, asked),
    )[0];
    if (next === undefined) break;
    waiting.splice(waiting.indexOf(next), 1);
    for (const tag of next.tags) asked.set(tag, (asked.get(tag) ?? 0) + 1);
    drawn.push(next);
  }
  const difficulty = (question: Question) => DIFFICULTIES.indexOf(question.difficulty);
  return shuffled(drawn, random).toSorted((one, other) => difficulty(one) - difficulty(other));
}

type Asked = ReadonlyMap<string, number>;
const countsOf = ({ tags }: Question, asked: Asked) => tags.map((tag) => asked.get(tag) ?? 0);
const rarest = (question: Question, asked: Asked) => Math.min(...countsOf(question, asked));
const mean = (question: Question, asked: Asked) =>
  countsOf(question, asked).reduce((sum, count) => sum + count, 0) / question.tags.length;
