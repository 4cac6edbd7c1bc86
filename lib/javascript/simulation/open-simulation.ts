import type { QuickJSHandle } from "quickjs-emscripten-core";
import type { ProgramFile } from "@/lib/run/run-request";
import type { GuestError } from "../guest-error";
import { openIoClock } from "./io-clock";
import type { RanCommand } from "./ran-command";
import { openSimulatedProcess, type SimulatedProcess, type SimulatedWorld } from "./simulated-process";
import { openSimulatedWorkers, SIMULATED_CPUS } from "./simulated-workers";

/** By the simulation's clock: no learner waits longer for a program. */
const LONGEST_RUN_MS = 3_600_000;

const INTERRUPTED: GuestError = { message: "InternalError: interrupted", stack: "", kind: "interrupted" };
const STUCK: GuestError = {
  message: "The program waits for what can never come.",
  stack: "",
  kind: "raised",
};
const TOO_LONG: GuestError = {
  message: "The program was not done after an hour of the machine's clock.",
  stack: "",
  kind: "raised",
};

/**
 * Runs a program with its pools and commands in one thread, without waiting: whatever they wait for, a clock of each
 * process jumps there, and the one that is behind all others has its turn. So every wait counts as it would on an idle
 * computer, and the same program gives the same figures on every machine, in the browser and on the server.
 */
export function openSimulation(
  surroundings: Omit<SimulatedWorld, "io" | "note">,
  { program, isMain }: { program: ProgramFile; isMain: boolean },
) {
  const io = openIoClock();
  const ran: RanCommand[] = [];
  const world: SimulatedWorld = { ...surroundings, io, note: (command) => void ran.push(command) };
  let lastPid = 0;
  const nextPid = () => (lastPid += 1);
  const main = openSimulatedProcess(world, { pid: nextPid(), startMs: 0 });
  const workers = openSimulatedWorkers(world, { owner: main, program, nextPid });
  main.pool.connect(workers.door, {
    isMain,
    isWorker: false,
    pid: main.pid,
    cpuCount: SIMULATED_CPUS,
    file: program.path,
  });
  const { machine } = main;

  /** Lets whoever is behind all others have its turn; gives why that is not possible, or what the program threw. */
  const turn = (): GuestError | null => {
    const soonest = [main, ...workers.list()]
      .map((process) => ({ process, readyMs: process.readyMs() ?? Infinity }))
      .reduce((one, other) => (other.readyMs < one.readyMs ? other : one));
    if (soonest.readyMs === Infinity) return STUCK;
    if (soonest.readyMs > LONGEST_RUN_MS) return TOO_LONG;
    if (soonest.process === main) return main.turn();
    workers.turn(soonest.process);
    return null;
  };
  const isAtRest = ({ readyMs, pool }: SimulatedProcess) => readyMs() === null && !pool.isWaiting();

  const run = ({
    last,
    isOver = () => false,
  }: {
    last: QuickJSHandle;
    isOver?: () => boolean;
  }): GuestError | null => {
    for (let problem: GuestError | null = null; ; problem = turn()) {
      if (machine.hasExited()) return null;
      if (surroundings.isInterrupted()) return INTERRUPTED;
      const error = problem ?? machine.runJobs() ?? machine.rejection(last);
      if (machine.hasExited()) return null;
      if (error !== null) return error;
      if (isOver() || isAtRest(main)) return null;
    }
  };

  return {
    machine,
    ran: (): readonly RanCommand[] => ran,
    io,
    /** By the program's own clock. */
    nowMs: main.nowMs,
    /** Beyond the program's own. */
    processesStarted: () => lastPid - 1,
    /**
     * Goes on until the program waits for nothing, has exited, or `isOver`; gives the error that ended it. The rejection
     * of `last` is such an error.
     */
    run,
    /** Runs the program's file to the end of all it waits for; gives the error that ended it. */
    runProgram(): GuestError | null {
      const started = machine.evaluate(program);
      if (machine.hasExited()) return null;
      if ("error" in started) return started.error;
      using last = started.value;
      return run({ last });
    },
    dispose() {
      workers.killAll();
      machine.dispose();
    },
  };
}
