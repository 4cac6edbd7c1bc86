import * as z from "zod/mini";
import { useStored, readStored, writeStored } from "@/app/components/cell/stored-value";
import { median } from "@/lib/measure/quantile";
import type { TimedVersion } from "./report";

/** More earlier versions than anybody compares with. */
const KEPT = 20;

/** A version of a program that was timed on this device. */
const LedgerEntry = z.strictObject({
  code: z.string(),
  medianMs: z.number(),
  rounds: z.int(),
  /** Null where the work could not be counted. */
  steps: z.nullable(z.int()),
  /** When, as an ISO date and time. */
  at: z.iso.datetime(),
});
type LedgerEntry = z.infer<typeof LedgerEntry>;

const Ledger = z.array(LedgerEntry);

/** The versions of a cell's program that were timed here, newest first. */
export const useLedger = (key: string): readonly LedgerEntry[] => parse(useStored(key));

/** Puts a version in front; the same program stands there once. */
export function writeLedger(key: string, { code: own, samplesMs, work }: TimedVersion) {
  const entry: LedgerEntry = {
    code: own,
    medianMs: median(samplesMs),
    rounds: samplesMs.length,
    steps: work?.varies === false ? work.count : null,
    at: new Date().toISOString(),
  };
  const others = parse(readStored(key)).filter(({ code }) => code !== own);
  writeStored(key, JSON.stringify([entry, ...others].slice(0, KEPT)));
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
