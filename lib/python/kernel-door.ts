import * as z from "zod/mini";
import { KernelError } from "@/lib/machine/kernel-objects";
import type { MachineKernel } from "@/lib/machine/machine-kernel";
import { STOP_SIGNAL, type FromProcess, type Place } from "@/lib/machine/process-message";
import type { Limits } from "@/lib/run/limits";
import type { MachineSettings } from "@/lib/run/machine-settings";
import { protectStackHere } from "./protect-stack";
import { placeRareData } from "./rare-data-in-memory";
import { separateStacks } from "./thread-stacks";
import { openTimelineDoor } from "./timeline-door";

/** What a function gives instead of a number when the kernel refused; `problem` says why. */
const REFUSED = -1;
/** No signal: the process was reserved and never started. */
const NEVER_STARTED = 0;

/** Python's bytes and memory views, lent for the time of a call. A copy of the proxy would not know what it stands for. */
type Lent = { getBuffer: (kind: "u8") => { data: Uint8Array; release: () => void } };
const Bytes = z.custom<Lent>((value) => typeof value === "object" && value !== null && "getBuffer" in value);

type SuspendableCall = { callPromising: () => Promise<unknown>; destroy: () => void };
/** A function of Python's that can be suspended; it is a function here too. */
const Body = z.custom<{ copy: () => SuspendableCall }>(
  (value) => typeof value === "function" && "copy" in value && "callPromising" in value,
);

const Memory = z.object({ HEAPU8: z.instanceof(Uint8Array) });

/** What a process is made of, as far as its kernel must know. */
export type DoorParts = {
  readonly kernel: MachineKernel;
  readonly place: Place;
  readonly limits: Limits;
  readonly settings: MachineSettings;
  /** Emscripten's module. */
  readonly emscripten: object;
  readonly canSuspend: boolean;
  readonly interrupt: SharedArrayBuffer | null;
  readonly send: (message: FromProcess) => void;
  readonly readRareData: () => Uint8Array<ArrayBuffer>;
  /** A thread ended the interpreter: nothing of it goes on. */
  readonly onBroken: (error: unknown) => void;
};

