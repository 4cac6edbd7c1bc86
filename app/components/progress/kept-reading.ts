import * as z from "zod/mini";

const KEY = "lento:reading";

/** Where the learner is in a lesson. `lesson` is `<module>/<lesson>`, `at` ISO 8601 in UTC, `furthest` a share of 0 to 1. */
export const ReadingPosition = z.object({
  lesson: z.string(),
  heading: z.string(),
  furthest: z.number(),
  at: z.string(),
});
export type ReadingPosition = z.infer<typeof ReadingPosition>;

/** The places kept on this device, in no order; none where the browser refuses to keep anything. */
export function keptReading(): ReadingPosition[] {
  try {
    const kept = z.array(ReadingPosition).safeParse(JSON.parse(localStorage.getItem(KEY) ?? "[]"));
    return kept.success ? kept.data : [];
  } catch {
    // Storage is refused, or holds something else: reading begins anew.
    return [];
  }
}

/** Keeps a place in a lesson on this device. */
export function keepReading(position: ReadingPosition) {
  const others = keptReading().filter(({ lesson }) => lesson !== position.lesson);
  try {
    localStorage.setItem(KEY, JSON.stringify([...others, position]));
  } catch {
    // Refused: the server may know it.
  }
}
