import variant from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant } from "quickjs-emscripten-core";
import { openVirtualMachine } from "../virtual-machine";
import { countSteps } from "./counted-machine";

const quickjs = await newQuickJSWASMModuleFromVariant(variant);

/** Runs a file in the counting pass; gives what it printed, or the error it ended with, and its steps. */
export function runCounted(code: string, { linesOf = null }: { linesOf?: string | null } = {}) {
  let printed = "";
  const write = (_: unknown, text: string) => {
    printed += text;
    return true;
  };
  const machine = openVirtualMachine({ quickjs, write, nowMs: () => 0, isInterrupted: () => false });
  const counting = countSteps(machine, { linesOf });
  const busiestLine = counting.noteLines();
  try {
    const before = counting.steps();
    const result = machine.evaluate({ path: "main.js", code });
    const steps = counting.steps() - before;
    if ("error" in result)
      return { printed: `${result.error.message}\n${result.error.stack}`, steps, busiest: undefined };
    result.value.dispose();
    return { printed, steps, busiest: busiestLine() };
  } finally {
    counting.dispose();
    machine.dispose();
  }
}

/** The line of a file that takes most of its steps. */
export const busiestIn = (code: string) => runCounted(code, { linesOf: "main.js" }).busiest;

/** What the same file prints when nothing is counted. */
export function runPlain(code: string): string {
  let printed = "";
  const write = (_: unknown, text: string) => {
    printed += text;
    return true;
  };
  const machine = openVirtualMachine({ quickjs, write, nowMs: () => 0, isInterrupted: () => false });
  const result = machine.evaluate({ path: "main.js", code });
  if ("error" in result) printed = `${result.error.message}\n${result.error.stack}`;
  else result.value.dispose();
  machine.dispose();
  return printed;
}
