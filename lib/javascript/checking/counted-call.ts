import type { CallCase } from "@/lib/run/check-plan";
import type { BusiestLine } from "@/lib/run/evidence";
import type { ProgramFile } from "@/lib/run/run-request";
import { countSteps } from "../counting/counted-machine";
import { isEqualJson } from "../equal-json";
import type { GuestError } from "../guest-error";
import type { VirtualMachine } from "../virtual-machine";
import { callByName } from "./call-by-name";

type Call = Pick<CallCase, "call" | "arguments">;

/** What a call gave, as JSON text, how many steps it took, and on which line most of them. */
type CountedCall = {
  readonly steps: number;
  readonly result: string | null;
  readonly busiest: BusiestLine | undefined;
};

/**
 * Loads a file in the pass that counts, in a fresh machine, calls its functions and disposes of the machine. Gives what
 * each call took, or the first error; what the file does when it is loaded is not counted.
 */
export function countCalls(
  machine: VirtualMachine,
  program: ProgramFile,
  calls: readonly Call[],
): CountedCall[] | GuestError {
  const counting = countSteps(machine, { linesOf: program.path });
  const countCall = (call: Call): CountedCall | GuestError => {
    const busiest = counting.noteLines();
    const before = counting.steps();
    const called = callByName(machine, program, call);
    if ("error" in called) return called.error;
    using value = called.value;
    // Reading it runs its getters: work that was put off until then is work of the call.
    const result = machine.toJson(value);
    const taken = { steps: counting.steps() - before, busiest: busiest() };
    return "error" in result ? result.error : { ...taken, result: result.json };
  };
  try {
    const loaded = machine.evaluate(program);
    if ("error" in loaded) return loaded.error;
    loaded.value.dispose();
    return untilError(calls, countCall);
  } finally {
    counting.dispose();
    machine.dispose();
  }
}

/** What the calls give, as JSON texts, without being counted. */
export function resultsOf(
  machine: VirtualMachine,
  program: ProgramFile,
  calls: readonly Call[],
): { readonly json: string | null }[] | GuestError {
  try {
    const loaded = machine.evaluate(program);
    if ("error" in loaded) return loaded.error;
    loaded.value.dispose();
    return untilError(calls, (call) => {
      const called = callByName(machine, program, call);
      if ("error" in called) return called.error;
      using value = called.value;
      const result = machine.toJson(value);
      return "error" in result ? result.error : result;
    });
  } finally {
    machine.dispose();
  }
}

function untilError<Given extends object>(
  calls: readonly Call[],
  make: (call: Call) => Given | GuestError,
): Given[] | GuestError {
  const given: Given[] = [];
  for (const call of calls) {
    const made = make(call);
    if ("message" in made) return made;
    given.push(made);
  }
  return given;
}

/** Whether a call gave something else than the starter's did. What the starter's gives no JSON text of is any value. */
export const isOtherResult = (own: string | null | undefined, starters: string | null) =>
  starters !== null &&
  (own === null || own === undefined || !isEqualJson(JSON.parse(own), JSON.parse(starters)));
