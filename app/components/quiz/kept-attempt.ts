import * as z from "zod/mini";
import { handInBegun, keepBegun, readBegun, readLast, settleBegun } from "@/lib/outbox/begun-attempt";
import { leaveAttempt } from "@/lib/outbox/left-attempt";
import { takeOverEarlierWork } from "@/lib/outbox/take-over";
import type { SharedAttempt } from "@/lib/outbox/shared-attempt";
import { DrawView } from "@/lib/quiz/question-view";
import { VerdictView } from "@/lib/quiz/verdict-view";

/** An attempt that was begun and not yet graded, kept on the device so that no answer is lost to a reload. */
export const KeptAttempt = z.strictObject({
  /** Made before the first sending: however often it is sent, it counts once. */
  attemptId: z.string(),
  drawn: DrawView,
  answers: z.record(z.string(), z.array(z.string())),
  /** Handed in, and no answer came yet: the server may have it, so it may not change any more. */
  isSent: z.boolean(),
});
export type KeptAttempt = z.infer<typeof KeptAttempt>;

/** An attempt with what became of it. */
const GradedAttempt = z.strictObject({ attempt: KeptAttempt, verdict: VerdictView });
export type GradedAttempt = z.infer<typeof GradedAttempt>;

/** The attempt graded last on this device; null where there is none or it can no longer be read. */
export async function readGraded(module: string): Promise<GradedAttempt | null> {
  const read = GradedAttempt.safeParse(await readLast(module).catch(() => null));
  return read.success ? read.data : null;
}

/** The attempt begun earlier; null where there is none or it can no longer be read. */
export async function readKept(module: string): Promise<KeptAttempt | null> {
  // Where the browser keeps nothing, there is nothing to go on with: a new draw is as good.
  const read = takeOverEarlierWork().then(() => readBegun(module));
  const kept = KeptAttempt.safeParse(await read.catch(() => null));
  return kept.success ? kept.data : null;
}

/** Keeps an attempt; false where the browser refuses to keep anything. */
export async function keep(module: string, attempt: KeptAttempt): Promise<boolean> {
  const forgetLeft = leaveAttempt(module, attempt);
  const isKept = await isDone(keepBegun(module, { attempt, shared: sharedOf(attempt) }));
  forgetLeft();
  return isKept;
}

/** Hands an attempt in: it is sent until the server answers; false where the browser refuses to keep anything. */
export function handIn(module: string, attempt: KeptAttempt): Promise<boolean> {
  const { attemptId, drawn, answers } = attempt;
  const body = { attemptId, quiz: module, drawn: drawn.draw, answers };
  const handedIn = { id: attemptId, kind: "attempt" as const, title: `Quiz: ${drawn.title}`, body };
  return isDone(handInBegun(module, { attempt, handedIn, now: new Date() }));
}

/** Done with an attempt that another device has gone on with. */
export const letGo = (module: string, { attemptId }: KeptAttempt) =>
  isDone(settleBegun(module, { id: attemptId, begun: null, last: null }));

/** Done with an attempt that was graded: it can be looked at again. */
export const settle = (module: string, last: GradedAttempt) =>
  isDone(settleBegun(module, { id: last.attempt.attemptId, begun: null, last }));

/** An attempt was refused: `changed` takes its place, and is the learner's to be changed. */
export const takeBack = (module: string, { attemptId }: KeptAttempt, changed: KeptAttempt) =>
  isDone(
    settleBegun(module, {
      id: attemptId,
      begun: { attempt: changed, shared: sharedOf(changed) },
      last: null,
    }),
  );

/** Something was answered. */
export const isBegun = ({ answers }: KeptAttempt): boolean => Object.keys(answers).length > 0;

/** What other devices are to see of it: where nothing was answered, nothing. */
function sharedOf(attempt: KeptAttempt): SharedAttempt | null {
  const { attemptId, drawn, answers } = attempt;
  return isBegun(attempt) ? { attemptId, draw: drawn.draw, answers } : null;
}

const isDone = (act: Promise<void>): Promise<boolean> =>
  act.then(
    () => true,
    () => false,
  );
