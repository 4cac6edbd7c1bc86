import type { Profile, ProfiledLine } from "@/lib/run/profile";
import type { Table } from "./csv";
import type { FunctionRow } from "./function-table";

type Mode = Profile["mode"];

/** The functions of a profile, the one with most own time first; a sampled profile knows no calls. */
export const functionsTable = (rows: readonly FunctionRow[], mode: Mode): Table => ({
  columns: ["Function", "Line", ...counted(mode, "Calls"), "Own (ms)", "With callees (ms)"],
  rows: rows
    .toSorted((one, other) => other.ownMs - one.ownMs)
    .map(({ function: of, calls, ownMs, cumulativeMs }) => [
      of.name,
      of.line,
      ...counted(mode, calls),
      ownMs,
      cumulativeMs,
    ]),
});

/** The lines of one file in their order; a sampled profile knows no hits. */
export const linesTable = (lines: readonly ProfiledLine[], mode: Mode): Table => ({
  columns: ["Line", ...counted(mode, "Hits"), "Own (ms)"],
  rows: lines
    .toSorted((one, other) => one.line - other.line)
    .map(({ line, hits, ownMs }) => [line, ...counted(mode, hits), ownMs]),
});

const counted = <Value>(mode: Mode, value: Value) => (mode === "sampling" ? [] : [value]);
