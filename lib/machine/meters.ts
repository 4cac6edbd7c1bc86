import type { KernelLock } from "./kernel-lock";
import { PROCESS_SLOTS, sectionOf, type KernelMemory } from "./kernel-memory";

/** Layout, in 64-bit floats: for each slot the numbers below, then those of the whole machine. */
const SLOT_NUMBERS = 10;
const WAITED_MS = 0;
const WAITING_SINCE_MS = 1;
const STARTED_MS = 2;
const READ_BYTES = 3;
const WRITTEN_BYTES = 4;
const COPIES = 5;
const READS = 6;
const WRITES = 7;
const MEMORY_BYTES = 8;
const THREADS = 9;
const MACHINE = PROCESS_SLOTS * SLOT_NUMBERS;
const ENDED_COPIES = MACHINE;
const CLOCK_STARTED_MS = MACHINE + 1;
const CLOCK_MS = MACHINE + 2;
const CHARGED_MS = MACHINE + 3;
const ENDED_COMPUTING_MS = MACHINE + 4;
const ENDED_READ_BYTES = MACHINE + 5;
const ENDED_WRITTEN_BYTES = MACHINE + 6;
const ENDED_READS = MACHINE + 7;
const ENDED_WRITES = MACHINE + 8;
const ENDED_THREADS = MACHINE + 9;
const COPIED_MS = MACHINE + 10;
const COPIES_CHANGED_MS = MACHINE + 11;
const NUMBERS = MACHINE + 12;

/** One clock for all workers: each has a `performance.now` that begins at its own start. */
const nowMs = () => performance.timeOrigin + performance.now();

type WaitsHeard = { readonly begin: (label: string) => void; readonly end: () => void };

/**
 * What the machine's processes have used. The **I/O clock** runs only while at least one copy to or from the simulated
 * disk is under way; what all copies waited, added up, is *charged*. Charged over clock is how many were under way at
 * once on average, whatever the load of the computer that this runs on.
 */
export function openMeters({ memory, lock, slot }: { memory: KernelMemory; lock: KernelLock; slot: number }) {
  const numbers = new Float64Array(memory, sectionOf("meters").byteOffset, NUMBERS);
  const of = (each: number, number: number) => each * SLOT_NUMBERS + number;
  const read = (index: number) => numbers[index] ?? 0;
  const add = (index: number, value: number) => void (numbers[index] = read(index) + value);

  const waitedMs = (each: number) => {
    const since = read(of(each, WAITING_SINCE_MS));
    return read(of(each, WAITED_MS)) + (since === 0 ? 0 : nowMs() - since);
  };
  const computingMs = (each: number) => {
    const started = read(of(each, STARTED_MS));
    return started === 0 ? 0 : Math.max(0, nowMs() - started - waitedMs(each));
  };
  const total = (number: number, ended: number | null) => {
    let sum = ended === null ? 0 : read(ended);
    for (let each = 0; each < PROCESS_SLOTS; each += 1) sum += read(of(each, number));
    return sum;
  };

  let hearing: WaitsHeard = { begin() {}, end() {} };
  const copiesUnderWay = () => total(COPIES, ENDED_COPIES);
  const copyingSinceMs = () => copiesUnderWay() * (nowMs() - read(COPIES_CHANGED_MS));
  /** Before their number changes. */
  const addUpCopies = () => {
    add(COPIED_MS, copyingSinceMs());
    numbers[COPIES_CHANGED_MS] = nowMs();
  };
  const endCopies = (each: number, count: number) => {
    if (count === 0) return;
    addUpCopies();
    add(of(each, COPIES), -count);
    if (copiesUnderWay() === 0) add(CLOCK_MS, nowMs() - read(CLOCK_STARTED_MS));
  };

  return {
    /** This process begins to count. */
    start() {
      for (let number = 0; number < SLOT_NUMBERS; number += 1) numbers[of(slot, number)] = 0;
      numbers[of(slot, STARTED_MS)] = nowMs();
    },
    /** A process is no more: what it used goes to the machine's sums. */
    end(each: number) {
      lock.hold(() => {
        endCopies(each, read(of(each, COPIES)));
        add(ENDED_COMPUTING_MS, computingMs(each));
        add(ENDED_READ_BYTES, read(of(each, READ_BYTES)));
        add(ENDED_WRITTEN_BYTES, read(of(each, WRITTEN_BYTES)));
        add(ENDED_READS, read(of(each, READS)));
        add(ENDED_WRITES, read(of(each, WRITES)));
        add(ENDED_THREADS, read(of(each, THREADS)));
        for (let number = 0; number < SLOT_NUMBERS; number += 1) numbers[of(each, number)] = 0;
      });
    },
    /** Around every wait of this process; `label` says for what. */
    beginWait(label: string) {
      hearing.begin(label);
      numbers[of(slot, WAITING_SINCE_MS)] = nowMs();
    },
    endWait() {
      hearing.end();
      numbers[of(slot, WAITED_MS)] = waitedMs(slot);
      numbers[of(slot, WAITING_SINCE_MS)] = 0;
    },
    /** From here on every wait of this process is told. */
    hearWaits: (heard: WaitsHeard) => void (hearing = heard),
    /** Of this process, since it was started. */
    waitedMs: () => waitedMs(slot),
    waitedMsOf: waitedMs,
    computingMs: () => computingMs(slot),
    /** Of all processes of the run, those included that are no more. */
    machineComputingMs() {
      let sum = read(ENDED_COMPUTING_MS);
      for (let each = 0; each < PROCESS_SLOTS; each += 1) sum += computingMs(each);
      return sum;
    },
    read(bytes: number) {
      add(of(slot, READ_BYTES), bytes);
      add(of(slot, READS), 1);
    },
    wrote(bytes: number) {
      add(of(slot, WRITTEN_BYTES), bytes);
      add(of(slot, WRITES), 1);
    },
    /** So large is this process's memory now, its interpreter's included; it never shrinks. */
    hasMemory: (bytes: number) => void (numbers[of(slot, MEMORY_BYTES)] = bytes),
    memoryBytesOf: (each: number) => read(of(each, MEMORY_BYTES)),
    /** Of all processes that are there now. */
    totalMemoryBytes: () => total(MEMORY_BYTES, null),
    /** This process has started a thread beyond its main one. */
    startedThread: () => add(of(slot, THREADS), 1),
    totalThreads: () => total(THREADS, ENDED_THREADS),
    totalReads: () => total(READS, ENDED_READS),
    totalWrites: () => total(WRITES, ENDED_WRITES),
    totalReadBytes: () => total(READ_BYTES, ENDED_READ_BYTES),
    totalWrittenBytes: () => total(WRITTEN_BYTES, ENDED_WRITTEN_BYTES),
    /** A copy that will wait `chargedMs` for the disk begins. */
    beginCopy(chargedMs: number) {
      lock.hold(() => {
        addUpCopies();
        if (copiesUnderWay() === 0) numbers[CLOCK_STARTED_MS] = nowMs();
        add(of(slot, COPIES), 1);
        add(CHARGED_MS, chargedMs);
      });
    },
    endCopy: () => lock.hold(() => endCopies(slot, 1)),
    chargedMs: () => read(CHARGED_MS),
    /** How long copies have been under way until now, each counted for itself; what is charged, as it passes. */
    copiedMs: () => read(COPIED_MS) + copyingSinceMs(),
    ioClockMs: () => read(CLOCK_MS) + (copiesUnderWay() > 0 ? nowMs() - read(CLOCK_STARTED_MS) : 0),
  };
}
