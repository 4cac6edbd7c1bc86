import * as z from "zod/mini";
import { reading } from "./device";
import { type Draft, isUnsent, readDraft } from "./draft";
import { hasWorked } from "./first-work";
import { outboxItems, type OutboxItem } from "./outbox-item";
import { isFinishedAttempt } from "./shared-attempt";

/** What of the learner's work is where. */
export type Work = {
  /** Handed in and not yet with the server. */
  readonly waiting: readonly OutboxItem[];
  /** Handed in and not taken by the server. */
  readonly refused: readonly OutboxItem[];
  /** Changed and not yet with the server. */
  readonly unsent: readonly Draft[];
  /** Waiting for the learner's decision, or not taken by the server. */
  readonly held: readonly Draft[];
  /** Quizzes begun and not handed in, by their modules. */
  readonly begun: readonly string[];
  /** There never was any. */
  readonly isNone: boolean;
};

const Begun = z.looseObject({ isSent: z.literal(false), answers: z.record(z.string(), z.unknown()) });

/** Looks at everything that is kept on the device. */
export async function lookAtWork(): Promise<Work> {
  const transaction = await reading();
  const [drafts, attempts, modules, items] = await Promise.all([
    transaction.objectStore("drafts").getAll(),
    transaction.objectStore("attempts").getAll(),
    transaction.objectStore("attempts").getAllKeys(),
    outboxItems(),
  ]);
  const read = drafts.map(readDraft).filter((draft) => draft !== null);
  const known = read.filter((draft) => !isFinishedAttempt(draft));
  const unsent = known.filter(isUnsent);
  const begun = modules.filter((_module, index) => hasAnswers(attempts[index]));
  return {
    waiting: items.filter(({ state }) => state.name === "waiting"),
    refused: items.filter(({ state }) => state.name === "refused"),
    unsent,
    held: known.filter((draft) => draft.change !== draft.sentChange && !unsent.includes(draft)),
    begun,
    isNone: drafts.length + items.length + begun.length === 0 && !hasWorked(),
  };
}

const hasAnswers = (record: unknown) => {
  const begun = Begun.safeParse(record);
  return begun.success && Object.keys(begun.data.answers).length > 0;
};

/** All that is kept on the device as it lies there, for the learner to take away. */
export async function allWork(): Promise<Record<string, unknown>> {
  const transaction = await reading();
  const [drafts, versions, attempts, outbox] = await Promise.all([
    transaction.objectStore("drafts").getAll(),
    transaction.objectStore("versions").getAll(),
    transaction.objectStore("attempts").getAll(),
    transaction.objectStore("outbox").getAll(),
  ]);
  return { drafts, versions, attempts, outbox };
}
