import type { QuickJSWASMModule } from "quickjs-emscripten-core";
import { checkProgram } from "@/lib/javascript/check-program";
import { runProgram } from "@/lib/javascript/run-program";
import { openVirtualMachine } from "@/lib/javascript/virtual-machine";
import type { Evidence } from "@/lib/run/evidence";
import type { Found, VerifyJob } from "./child-message";

const nothing: Evidence = { cases: [], work: null };

/**
 * Runs a program with its checks as the learner's browser does, but unheard, and without waiting: its clock jumps to
 * the next timer.
 */
export async function gatherEvidence(
  quickjs: QuickJSWASMModule,
  { program, checks, memoryLimitBytes }: VerifyJob,
): Promise<Found> {
  let skippedMs = 0;
  const isInterrupted = () => false;
  const openMachine = () => {
    const machine = openVirtualMachine({
      quickjs,
      write: () => false,
      nowMs: () => performance.now() + skippedMs,
      isInterrupted,
    });
    machine.limitMemory(memoryLimitBytes);
    return machine;
  };
  try {
    const machine = openMachine();
    const end = await runProgram({
      machine,
      program,
      write: () => false,
      isInterrupted,
      async sleep(delayMs) {
        skippedMs += delayMs;
      },
    });
    if (end.outcome !== "finished")
      return {
        type: "found",
        end: end.outcome === "out-of-memory" ? "out-of-memory" : "raised",
        evidence: nothing,
      };
    const { evidence } = checkProgram({ machine, program, checks, openMachine });
    return { type: "found", end: "finished", evidence };
  } catch {
    // The engine broke under the program: the stack or the memory of its host gave way.
    return { type: "found", end: "crashed", evidence: nothing };
  }
}
