import type { AllocationSite, MemoryLook, MemoryProfile } from "@/lib/run/memory-profile";

/** Fewer looks than this say nothing about how it went on. */
const LOOKS_ENOUGH = 6;
/** Held at the end less than this share of the peak: it fell. */
const FELL_TO_SHARE = 0.5;
/** Between the middle and the end, as a share of the end: less is flat. */
const GREW_BY_SHARE = 0.15;

/** How what a program held went on. `middle` is what it held half-way through its time. */
export type MemoryStory = {
  readonly course: "too short to tell" | "kept growing" | "went flat" | "fell back";
  readonly middle: number;
  readonly end: number;
  readonly peak: number;
};

/** Tells growth that never stops from a rise that ends and from memory that is given back. */
export function memoryStory({ looks, peak }: Pick<MemoryProfile, "looks" | "peak">): MemoryStory {
  const last = looks.at(-1) ?? { atMs: 0, held: 0 };
  const middle = heldAt(looks, last.atMs / 2);
  const figures = { middle, end: last.held, peak };
  if (last.held < peak * FELL_TO_SHARE) return { course: "fell back", ...figures };
  if (looks.length < LOOKS_ENOUGH) return { course: "too short to tell", ...figures };
  const hasGrown = last.held - middle > last.held * GREW_BY_SHARE;
  return { course: hasGrown ? "kept growing" : "went flat", ...figures };
}

/** The line that held the most when the program held the most, and its share of that (0 to 1); null where no line is known. */
export function heaviestSite({ sites }: Pick<MemoryProfile, "sites">) {
  const total = (sites ?? []).reduce((sum, site) => sum + heldMost(site), 0);
  const [first] = (sites ?? []).toSorted((one, other) => heldMost(other) - heldMost(one));
  return first === undefined || total === 0 ? null : { site: first, share: heldMost(first) / total };
}

/** What a line held at the end or at the fullest look, whichever is more, in bytes. */
export const heldMost = ({ bytes, fullestBytes }: AllocationSite) => Math.max(bytes, fullestBytes);

function heldAt(looks: readonly MemoryLook[], atMs: number): number {
  const before = looks.findLast((look) => look.atMs <= atMs) ?? { atMs: 0, held: 0 };
  const after = looks.find((look) => look.atMs > atMs) ?? before;
  const share = after.atMs === before.atMs ? 0 : (atMs - before.atMs) / (after.atMs - before.atMs);
  return Math.round(before.held + share * (after.held - before.held));
}
