import type { ProgramFile } from "@/lib/run/run-request";
import { PROCESS_SLOTS } from "@/lib/machine/kernel-memory";
import type { QuickJSHandle } from "quickjs-emscripten-core";
import type { GuestError } from "../guest-error";
import type { PoolDoor } from "../install-pool";
import type { PipeMessage } from "../pipe-messages";
import { openSimulatedProcess, type SimulatedProcess, type SimulatedWorld } from "./simulated-process";

/** One slot is the program's own. */
const MOST_WORKERS = PROCESS_SLOTS - 1;
/** The same on every computer, so that a `new Pool()` is. */
export const SIMULATED_CPUS = 4;

type Worker = {
  readonly process: SimulatedProcess;
  /** What its file's end is the promise of, until it has loaded. */
  loading: QuickJSHandle | null;
  readonly tasks: PipeMessage[];
  unanswered: number;
  isFinishing: boolean;
};

/** The workers of a program's pools, each of which begins when it is started and hears at once what it is asked. */
export function openSimulatedWorkers(
  world: SimulatedWorld,
  { owner, program, nextPid }: { owner: SimulatedProcess; program: ProgramFile; nextPid: () => number },
) {
  const workers = new Map<number, Worker>();

  const forget = (worker: Worker) => {
    workers.delete(worker.process.pid);
    worker.loading?.dispose();
    worker.process.machine.dispose();
  };
  const end = (worker: Worker, exitCode: number) => {
    const { pid, nowMs } = worker.process;
    owner.deliver(nowMs(), () => owner.pool.ended(pid, exitCode));
    forget(worker);
  };
  const cannotLoad = (worker: Worker, problem: GuestError) => {
    worker.process.pool.cannotLoad(problem);
    end(worker, 1);
  };
  const give = (worker: Worker, message: PipeMessage, atMs: number) => {
    worker.unanswered += 1;
    worker.process.deliver(atMs, () => worker.process.pool.work(message));
  };
  const load = (worker: Worker) => {
    const loaded = worker.process.machine.evaluate(program);
    if ("error" in loaded) return loaded.error;
    worker.loading = loaded.value;
    return null;
  };
  const doorOf = (worker: () => Worker): PoolDoor => ({
    start: () => "A worker starts no other processes.",
    post() {},
    finish() {},
    kill() {},
    reply(message) {
      const { process } = worker();
      worker().unanswered -= 1;
      owner.deliver(process.nowMs(), () => owner.pool.received(process.pid, message));
    },
    task: null,
  });

  /** What is to be done about a worker after its turn. */
  const lookAfter = (worker: Worker, problem: GuestError | null) => {
    const { machine } = worker.process;
    if (machine.hasExited()) return end(worker, machine.exitCode());
    if (worker.loading !== null) {
      const failure = problem ?? machine.rejection(worker.loading);
      if (failure !== null) return cannotLoad(worker, failure);
      if (machine.isPending(worker.loading)) return;
      worker.loading.dispose();
      worker.loading = null;
      for (const message of worker.tasks.splice(0)) give(worker, message, worker.process.nowMs());
    } else if (problem !== null) {
      world.write("stderr", `${problem.message}\n${problem.stack}\n`);
      return end(worker, 1);
    }
    if (worker.isFinishing && worker.unanswered <= 0 && !worker.process.hasDeliveries())
      end(worker, machine.exitCode());
  };

  const door: PoolDoor = {
    start() {
      if (workers.size >= MOST_WORKERS)
        return `Another process cannot be started: this machine runs ${PROCESS_SLOTS} processes at once at most`;
      const pid = nextPid();
      const process = openSimulatedProcess(world, { pid, startMs: owner.nowMs() });
      const worker: Worker = { process, loading: null, tasks: [], unanswered: 0, isFinishing: false };
      process.pool.connect(
        doorOf(() => worker),
        { isMain: false, isWorker: true, pid, cpuCount: SIMULATED_CPUS, file: program.path },
      );
      worker.loading = process.machine.context.undefined;
      process.deliver(owner.nowMs(), () => load(worker));
      workers.set(pid, worker);
      return pid;
    },
    post(pid, message) {
      const worker = workers.get(pid);
      if (worker === undefined) return;
      if (worker.loading !== null) worker.tasks.push(message);
      else give(worker, message, owner.nowMs());
    },
    finish(pid) {
      const worker = workers.get(pid);
      if (worker === undefined || worker.isFinishing) return;
      worker.isFinishing = true;
      worker.process.deliver(owner.nowMs(), () => null);
    },
    kill(pid) {
      const worker = workers.get(pid);
      if (worker !== undefined) forget(worker);
    },
    reply() {},
    task: null,
  };

  return {
    door,
    list: () => [...workers.values()].map(({ process }) => process),
    /** Lets a worker have its turn. */
    turn(process: SimulatedProcess) {
      const worker = workers.get(process.pid);
      if (worker !== undefined) lookAfter(worker, process.turn());
    },
    killAll() {
      for (const worker of workers.values()) forget(worker);
    },
  };
}
