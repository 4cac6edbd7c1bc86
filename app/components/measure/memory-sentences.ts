import { formatBytes } from "@/app/components/cell/format-bytes";
import { formatMs } from "@/app/components/cell/run-sentences";
import { heaviestSite, memoryStory } from "@/lib/measure/memory-story";
import type { MemoryProfile } from "@/lib/run/memory-profile";

/** What there is to hold, in the profile's unit: `1.2 MB`, `8,204 blocks`. */
export const formatHeld = (unit: MemoryProfile["unit"], held: number) =>
  unit === "bytes" ? formatBytes(held) : `${held.toLocaleString("en")} ${held === 1 ? "block" : "blocks"}`;

/** Less than this is the noise of any program. */
const NEXT_TO_NOTHING = { bytes: 50_000, blocks: 500 };

/** How what the program held went on, in a sentence that names the line that holds the most. */
export function storySentence(memory: MemoryProfile, file: string): string {
  const { course, middle, end, peak } = memoryStory(memory);
  const say = (held: number) => formatHeld(memory.unit, held);
  if (peak < NEXT_TO_NOTHING[memory.unit]) return `Holds next to nothing: ${say(peak)} at most.`;
  const where = whereSentence(memory, file);
  switch (course) {
    case "kept growing":
      return `Grew to the end: ${say(middle)} half-way, ${say(end)} at the end, and it did not fall${where}.`;
    case "went flat":
      return `Went flat: ${say(middle)} half-way, ${say(end)} at the end, ${say(peak)} at most${where}.`;
    case "fell back":
      return `Rose to ${say(peak)} and fell back to ${say(end)}${where}.`;
    case "too short to tell":
      return `Held ${say(end)} at the end and ${say(peak)} at most, in a run too short to tell how it went on${where}.`;
    default:
      return course satisfies never;
  }
}

function whereSentence(memory: MemoryProfile, file: string): string {
  const heaviest = heaviestSite(memory);
  if (heaviest === null) return "";
  const { site, share } = heaviest;
  const isHeldStill = site.bytes >= site.fullestBytes / 2;
  const verb = isHeldStill ? "holds" : "held, at the fullest look,";
  return `: ${siteName(site, file)} ${verb} ${Math.round(share * 100)} % of it`;
}

/** A site as the learner reads it; of another file than the program's with its name. */
export function siteName(
  { file: of, line }: { readonly file: string | null; readonly line: number | null },
  file: string,
): string {
  if (of === null || line === null) return "the library";
  return of === file ? `line ${line}` : `line ${line} of ${of}`;
}

/** What was measured and how, and what it costs. */
export function methodSentence({ unit, wallMs, looks, hasLooks, sites }: MemoryProfile): string {
  const count = looks.length.toLocaleString("en");
  if (unit === "blocks")
    return `Blocks of memory (counted) by ${count} looks while the program ran for ${formatMs(wallMs)}. QuickJS tells how many blocks it holds, not how large each is, nor which line asked for it: a long text is one block, as a number in a list may be none.`;
  if (!hasLooks)
    return `Measured by tracemalloc while the program ran for ${formatMs(wallMs)}. This page is not cross-origin isolated, so nobody can look into a running program: only its beginning, its end and its peak are known.`;
  return `Measured by tracemalloc, in ${count} looks while the program ran for ${formatMs(wallMs)}. Python’s own objects count, from the program’s beginning on; following every block makes one that asks for many twice as slow or more.${sites?.length === 0 ? " No line holds anything: the program may have stopped tracemalloc." : ""}`;
}
