import * as z from "zod/mini";
import { useStored, readStored, writeStored } from "@/app/components/cell/stored-value";
import { median } from "@/lib/measure/quantile";
import type { TimedVersion } from "./report";

/** More earlier versions than anybody compares with; the first try stays whatever comes later. */
const KEPT = 20;

/** A version of a program that was timed on this device. */
const LedgerEntry = z.strictObject({
  code: z.string(),
  medianMs: z.number(),
  rounds: z.int(),
  /** Null where the work could not be counted. */
  steps: z.nullable(z.int()),
  /** When it was timed first, as an ISO date and time. */
  at: z.iso.datetime(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

const Ledger = z.array(LedgerEntry);

/** The versions of a cell's program that were timed here, newest first. */
export const useLedger = (key: string): readonly LedgerEntry[] => parse(useStored(key));

/** Puts a version in front; one that is known stays in its place, with its new figures. */
export function writeLedger(key: string, { code, samplesMs, work }: TimedVersion) {
  const known = parse(readStored(key));
  const at = known.find((entry) => entry.code === code)?.at;
  const entry: LedgerEntry = {
    code,
    medianMs: median(samplesMs),
    rounds: samplesMs.length,
    steps: work?.varies === false ? work.count : null,
    at: at ?? new Date().toISOString(),
  };
  const entries =
    at === undefined ? [entry, ...known] : known.map((each) => (each.code === code ? entry : each));
  const first = entries.at(-1);
  const kept =
    entries.length <= KEPT || first === undefined ? entries : [...entries.slice(0, KEPT - 1), first];
  writeStored(key, JSON.stringify(kept));
}

function parse(stored: string | null): LedgerEntry[] {
  if (stored === null) return [];
  try {
    return Ledger.parse(JSON.parse(stored));
  } catch {
    // Another version of this page wrote it; what cannot be read is not worth an error.
    return [];
  }
}
