import { freshMemory, withFreshMemory } from "@/lib/machine/fresh-memory";
import { clearRareData, type RareData } from "./rare-data-in-memory";
import { findFrozenModules, findTables, type Range } from "./rare-tables";

/** The interpreter with zeros where its rare data is, and that data. */
export function takeOutRareData(interpreter: Uint8Array) {
  const memory = freshMemory(interpreter);
  const bytes = Buffer.from(memory.buffer);
  const rareData = packed(memory, joined([...findTables(bytes), ...findFrozenModules(bytes)]));
  clearRareData(memory, rareData);
  return { interpreter: withFreshMemory(interpreter, memory), rareData };
}

/** Some modules are listed under two names. */
function joined(ranges: readonly Range[]): Range[] {
  const apart: Range[] = [];
  for (const range of ranges.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = apart.at(-1);
    if (last === undefined || range.start >= last.end) apart.push(range);
    else apart.splice(-1, 1, { start: last.start, end: Math.max(last.end, range.end) });
  }
  return apart;
}

function packed(memory: Uint8Array, ranges: readonly Range[]): RareData {
  const words = Uint32Array.from([
    ranges.length,
    ...ranges.flatMap(({ start, end }) => [start, end - start]),
  ]);
  const pieces = ranges.map(({ start, end }) => memory.subarray(start, end));
  return new Uint8Array(Buffer.concat([new Uint8Array(words.buffer), ...pieces]));
}
