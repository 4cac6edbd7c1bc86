import "server-only";
import { type Card, createEmptyCard, fsrs, type Grade, Rating } from "ts-fsrs";
import type { QuestionOutcome } from "./verdict";

/** A question that a learner answered, and how. */
export type AnsweredQuestion = {
  readonly quiz: string;
  readonly id: string;
  readonly outcome: QuestionOutcome;
  readonly at: Date;
};

type Due = { readonly quiz: string; readonly id: string; readonly due: Date };

// Without the fuzz, the same history gives the same days.
const scheduler = fsrs({ enable_fuzz: false });

const grades = {
  right: Rating.Good,
  partly: Rating.Hard,
  wrong: Rating.Again,
  unanswered: Rating.Again,
} satisfies Record<QuestionOutcome, Grade>;

/**
 * The questions missed before that are due to be asked again by FSRS, the longest overdue first. What was right from the first
 * time on never comes back.
 */
export function dueQuestions(
  history: readonly AnsweredQuestion[],
  { now }: { now: Date },
): readonly { readonly quiz: string; readonly id: string }[] {
  return [...Map.groupBy(history, ({ quiz, id }) => `${quiz} ${id}`).values()]
    .flatMap((answers) => schedule(answers))
    .filter(({ due }) => due <= now)
    .toSorted((one, other) => one.due.getTime() - other.due.getTime())
    .map(({ quiz, id }) => ({ quiz, id }));
}

/** When one question is due; nothing where it was never missed. */
function schedule(answers: readonly AnsweredQuestion[]): readonly Due[] {
  const inOrder = answers.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const firstMiss = inOrder.findIndex(({ outcome }) => outcome !== "right");
  const first = inOrder[firstMiss];
  if (first === undefined) return [];
  const card = inOrder
    .slice(firstMiss)
    .reduce<Card>(
      (card, { outcome, at }) => scheduler.next(card, at, grades[outcome]).card,
      createEmptyCard(first.at),
    );
  return [{ quiz: first.quiz, id: first.id, due: card.due }];
}
