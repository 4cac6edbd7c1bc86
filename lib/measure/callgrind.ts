import type { Profile, ProfiledFunction } from "@/lib/run/profile";
import { functionPlace } from "./function-place";
import { type CallEdge, type FunctionRow, functionTable } from "./function-table";

/**
 * A profile in Callgrind's format, version 1, as KCachegrind and `callgrind_annotate` open it; costs are whole
 * microseconds. Format: https://valgrind.org/docs/manual/cl-format.html
 *
 * A profile knows who called whom but not from which line: calls stand on the first line of their caller. A recursion's
 * time is in its outermost call. Where it was sampled, calls were not counted and each pair says 1.
 */
export function callgrindText(profile: Profile, programName: string): string {
  const table = functionTable(profile);
  const totalUs = table.reduce((sum, { ownMs }) => sum + microseconds(ownMs), 0);
  return [
    "# callgrind format",
    "version: 1",
    "creator: Lento",
    `cmd: ${programName.replaceAll(/\s+/g, " ")}`,
    "positions: line",
    "event: us : Time [µs]",
    "events: us",
    `summary: ${totalUs}`,
    "",
    ...functionBlocks(table),
    `totals: ${totalUs}`,
    "",
  ].join("\n");
}

function functionBlocks(table: readonly FunctionRow[]): string[] {
  const places = distinctPlaces(table.map((row) => row.function));
  const fileName = openCompression();
  const functionName = openCompression();
  const callLines = (edge: CallEdge, fromLine: number) => {
    const called = places[edge.row];
    if (called === undefined) return [];
    return [
      `cfi=${fileName(called.file)}`,
      `cfn=${functionName(called.name)}`,
      // After `calls=0` readers take the next line for the caller's own cost.
      `calls=${Math.max(edge.calls, 1)} ${called.line}`,
      `${fromLine} ${microseconds(edge.cumulativeMs)}`,
    ];
  };
  return places.flatMap(({ file, name, line }, index) => [
    `fl=${fileName(file)}`,
    `fn=${functionName(name)}`,
    `${line} ${microseconds(table[index]?.ownMs ?? 0)}`,
    ...(table[index]?.callees ?? []).flatMap((edge) => callLines(edge, line)),
    "",
  ]);
}

const microseconds = (ms: number) => Math.round(ms * 1_000);

/** Readers tell functions apart by file and name alone: those that share both get their lines as well. */
function distinctPlaces(functions: readonly ProfiledFunction[]) {
  const places = functions.map(functionPlace);
  const keyOf = ({ file, name }: { file: string; name: string }) => JSON.stringify([file, name]);
  const sharing = new Map<string, number>();
  for (const place of places) sharing.set(keyOf(place), (sharing.get(keyOf(place)) ?? 0) + 1);
  return places.map((place) =>
    (sharing.get(keyOf(place)) ?? 0) > 1 ? { ...place, name: `${place.name}:${place.line}` } : place,
  );
}

/** The format's own compression: "(3) name" the first time, "(3)" from then on. */
function openCompression() {
  const known = new Map<string, number>();
  return (text: string) => {
    const id = known.get(text);
    if (id !== undefined) return `(${id})`;
    known.set(text, known.size + 1);
    return `(${known.size}) ${text}`;
  };
}
