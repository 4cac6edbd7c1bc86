import type { QuickJSWASMModule } from "quickjs-emscripten-core";
import { checkProgram } from "@/lib/javascript/check-program";
import type { Source } from "@/lib/javascript/event-loop";
import { runProgram } from "@/lib/javascript/run-program";
import { timerSource } from "@/lib/javascript/timer-source";
import { unheardProcess } from "@/lib/javascript/unheard-process";
import { openVirtualMachine, type VirtualMachine } from "@/lib/javascript/virtual-machine";
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
    const end = await runProgram(
      unheardProcess({
        machine,
        openMachine,
        sources: [skippedTimers(machine, (ms) => (skippedMs += ms))],
        isInterrupted,
      }),
      program,
    );
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

/** A machine's timers, each of them due as soon as there is nothing else to do. */
function skippedTimers(machine: VirtualMachine, skip: (ms: number) => void): Source {
  const timers = timerSource(machine);
  return {
    poll() {
      const dueMs = machine.untilTimerMs();
      if (dueMs !== null && dueMs > 0) skip(dueMs);
      return timers.poll();
    },
    untilMs: () => (machine.untilTimerMs() === null ? null : 0),
  };
}
