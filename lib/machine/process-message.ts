import * as z from "zod/mini";
import { Evidence } from "@/lib/run/evidence";
import { Measurement } from "@/lib/run/measurement";
import { OutputStream } from "@/lib/run/run-event";
import { RunRequest } from "@/lib/run/run-request";

const bytes = z.instanceof(ArrayBuffer);
/** Shared memory exists only in an isolated page. */
const shared = z.custom<SharedArrayBuffer>(
  (value) => typeof SharedArrayBuffer !== "undefined" && value instanceof SharedArrayBuffer,
);

/** What the frame tells a process: boot once, then run once. A process is never used again after its run. */
export const ToProcess = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("boot"),
    /** The interpreter, compiled once in the frame. */
    module: z.instanceof(WebAssembly.Module),
    /** The memory to start with; null: boot from the sources. */
    snapshot: z.nullable(z.union([bytes, shared])),
    /** Python's standard library archive, or a shared file that it may yet come to; null for JavaScript. */
    library: z.nullable(z.union([bytes, shared])),
    /** One byte; 2 asks the running program to end (SIGINT). Null without shared memory. */
    interrupt: z.nullable(shared),
    /** Where output goes (see `output-ring.ts`); null: by messages of type `output`. */
    output: z.nullable(shared),
  }),
  z.strictObject({ type: z.literal("run"), request: RunRequest }),
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
  z.strictObject({ type: z.literal("ended"), end: ProcessEnd, measurement: Measurement }),
]);
export type FromProcess = z.infer<typeof FromProcess>;
