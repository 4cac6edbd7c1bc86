import type { Profile } from "@/lib/run/profile";
import { type CallEdge, type FunctionRow, functionTable } from "./function-table";
import { functionPlace } from "./function-place";
import { type MarshalWriter, openMarshalWriter } from "./marshal-writer";

const MS_PER_SECOND = 1_000;

/**
 * A profile as the bytes of a file that Python's `pstats.Stats` reads: a marshalled dict of
 * `(file, line, name): (primitive calls, calls, own seconds, cumulative seconds, callers)`, as `cProfile` dumps it.
 */
export function pstatsBytes(profile: Profile): Uint8Array<ArrayBuffer> {
  const table = functionTable(profile);
  const write = openMarshalWriter();
  write.dict();
  for (const row of table) {
    writeFunction(write, row);
    write.tuple(5);
    writeSums(write, row);
    write.dict();
    for (const edge of row.callers) {
      const caller = table[edge.row];
      if (caller === undefined) continue;
      writeFunction(write, caller);
      write.tuple(4);
      writeSums(write, edge);
    }
    write.endDict();
  }
  write.endDict();
  return write.bytes();
}

function writeFunction(write: MarshalWriter, row: FunctionRow) {
  const { file, line, name } = functionPlace(row.function);
  write.tuple(3);
  write.text(file);
  write.int(line);
  write.text(name);
}

function writeSums(
  write: MarshalWriter,
  sums: Pick<CallEdge, "primitiveCalls" | "calls" | "ownMs" | "cumulativeMs">,
) {
  write.int(sums.primitiveCalls);
  write.int(sums.calls);
  write.float(sums.ownMs / MS_PER_SECOND);
  write.float(sums.cumulativeMs / MS_PER_SECOND);
}
