import type { KernelLock } from "./kernel-lock";
import { OBJECT_LIMIT, PIPE_BYTES, PIPE_LIMIT, sectionOf, type KernelMemory } from "./kernel-memory";
import { KernelError, KIND_PIPE, type KernelObjects } from "./kernel-objects";
import type { WakeSignal } from "./wake-signal";

/** The first pipe of every run: what the learner types. */
export const KEYBOARD_PIPE = 0;

/** The sides of a pipe. */
export const READING = 0;
export const WRITING = 1;

/** A pipe's own words: which ring it has, and how many bytes have gone in and come out (both wrap at 2³²). */
const RING = 0;
const WRITTEN = 1;
const READ = 2;

/** Byte rings between processes. Nothing here blocks: who finds no byte, or no room, waits for the wake signal. */
export function openPipes({
  memory,
  lock,
  objects,
  signal,
}: {
  memory: KernelMemory;
  lock: KernelLock;
  objects: KernelObjects;
  signal: WakeSignal;
}) {
  const { byteOffset } = sectionOf("pipes");
  const { objects: words, own } = objects;
  const ringOf = (pipe: number) =>
    new Uint8Array(memory, byteOffset + Atomics.load(words, own(pipe, RING)) * PIPE_BYTES, PIPE_BYTES);
  const waiting = (pipe: number) =>
    (Atomics.load(words, own(pipe, WRITTEN)) - Atomics.load(words, own(pipe, READ))) | 0;
  const freeRing = () => {
    const used = new Set(objects.living(KIND_PIPE).map((pipe) => Atomics.load(words, own(pipe, RING))));
    for (let ring = 0; ring < PIPE_LIMIT; ring += 1) if (!used.has(ring)) return ring;
    throw new KernelError(
      "EMFILE",
      `One run has ${PIPE_LIMIT} pipes at most. Close those that are not used.`,
    );
  };

  return {
    /** A new pipe whose two ends the process holds. */
    create: (slot: number) =>
      lock.hold(() => {
        const ring = freeRing();
        const pipe = objects.create(KIND_PIPE, slot, [READING, WRITING]);
        Atomics.store(words, own(pipe, RING), ring);
        return pipe;
      }),
    /** Bytes that wait to be read. Refused where there is no such pipe. */
    available(pipe: number) {
      objects.requireKind(pipe, KIND_PIPE);
      return waiting(pipe);
    },
    room: (pipe: number) => PIPE_BYTES - waiting(pipe),
    /** True once nobody could write any more and all is read. */
    isAtEnd: (pipe: number) => objects.heldAt(pipe, WRITING) <= 0 && waiting(pipe) === 0,
    /** True once nobody could read any more. */
    isBroken: (pipe: number) => pipe >= OBJECT_LIMIT || objects.heldAt(pipe, READING) <= 0,
    /** Takes up to `limit` bytes, which may be none. */
    read(pipe: number, limit: number): Uint8Array<ArrayBuffer> {
      const taken = lock.hold(() => {
        objects.requireKind(pipe, KIND_PIPE);
        const count = Math.min(limit, waiting(pipe));
        const bytes = new Uint8Array(count);
        const from = Atomics.load(words, own(pipe, READ));
        const start = (from >>> 0) % PIPE_BYTES;
        const ring = ringOf(pipe);
        const untilEnd = Math.min(count, PIPE_BYTES - start);
        bytes.set(ring.subarray(start, start + untilEnd));
        bytes.set(ring.subarray(0, count - untilEnd), untilEnd);
        Atomics.store(words, own(pipe, READ), (from + count) | 0);
        return bytes;
      });
      if (taken.length > 0) signal.raise();
      return taken;
    },
    /** Puts in as much as there is room for, and says how much that was. */
    write(pipe: number, source: Uint8Array): number {
      const count = lock.hold(() => {
        objects.requireKind(pipe, KIND_PIPE);
        const count = Math.min(source.length, PIPE_BYTES - waiting(pipe));
        const from = Atomics.load(words, own(pipe, WRITTEN));
        const start = (from >>> 0) % PIPE_BYTES;
        const ring = ringOf(pipe);
        const untilEnd = Math.min(count, PIPE_BYTES - start);
        ring.set(source.subarray(0, untilEnd), start);
        ring.set(source.subarray(untilEnd, count), 0);
        Atomics.store(words, own(pipe, WRITTEN), (from + count) | 0);
        return count;
      });
      if (count > 0) signal.raise();
      return count;
    },
  };
}
