import type { QuickJSWASMModule } from "quickjs-emscripten-core";
import { endOfBrokenEngine } from "@/lib/javascript/broken-engine";
import { callsProgram, checkProgram } from "@/lib/javascript/checking/check-program";
import { installCommands } from "@/lib/javascript/install-commands";
import { installPool } from "@/lib/javascript/install-pool";
import type { OpenGuest } from "@/lib/javascript/javascript-process";
import { openProgramFiles } from "@/lib/javascript/open-program-files";
import { openKernelApart } from "@/lib/javascript/simulation/kernel-apart";
import { openSimulation } from "@/lib/javascript/simulation/open-simulation";
import { openVirtualMachine } from "@/lib/javascript/virtual-machine";
import type { Evidence } from "@/lib/run/evidence";
import type { Found, VerifyJob } from "./child-message";

const nothing: Evidence = { cases: [], work: null };
const isInterrupted = () => false;
const write = () => false;
/** Where work is counted nothing is waited for, since steps do not tell it. */
const silentKeyboard = { next: () => ({ outcome: "ended" as const }) };
const quickDisk = { copyMs: () => 0, wait() {}, begin() {}, end() {} };

/**
 * Runs a program with its checks as the learner's browser does, but unheard, and without waiting: the clock of its
 * machine jumps to what it waits for.
 */
export async function gatherEvidence(quickjs: QuickJSWASMModule, job: VerifyJob): Promise<Found> {
  try {
    return await judge(quickjs, job);
  } catch (error) {
    const { outcome } = endOfBrokenEngine(error);
    return { type: "found", end: outcome === "raised" ? "raised" : "crashed", evidence: nothing };
  }
}

async function judge(
  quickjs: QuickJSWASMModule,
  { program, checks, files, settings, memoryLimitBytes }: VerifyJob,
): Promise<Found> {
  // Fetched only here: the parser of types would make every process start later.
  const stripTypes = program.path.endsWith(".ts")
    ? (await import("@/lib/javascript/strip-types")).stripTypes
    : null;
  const openGuest: OpenGuest = (surroundings) => {
    const machine = openVirtualMachine({ quickjs, isInterrupted, stripTypes, ...surroundings });
    machine.limitMemory(memoryLimitBytes);
    return machine;
  };
  const { kernel } = openKernelApart({ program, files });
  const openMachine = () => {
    const machine = openGuest({ write, nowMs: () => performance.now() });
    installPool(machine);
    installCommands(machine, () => {});
    machine.enter({ files: openProgramFiles(kernel), keyboard: silentKeyboard, disk: quickDisk });
    return machine;
  };
  const simulation = openSimulation(
    { openGuest, isInterrupted, kernel, disk: settings.disk, write },
    // What Check looks at is loaded as another process would load it.
    { program, isMain: false },
  );
  const { machine } = simulation;
  if (callsProgram(checks)) {
    const error = simulation.runProgram();
    if (error !== null)
      return {
        type: "found",
        end: error.kind === "out-of-memory" ? "out-of-memory" : "raised",
        evidence: nothing,
      };
  }
  const { evidence } = await checkProgram(
    {
      machine,
      openMachine,
      openGuest,
      isInterrupted,
      kernel,
      settle: (last) => simulation.run({ last, isOver: () => !machine.isPending(last) }),
    },
    { program, checks, files, settings },
  );
  return { type: "found", end: "finished", evidence };
}
