import type { GrowthCase } from "@/lib/run/check-plan";
import type { GrowthEvidence } from "@/lib/run/evidence";
import type { ProgramFile } from "@/lib/run/run-request";
import type { GuestError } from "../guest-error";
import type { VirtualMachine } from "../virtual-machine";
import { callByName } from "./call-by-name";
import { countCall, isOtherResult } from "./counted-call";

/**
 * The steps of a program's call at each size, in a machine of its own each time, so that nothing is kept from one to the
 * next. The starter, which says what the calls must give, is not counted.
 */
export function countGrowth(
  { openMachine }: { readonly openMachine: () => VirtualMachine },
  program: ProgramFile,
  { call, runs, starter }: GrowthCase,
): GrowthEvidence | GuestError {
  const evidence: GrowthEvidence = { unit: "steps", points: [], otherResult: false };
  for (const run of runs) {
    const own = countCall(openMachine(), program, { call, arguments: run.arguments });
    if ("message" in own) return own;
    const starters = resultOf(openMachine(), { ...program, code: starter }, { call, arguments: run.arguments });
    if (typeof starters === "object" && starters !== null) return starters;
    evidence.points.push({ size: run.size, count: own.steps });
    evidence.otherResult ||= isOtherResult(own.result, starters);
    if (own.busiest !== undefined) evidence.busiest = own.busiest;
  }
  return evidence;
}

function resultOf(
  machine: VirtualMachine,
  program: ProgramFile,
  call: Parameters<typeof callByName>[2],
): string | null | GuestError {
  try {
    const loaded = machine.evaluate(program);
    if ("error" in loaded) return loaded.error;
    loaded.value.dispose();
    const called = callByName(machine, program, call);
    if ("error" in called) return called.error;
    using value = called.value;
    const result = machine.toJson(value);
    return "error" in result ? result.error : result.json;
  } finally {
    machine.dispose();
  }
}
