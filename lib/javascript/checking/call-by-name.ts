import type { CallCase } from "@/lib/run/check-plan";
import type { ProgramFile } from "@/lib/run/run-request";
import type { GuestError } from "../guest-error";
import type { VirtualMachine } from "../virtual-machine";

/** Calls a function of a program that was loaded. */
export function callByName(
  machine: VirtualMachine,
  program: ProgramFile,
  { call, arguments: values }: Pick<CallCase, "call" | "arguments">,
) {
  using callee = machine.lookUp(call);
  if (callee === null || machine.context.typeof(callee) !== "function") {
    const message = `There is no function \`${call}\` in ${program.path}.`;
    return { error: { message, stack: "", kind: "raised" } satisfies GuestError };
  }
  const handles = values.map(machine.fromJson);
  const result = machine.call(callee, ...handles);
  for (const handle of handles) handle.dispose();
  return result;
}
