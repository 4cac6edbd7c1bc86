import type { CallCase } from "@/lib/run/check-plan";
import type { BusiestLine } from "@/lib/run/evidence";
import type { ProgramFile } from "@/lib/run/run-request";
import { countSteps } from "../counting/counted-machine";
import { isEqualJson } from "../equal-json";
import type { GuestError } from "../guest-error";
import type { VirtualMachine } from "../virtual-machine";
import { callByName } from "./call-by-name";

/** What a call gave, as JSON text, how many steps it took, and on which line most of them. */
type CountedCall = {
  readonly steps: number;
  readonly result: string | null;
  readonly busiest: BusiestLine | undefined;
};
type Call = Pick<CallCase, "call" | "arguments">;

/** The steps of one call in a fresh machine, which is disposed of; what the file does when it is loaded is not counted. */
export function countCall(machine: VirtualMachine, program: ProgramFile, call: Call): CountedCall | GuestError {
  const counting = countSteps(machine, { linesOf: program.path });
  try {
    const loaded = machine.evaluate(program);
    if ("error" in loaded) return loaded.error;
    loaded.value.dispose();
    const busiest = counting.noteLines();
    const before = counting.steps();
    const called = callByName(machine, program, call);
    if ("error" in called) return called.error;
    const steps = counting.steps() - before;
    const line = busiest();
    using value = called.value;
    const result = machine.toJson(value);
    return "error" in result ? result.error : { steps, result: result.json, busiest: line };
  } finally {
    counting.dispose();
    machine.dispose();
  }
}

/** Whether a call gave something else than the starter's did, both as JSON texts. What the starter gives without one is any value. */
export const isOtherResult = (own: string | null, starters: string | null) =>
  starters !== null && (own === null || !isEqualJson(JSON.parse(own), JSON.parse(starters)));
