import { KernelError } from "@/lib/machine/kernel-objects";
import type { MachineKernel } from "@/lib/machine/machine-kernel";
import { READING, WRITING } from "@/lib/machine/pipes";
import type { FromProcess } from "@/lib/machine/process-message";
import type { RunRequest } from "@/lib/run/run-request";
import { openMessageReader, openMessageWriter, type PipeMessage } from "./pipe-messages";
import { encodeWorkerTask } from "./worker-task";

const SIGTERM = 15;
/** The frame needs milliseconds to end a process, more when it is busy. */
const PATIENCE_MS = 2_000;
/** The exit code of what was reserved and never started. */
const NEVER_STARTED = -1;
const ALONE = "This page cannot start processes: it is not cross-origin isolated, so nothing can be shared.";

type Worker = {
  readonly tasks: number;
  readonly results: number;
  readonly writer: ReturnType<typeof openMessageWriter>;
  readonly reader: ReturnType<typeof openMessageReader>;
  isFinishing: boolean;
};

/** What is told about the workers when they are looked after. */
export type WorkersHeard = {
  readonly received: (pid: number, message: PipeMessage) => void;
  readonly ended: (pid: number, exitCode: number) => void;
};

/** The processes that a program's pools have started, each with a pipe to it and one from it. */
export function openPoolWorkers({
  kernel,
  send,
  program,
  before,
}: {
  kernel: MachineKernel;
  send: (message: FromProcess) => void;
} & Pick<RunRequest, "program" | "before">) {
  const { pipes, objects, processes, slot } = kernel;
  const workers = new Map<number, Worker>();
  // Killed, and perhaps not ended yet: the frame does that.
  const dying = new Set<number>();

  /** Hands one end of a new pipe over to the process and keeps the other one. */
  const openPipe = (childSlot: number, childSide: number) => {
    const pipe = pipes.create(slot);
    objects.retain(pipe, childSide, childSlot);
    objects.release(pipe, childSide, slot);
    return pipe;
  };
  const forget = (pid: number, { tasks, results, isFinishing }: Worker) => {
    workers.delete(pid);
    if (!isFinishing) objects.release(tasks, WRITING, slot);
    objects.release(results, READING, slot);
  };
  const startIn = (pid: number, childSlot: number) => {
    const tasks = openPipe(childSlot, READING);
    const results = openPipe(childSlot, WRITING);
    workers.set(pid, {
      tasks,
      results,
      writer: openMessageWriter(pipes, tasks),
      reader: openMessageReader(pipes, results),
      isFinishing: false,
    });
    send({ type: "spawn", pid, payload: encodeWorkerTask({ program, before, tasks, results }) });
  };

  /** A place for a new process; where there is none, waits for those that are about to end. */
  const reserve = () => {
    for (;;) {
      const seen = kernel.signal.count();
      for (const pid of dying) if (processes.exitCodeOf(pid) !== null) dying.delete(pid);
      try {
        return processes.reserve();
      } catch (error) {
        if (dying.size === 0) throw error;
        kernel.meters.beginWait("a process to end");
        kernel.signal.wait(seen, PATIENCE_MS);
        kernel.meters.endWait();
        if (kernel.signal.count() === seen) throw error;
      }
    }
  };

  return {
    /** The new worker's process number, or why there can be none. */
    start(): number | string {
      if (kernel.memory instanceof ArrayBuffer) return ALONE;
      let reserved: ReturnType<typeof processes.reserve> | null = null;
      try {
        reserved = reserve();
        startIn(reserved.pid, reserved.slot);
        return reserved.pid;
      } catch (error) {
        if (!(error instanceof KernelError)) throw error;
        if (reserved !== null) {
          objects.releaseAll(reserved.slot);
          processes.end(reserved.pid, NEVER_STARTED);
        }
        return `Another process cannot be started: ${error.message}`;
      }
    },
    post(pid: number, message: PipeMessage) {
      const worker = workers.get(pid);
      worker?.writer.post(message);
      worker?.writer.flush();
    },
    /** Lets a worker end once it has done what it has. */
    finish(pid: number) {
      const worker = workers.get(pid);
      if (worker === undefined || worker.isFinishing) return;
      worker.isFinishing = true;
      objects.release(worker.tasks, WRITING, slot);
    },
    /** Ends a worker at once; nothing more is heard of it. */
    kill(pid: number) {
      const worker = workers.get(pid);
      if (worker === undefined) return;
      forget(pid, worker);
      dying.add(pid);
      send({ type: "kill", pid, signal: SIGTERM });
    },
    /** Brings and takes what can be without waiting; false if that was nothing. */
    lookAfter({ received, ended }: WorkersHeard): boolean {
      let hasHappened = false;
      for (const [pid, worker] of workers) {
        hasHappened = worker.writer.flush() || hasHappened;
        // Asked before what it has written is read: what it wrote before its end must not be lost.
        const exitCode = processes.exitCodeOf(pid);
        for (let message = worker.reader.take(); message !== null; message = worker.reader.take()) {
          hasHappened = true;
          received(pid, message);
          if (!workers.has(pid)) break;
        }
        if (exitCode === null || !workers.has(pid)) continue;
        hasHappened = true;
        forget(pid, worker);
        ended(pid, exitCode);
      }
      return hasHappened;
    },
  };
}
export type PoolWorkers = ReturnType<typeof openPoolWorkers>;
