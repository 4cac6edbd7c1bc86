import type { GrowthCase } from "@/lib/run/check-plan";
import type { GrowthEvidence } from "@/lib/run/evidence";
import type { ProgramFile } from "@/lib/run/run-request";
import type { GuestError } from "../guest-error";
import type { VirtualMachine } from "../virtual-machine";
import { countCalls, isOtherResult, resultsOf } from "./counted-call";

/**
 * The steps of a program's call at each size. The file is loaded once, for that may take long: what it remembers of one
 * size is a fixed part of the next, and changes no class of growth. The starter, which says what the calls must give, is
 * not counted.
 */
export function countGrowth(
  { openMachine }: { readonly openMachine: () => VirtualMachine },
  program: ProgramFile,
  { call, runs, starter }: GrowthCase,
): GrowthEvidence | GuestError {
  const calls = runs.map(({ arguments: values }) => ({ call, arguments: values }));
  const owns = countCalls(openMachine(), program, calls);
  if ("message" in owns) return owns;
  const starters = resultsOf(openMachine(), { ...program, code: starter }, calls);
  if ("message" in starters) return starters;
  const busiest = owns.at(-1)?.busiest;
  return {
    unit: "steps",
    points: runs.map(({ size }, index) => ({ size, count: owns[index]?.steps ?? 0 })),
    otherResult: starters.some(({ json }, index) => isOtherResult(owns[index]?.result, json)),
    ...(busiest && { busiest }),
  };
}
