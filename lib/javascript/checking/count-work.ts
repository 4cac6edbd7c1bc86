import type { WorkCase } from "@/lib/run/check-plan";
import type { WorkEvidence } from "@/lib/run/evidence";
import type { ProgramFile } from "@/lib/run/run-request";
import type { GuestError } from "../guest-error";
import type { VirtualMachine } from "../virtual-machine";
import { countCalls, isOtherResult } from "./counted-call";

/** The steps of the same call in a program and in the starter, each in a machine of its own. */
export function countWork(
  { openMachine }: { readonly openMachine: () => VirtualMachine },
  program: ProgramFile,
  work: WorkCase,
): WorkEvidence | GuestError {
  const owns = countCalls(openMachine(), program, [work]);
  if ("message" in owns) return owns;
  const starters = countCalls(openMachine(), { ...program, code: work.starter }, [work]);
  if ("message" in starters) return starters;
  const [[own], [starter]] = [owns, starters];
  if (own === undefined || starter === undefined) throw new Error("A call was neither counted nor raised.");
  return {
    unit: "steps",
    count: own.steps,
    starterCount: starter.steps,
    otherResult: isOtherResult(own.result, starter.result),
    ...(own.busiest && { busiest: own.busiest }),
  };
}
