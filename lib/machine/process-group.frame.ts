import type { RunEvent } from "@/lib/run/run-event";
import type { RunRequest } from "@/lib/run/run-request";
import type { Timeline } from "@/lib/run/timeline";
import type { MachineSample, Usage } from "@/lib/run/usage";
import type { WrittenFiles } from "@/lib/run/written-file";
import { writtenFiles } from "./file-tree";
import { breakKernelLock, FRAME_OWNER } from "./kernel-lock";
import { canShareMemory, newSharedKernelMemory, PROCESS_SLOTS } from "./kernel-memory";
import { openMachineKernel } from "./machine-kernel";
import { openRunOutput } from "./output-relay.frame";
import { KEYBOARD_PIPE, WRITING } from "./pipes";
import { ownPaths } from "./program-files";
import type { Process } from "./process.frame";
import type { FromProcess, Place } from "./process-message";
import { openTimelineCollector } from "./timeline-collector";

/** How often a thread that computes is made to give its turn away: CPython's own switch interval. */
const TURN_MS = 5;
/** Where nothing can be shared there is one process, and nobody to tell it from others. */
const ALONE = { memory: null, pid: 100, parentPid: 1, slot: 0, cpuCount: 1 };
/** By then a terminated worker does not run any more, whatever it was doing. */
const TERMINATED_MS = 3_000;
const INIT_PID = 1;
const SIGKILL = 9;
const ABORTED = -6;

/** One clock for all workers and the frame. */
const nowMs = () => performance.timeOrigin + performance.now();

type Child = { readonly end: (exitCode: number) => void };

/**
 * The processes of one run beyond the program's own, and the memory they have in common. A process asks for another
 * one, or for another one's end, by messages; the frame alone starts and ends them and keeps the table of who lives.
 */
