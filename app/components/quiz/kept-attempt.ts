import * as z from "zod/mini";
import { DrawView } from "@/lib/quiz/question-view";

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

const keyOf = (module: string) => `lento:quiz:${module}`;

/** The attempt begun earlier; null where there is none or it can no longer be read. */
export function readKept(module: string): KeptAttempt | null {
  try {
    const kept = KeptAttempt.safeParse(JSON.parse(localStorage.getItem(keyOf(module)) ?? "null"));
    return kept.success ? kept.data : null;
  } catch {
    // Storage is refused, or holds something else: a new draw is as good.
    return null;
  }
}

/** Keeps an attempt, or forgets it; false where the browser refuses to keep anything. */
export function keep(module: string, attempt: KeptAttempt | null): boolean {
  try {
    if (attempt === null) localStorage.removeItem(keyOf(module));
    else localStorage.setItem(keyOf(module), JSON.stringify(attempt));
    return true;
  } catch {
    return false;
  }
}
