import * as z from "zod/mini";
import { askAsLearner } from "@/app/components/shell/ask-as-learner";
import { askServer, type Answer } from "@/app/components/shell/ask-server";
import { deviceWork, onDeviceWork } from "@/app/components/shell/device-work";
import { ExerciseVerdict } from "@/lib/grading/exercise-verdict";
import type { SubmissionRequest } from "@/lib/grading/submission-request";
import { findItem, putInOutbox, takeOut, type OutboxItem } from "@/lib/outbox/outbox-item";
import { CallCase, TestCase } from "@/lib/run/check-plan";
import type { Language } from "@/lib/run/language";

const shown = { name: z.string(), nameHtml: z.string() };
const HiddenCheck = z.union([
  z.object({ ...CallCase.shape, ...shown }),
  z.object({ ...TestCase.shape, ...shown }),
]);
export type HiddenCheck = z.infer<typeof HiddenCheck>;

const FetchedChecks = z.object({
  checks: z.array(HiddenCheck),
  /** The author's script, which holds the tests; null where every check is a call. */
  checkCode: z.nullable(z.string()),
});
export type FetchedChecks = z.infer<typeof FetchedChecks>;

const Solution = z.object({ code: z.string(), html: z.string(), explanationHtml: z.string() });
export type Solution = z.infer<typeof Solution>;

const Submitted = z.object({ verdict: ExerciseVerdict, trust: z.enum(["reported", "verified"]) });

/** What comes only at the press of Check. */
export const fetchChecks = (id: string, language: Language) =>
  askServer(`/api/exercises/${id}/checks?language=${language}`, FetchedChecks);

/** The author's solution; refused until it is open to this learner. */
export const fetchSolution = (id: string, language: Language) =>
  askServer(`/api/exercises/${id}/solution?language=${language}`, Solution);

/** Gives up, which opens the solution. */
export const surrender = (id: string) => askAsLearner(`/api/exercises/${id}/surrender`, z.null(), {});

/**
 * Hands in a learner's file with what checking it found out. It is on the device before it is sent, and is sent until the
 * server answers; `onHeldUp` hears, as a sentence or null, when that takes longer.
 */
export async function handIn(
  submission: SubmissionRequest,
  { title, onHeldUp }: { title: string; onHeldUp: (message: string | null) => void },
): Promise<Answer<z.infer<typeof Submitted>>> {
  const id = submission.submissionId;
  try {
    await putInOutbox({ id, kind: "submission", title: `Exercise: ${title}`, body: submission }, new Date());
  } catch {
    // Where nothing can be kept, it is sent as it is.
    return askAsLearner("/api/submissions", Submitted, submission);
  }
  const { state } = await untilAnswered(id, onHeldUp);
  await takeOut(id);
  if (state.name === "answered") return { outcome: "answered", value: Submitted.parse(state.answer) };
  return { outcome: "refused", status: 400, message: state.message, retryAfterMs: null };
}

type Settled = OutboxItem & { readonly state: Exclude<OutboxItem["state"], { name: "waiting" }> };

function untilAnswered(id: string, onHeldUp: (message: string | null) => void): Promise<Settled> {
  return new Promise((resolve, reject) => {
    const look = async () => {
      try {
        const item = await findItem(id);
        const heldUp = deviceWork().outbox.heldUp();
        if (item === null) throw new Error(`The submission ${id} is in the outbox no more.`);
        if (!isSettled(item)) return heldUp === null ? undefined : onHeldUp(heldUp.message);
        stop();
        resolve(item);
      } catch (error) {
        stop();
        reject(error);
      }
      return undefined;
    };
    const lookAgain = () => void look();
    const stop = onDeviceWork(lookAgain);
    deviceWork().outbox.wake();
    lookAgain();
  });
}

const isSettled = (item: OutboxItem): item is Settled => item.state.name !== "waiting";