/** What `runtime/kernel.py` binds: the kernel's functions under the names they have there. */
export function openKernelDoor(parts: DoorParts) {
  const { kernel, place, limits, settings, emscripten, canSuspend, send } = parts;
  const { signal, pipes, semaphores, blocks, objects, processes, meters, files, slot } = kernel;
  const timeline = openTimelineDoor(place.tellsTimeline, send);
  const { stackBytes } = separateStacks(emscripten);
  const isShared = place.memory !== null;
  const interrupt = parts.interrupt && new Uint8Array(parts.interrupt);
  const parked = new Map<number, () => void>();
  let promise: Promise<void> = Promise.resolve();
  let problem = "";

  const refusable =
    <Values extends unknown[]>(ask: (...values: Values) => number) =>
    (...values: Values) => {
      try {
        return ask(...values);
      } catch (error) {
        if (!(error instanceof KernelError)) throw error;
        problem = `${error.code} ${error.message}`;
        return REFUSED;
      }
    };
  const lent = <Result>(value: unknown, read: (data: Uint8Array) => Result) => {
    const buffer = Bytes.parse(value).getBuffer("u8");
    try {
      return read(buffer.data);
    } finally {
      buffer.release();
    }
  };
  const startThread = (body: unknown) => {
    const own = Body.parse(body).copy();
    own
      .callPromising()
      .catch(parts.onBroken)
      .finally(() => own.destroy());
  };
  /** Where nobody could raise the signal there is only the clock to wait for. */
  const waitAlone = (timeoutMs: number) => {
    const end = performance.now() + timeoutMs;
    while (performance.now() < end);
  };

  return {
    can_wait: isShared,
    can_start_threads: canSuspend,
    can_start_processes: isShared,
    pid: place.pid,
    parent_pid: place.parentPid,
    slot,
    cpu_count: place.cpuCount,
    memory_limit_bytes: limits.memoryLimitBytes,
    disk_latency_ms: settings.disk.latencyMs,
    disk_bytes_per_second: settings.disk.bytesPerSecond,
    place_rare_data: () => placeRareData(emscripten, parts.readRareData()),
    problem: () => problem,

    wake_count: signal.count,
    wait(seen: number, timeoutMs: number) {
      timeline.note_sleep(timeoutMs);
      meters.beginWait("");
      if (!signal.wait(seen, timeoutMs)) waitAlone(timeoutMs);
      meters.endWait();
    },
    /** True once where the learner has pressed Stop. */
    take_interrupt() {
      if (interrupt === null) return false;
      return Atomics.compareExchange(interrupt, 0, STOP_SIGNAL, 0) === STOP_SIGNAL;
    },
    preempt: () => send({ type: "preempt" }),
    park(thread: number) {
      promise = new Promise((resolve) => void parked.set(thread, resolve));
    },
    get parked() {
      return promise;
    },
    unpark(thread: number) {
      parked.get(thread)?.();
      parked.delete(thread);
    },
    start_thread: startThread,
    protect_main_stack: () => protectStackHere(emscripten),
    protect_thread_stack: () => protectStackHere(emscripten, stackBytes),

    pipe_new: refusable(() => pipes.create(slot)),
    // What is read goes into bytes of Python's: a JavaScript object that Python is given could not be waited behind.
    pipe_read_into: (pipe: number, target: unknown) =>
      lent(target, (bytes) => {
        const read = pipes.read(pipe, bytes.length);
        bytes.set(read);
        return read.length;
      }),
    pipe_write: refusable((pipe: number, data: unknown) => lent(data, (bytes) => pipes.write(pipe, bytes))),
    pipe_available: refusable(pipes.available),
    pipe_room: pipes.room,
    pipe_is_at_end: pipes.isAtEnd,
    pipe_is_broken: pipes.isBroken,
    semaphore_new: refusable((value: number, most: number) => semaphores.create(value, most, slot)),
    semaphore_try: refusable((semaphore: number) => Number(semaphores.tryAcquire(semaphore))),
    semaphore_release: refusable((semaphore: number) => Number(semaphores.release(semaphore))),
    semaphore_value: semaphores.value,
    block_new: refusable((bytes: number) => blocks.create(bytes, slot)),
    block_read_into: (block: number, at: number, target: unknown) =>
      lent(target, (bytes) => bytes.set(blocks.read(block, at, bytes.length))),
    block_write: (block: number, at: number, data: unknown) =>
      lent(data, (bytes) => blocks.write(block, at, bytes)),
    retain: objects.retain,
    release: objects.release,

    started_thread: meters.startedThread,
    process_new: refusable(() => processes.reserve().pid),
    process_slot: processes.slotOf,
    process_start: (pid: number, payload: unknown) =>
      lent(payload, (bytes) => {
        // Lanes come in the order in which they began.
        timeline.tell_notes();
        send({ type: "spawn", pid, payload: new Uint8Array(bytes) });
      }),
    process_exit_code: (pid: number) => processes.exitCodeOf(pid) ?? undefined,
    process_kill(pid: number, number: number) {
      const victim = processes.slotOf(pid);
      if (victim === null) return REFUSED;
      if (number !== NEVER_STARTED) send({ type: "kill", pid, signal: number });
      else {
        objects.releaseAll(victim);
        processes.end(pid, REFUSED);
      }
      return 0;
    },
    processes_started: processes.count,
    want_input: () => send({ type: "input-wanted" }),

    ...timeline,

    waited_ms: meters.waitedMs,
    computing_ms: meters.computingMs,
    machine_computing_ms: meters.machineComputingMs,
    begin_copy: meters.beginCopy,
    end_copy: meters.endCopy,
    io_charged_ms: meters.chargedMs,
    io_clock_ms: meters.ioClockMs,
    read_bytes: meters.totalReadBytes,
    written_bytes: meters.totalWrittenBytes,
    read_count: meters.totalReads,
    write_count: meters.totalWrites,
    memory_bytes: () => Memory.parse(emscripten).HEAPU8.length,
    disk_total_bytes: () => files.room().blocks * files.room().blockBytes,
    disk_free_bytes: () => files.room().freeBlocks * files.room().blockBytes,
  };
}
