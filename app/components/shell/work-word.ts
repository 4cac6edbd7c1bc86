import type { DeviceWork } from "./device-work";

/** Where the learner's work is, in two or three words. */
export type WorkWord = {
  readonly kind: "unknown" | "none" | "writing" | "device" | "waiting" | "undecided" | "saved" | "lost";
  readonly word: string;
};

/** Of a learner who has done nothing yet. */
export const nothingYet: WorkWord = { kind: "none", word: "no work yet" };

/** The least safe place that any of the work is in. */
export function workWord({ work, isUnwritten, heldUp, isRefused }: DeviceWork): WorkWord {
  if (isRefused) return { kind: "lost", word: "not kept" };
  if (work === null) return { kind: "unknown", word: "" };
  if (isUnwritten) return { kind: "writing", word: "writing …" };
  const count = work.waiting.length + work.unsent.length;
  if (count > 0 && heldUp !== null) {
    const why = heldUp.message === null ? "offline" : "not sent yet";
    return { kind: "waiting", word: `${why}, ${count} waiting` };
  }
  const undecided = work.held.length + work.refused.length;
  if (undecided > 0) return { kind: "undecided", word: `${undecided} to decide` };
  if (count > 0) return { kind: "device", word: "on this device" };
  return work.isNone ? nothingYet : { kind: "saved", word: "saved" };
}