export function openProcessGroup({
  request,
  takeProcess,
  onEvent,
}: {
  request: RunRequest;
  takeProcess: () => Promise<Process>;
  onEvent: (event: RunEvent) => void;
}) {
  const { limits, settings } = request;
  const memory = canShareMemory() ? newSharedKernelMemory() : null;
  const kernel = memory && openMachineKernel(memory, FRAME_OWNER);
  const output = openRunOutput({ outputLimitBytes: limits.outputLimitBytes, onEvent });
  const children = new Map<number, Child>();
  // A pool of as many workers must find room beside the program, and beside the process that checks it.
  const cpuCount = Math.min(Math.max(1, navigator.hardwareConcurrency), PROCESS_SLOTS - 2);
  const collector = request.instrument?.kind === "timeline" ? openTimelineCollector() : null;
  const tellsTimeline = collector !== null;
  const own: Place =
    kernel === null
      ? { ...ALONE, tellsTimeline }
      : { memory, ...kernel.processes.reserve(), parentPid: INIT_PID, cpuCount, tellsTimeline };
  const turns = new Map<number, ReturnType<typeof setInterval>>();

  const relayOf = (process: Process) => output.relay(process.ring);

  const spawn = async (pid: number, parentPid: number, payload: Uint8Array<ArrayBuffer>) => {
    const slot = kernel?.processes.slotOf(pid) ?? null;
    if (memory === null || kernel === null || slot === null || pid === own.pid || children.has(pid)) return;
    collector?.starts({ pid, parentPid, atMs: nowMs() });
    let process: Process | null = null;
    let closeOutput = () => {};
    let isOver = false;
    const end = (exitCode: number) => {
      if (isOver) return;
      isOver = true;
      collector?.ends(pid, nowMs());
      closeOutput();
      clearInterval(turns.get(pid));
      children.delete(pid);
      // Before its things are let go: from here on it is halted where it would touch them.
      kernel.processes.beginEnd(pid);
      process?.terminate();
      breakKernelLock(memory, slot);
      kernel.meters.end(slot);
      kernel.objects.releaseAll(slot);
      // Not before: the next process in this slot would lose what it has been given.
      kernel.processes.end(pid, exitCode);
      setTimeout(() => {
        if (!kernel.processes.isTaken(slot)) breakKernelLock(memory, slot);
      }, TERMINATED_MS);
    };
    const fail = (reason: string) => {
      if (isOver) return;
      closeOutput();
      onEvent({ type: "output", stream: "stderr", text: `Process ${pid} broke: ${reason}\n` });
      end(ABORTED);
    };
    children.set(pid, { end });
    try {
      process = await takeProcess();
      await process.ready;
    } catch (error) {
      return fail(error instanceof Error ? error.message : String(error));
    }
    if (isOver) return process.terminate();
    const relay = relayOf(process);
    closeOutput = relay.close;
    const hearOwn = hear(process, pid);
    process.listen((message) => {
      if (isOver) return;
      if (message.type === "doorbell") relay.doorbell();
      else if (message.type === "output") relay.output(message.stream, message.text);
      else if (message.type === "output-cut") relay.cut();
      else if (message.type === "library-wanted") void process?.bringLibrary().catch(fail);
      else if (message.type === "ended") {
        if (message.end.outcome === "crashed") fail(message.end.message);
        else end(message.exitCode);
      } else hearOwn(message);
    }, fail);
    const place: Place = { memory, pid, parentPid, slot, cpuCount, tellsTimeline };
    process.send({ type: "run", job: { kind: "child", payload, limits, settings }, place });
  };

  /** Hears what any process of the run, known by its number, wants of the others. */
  const hear = (process: Process, pid: number) => (message: FromProcess) => {
    if (message.type === "spawn") void spawn(message.pid, pid, message.payload);
    else if (message.type === "kill") children.get(message.pid)?.end(-message.signal);
    else if (message.type === "noted") collector?.notes(pid, message.notes);
    else if (message.type === "input-wanted") onEvent({ type: "input-wanted" });
    else if (message.type === "preempt" && !turns.has(pid))
      turns.set(pid, setInterval(process.endTurn, TURN_MS));
  };

  return {
    /** Where the program's own process is. */
    own,
    relayOf,
    hear,
    /** What the learner typed; nothing: the end of the input. */
    input(text: string) {
      if (text === "") kernel?.objects.release(KEYBOARD_PIPE, WRITING, own.slot);
      else kernel?.pipes.write(KEYBOARD_PIPE, new TextEncoder().encode(text));
    },
    /** Wakes whoever waits, so that an interrupt is noticed. */
    wake: () => kernel?.signal.raise(),
    /** How long the program's own process has waited; null where the frame cannot see it. */
    waitedMs: () => kernel?.meters.waitedMsOf(own.slot) ?? null,
    /** What the run has used until now; null where the frame cannot see it. */
    usage: (): Usage | null =>
      kernel && {
        memoryBytes: kernel.meters.memoryBytesOf(own.slot),
        readBytes: kernel.meters.totalReadBytes(),
        writtenBytes: kernel.meters.totalWrittenBytes(),
        processes: kernel.processes.count() - 1,
        threads: kernel.meters.totalThreads(),
      },
    /** The machine as it is now; null where the frame cannot see it. */
    sample: (): Omit<MachineSample, "atMs"> | null =>
      kernel && {
        computingMs: kernel.meters.machineComputingMs(),
        memoryBytes: kernel.meters.totalMemoryBytes(),
        readBytes: kernel.meters.totalReadBytes(),
        writtenBytes: kernel.meters.totalWrittenBytes(),
        copyingMs: kernel.meters.copiedMs(),
        processes: kernel.processes.alive().length,
      },
    /** Who did what when, at the run's end; null where nobody asked, or nothing began. */
    timeline: (): Timeline | null => collector?.timeline({ pid: own.pid, atMs: nowMs() }) ?? null,
    /** What the run has left in its files, once its own process is no more; null where the frame cannot see them. */
    written(): WrittenFiles | null {
      if (kernel === null) return null;
      kernel.processes.end(own.pid, -SIGKILL);
      breakKernelLock(kernel.memory, own.slot);
      return writtenFiles(kernel.files, request.files, { own: ownPaths(request) });
    },
    /** Ends every process that is left but the program's own. */
    end() {
      for (const turn of turns.values()) clearInterval(turn);
      for (const child of children.values()) child.end(-SIGKILL);
    },
  };
}
export type ProcessGroup = ReturnType<typeof openProcessGroup>;
