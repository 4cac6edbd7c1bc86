import type { WorkCase } from "@/lib/run/check-plan";
import type { WorkEvidence } from "@/lib/run/evidence";
import type { ProgramFile } from "@/lib/run/run-request";
import type { GuestError } from "../guest-error";
import type { VirtualMachine } from "../virtual-machine";
import { countCall, isOtherResult } from "./counted-call";

/** The steps of the same call in a program and in the starter, each in a machine of its own. */
export function countWork(
  { openMachine }: { readonly openMachine: () => VirtualMachine },
  program: ProgramFile,
  work: WorkCase,
): WorkEvidence | GuestError {
  const own = countCall(openMachine(), program, work);
  if ("message" in own) return own;
  const starter = countCall(openMachine(), { ...program, code: work.starter }, work);
  if ("message" in starter) return starter;
  return {
    unit: "steps",
    count: own.steps,
    starterCount: starter.steps,
    otherResult: isOtherResult(own.result, starter.result),
    ...(own.busiest && { busiest: own.busiest }),
  };
}
