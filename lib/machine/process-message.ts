import * as z from "zod/mini";
import { Evidence } from "@/lib/run/evidence";
import { Limits } from "@/lib/run/limits";
import { MachineSettings } from "@/lib/run/machine-settings";
import { Measurement } from "@/lib/run/measurement";
import { MemoryProfile } from "@/lib/run/memory-profile";
import { Profile } from "@/lib/run/profile";
import { OutputStream } from "@/lib/run/run-event";
import { RunRequest } from "@/lib/run/run-request";
import { Work } from "@/lib/run/work";
import { WrittenFiles } from "@/lib/run/written-file";
import { NOTES_AT_ONCE, TimelineNote } from "./timeline-note";

/** What Stop is to a program: SIGXCPU, as where a machine ends what has run too long. SIGINT is the program's own. */
export const STOP_SIGNAL = 24;

const bytes = z.instanceof(ArrayBuffer);
/** Shared memory exists only in an isolated page. */
const shared = z.custom<SharedArrayBuffer>(
  (value) => typeof SharedArrayBuffer !== "undefined" && value instanceof SharedArrayBuffer,
);

/** What a process is to do: a learner's request, or what another process of the same run wants. */
const Job = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("program"), request: RunRequest }),
  z.strictObject({
    kind: z.literal("child"),
    payload: z.instanceof(Uint8Array),
    limits: Limits,
    settings: MachineSettings,
  }),
]);
export type Job = z.infer<typeof Job>;

/** Where in the run's machine a process is. */
const Place = z.strictObject({
  /** What the processes of the run have in common; null: nothing can be shared, the process is alone. */
  memory: z.nullable(shared),
  pid: z.int(),
  parentPid: z.int(),
  slot: z.int(),
  cpuCount: z.int(),
  /** Whether it is to tell when it begins and ends to wait. */
  tellsTimeline: z.boolean(),
});
export type Place = z.infer<typeof Place>;

/** What the frame tells a process: boot once, then run once. A process is never used again after its run. */
export const ToProcess = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("boot"),
    /** The interpreter, compiled once in the frame. */
    module: z.instanceof(WebAssembly.Module),
    /** Whether a message `snapshot` follows; else it boots from the sources. */
    hasSnapshot: z.boolean(),
    /** Python's standard library archive, or a shared file that it may yet come to; null for JavaScript. */
    library: z.nullable(z.union([bytes, shared])),
    /** One byte; `STOP_SIGNAL` asks the running program to end. Null without shared memory. */
    interrupt: z.nullable(shared),
    /** Where output goes (see `output-ring.ts`); null: by messages of type `output`. */
    output: z.nullable(shared),
  }),
  /** The memory to start with, unpacked; null where it cannot be used. */
  z.strictObject({ type: z.literal("snapshot"), snapshot: z.nullable(z.union([bytes, shared])) }),
  z.strictObject({ type: z.literal("run"), job: Job, place: Place }),
]);
export type ToProcess = z.infer<typeof ToProcess>;

/** How a program ended, as its own process saw it. */
export const ProcessEnd = z.discriminatedUnion("outcome", [
  z.strictObject({ outcome: z.literal("finished") }),
  z.strictObject({ outcome: z.literal("raised"), message: z.string() }),
  z.strictObject({ outcome: z.literal("out-of-memory") }),
  z.strictObject({ outcome: z.literal("interrupted") }),
  z.strictObject({ outcome: z.literal("crashed"), message: z.string() }),
]);
export type ProcessEnd = z.infer<typeof ProcessEnd>;

/** What a process tells the frame. Learner code may reach this channel: the frame believes none of it. */
export const FromProcess = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("ready") }),
  /** It boots from the sources instead, which takes a second longer. */
  z.strictObject({ type: z.literal("snapshot-refused"), reason: z.string() }),
  /** It waits for the standard library's archive. */
  z.strictObject({ type: z.literal("library-wanted") }),
  z.strictObject({ type: z.literal("started") }),
  /** There is new output in the ring. */
  z.strictObject({ type: z.literal("doorbell") }),
  z.strictObject({ type: z.literal("output"), stream: OutputStream, text: z.string() }),
  z.strictObject({ type: z.literal("output-cut") }),
  z.strictObject({ type: z.literal("evidence"), evidence: Evidence }),
  z.strictObject({ type: z.literal("profile"), profile: Profile }),
  z.strictObject({ type: z.literal("memory"), memory: MemoryProfile }),
  z.strictObject({ type: z.literal("work"), work: Work }),
  z.strictObject({
    type: z.literal("noted"),
    notes: z.array(TimelineNote).check(z.maxLength(NOTES_AT_ONCE)),
  }),
  /** It has reserved a process and wants it started. */
  z.strictObject({ type: z.literal("spawn"), pid: z.int(), payload: z.instanceof(Uint8Array) }),
  /** It wants another process ended. */
  z.strictObject({ type: z.literal("kill"), pid: z.int(), signal: z.int() }),
  /** It has more than one thread: none may keep the turn for long. */
  z.strictObject({ type: z.literal("preempt") }),
  z.strictObject({ type: z.literal("input-wanted") }),
  /** What is in its files that was not given; told by a process that shares no memory. */
  z.strictObject({ type: z.literal("files"), ...WrittenFiles.shape }),
  z.strictObject({
    type: z.literal("ended"),
    end: ProcessEnd,
    exitCode: z.int(),
    measurement: Measurement,
  }),
]);
export type FromProcess = z.infer<typeof FromProcess>;
