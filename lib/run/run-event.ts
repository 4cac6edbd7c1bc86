import * as z from "zod/mini";
import { Evidence } from "./evidence";
import { Measurement } from "./measurement";
import { MemoryProfile } from "./memory-profile";
import { Profile } from "./profile";
import { Timeline } from "./timeline";
import { MachineSample } from "./usage";
import { Work } from "./work";
import { WrittenFiles } from "./written-file";

export const OutputStream = z.enum(["stdout", "stderr"]);
export type OutputStream = z.infer<typeof OutputStream>;

/** Why a run did not end by itself in peace. */
export const Problem = z.discriminatedUnion("kind", [
  /** The program raised; its traceback is already in stderr. */
  z.strictObject({ kind: z.literal("raised"), message: z.string() }),
  z.strictObject({ kind: z.literal("time-limit"), timeoutMs: z.number() }),
  z.strictObject({ kind: z.literal("memory-limit"), memoryLimitBytes: z.number() }),
  /** The interpreter itself broke; the next run gets a new one. */
  z.strictObject({ kind: z.literal("crashed"), message: z.string() }),
  /** The machine could not be started: nothing of the program ran. */
  z.strictObject({ kind: z.literal("unavailable"), message: z.string() }),
]);
export type Problem = z.infer<typeof Problem>;

/** What a run tells, in this order: started, output…, evidence, profile…, memory, work, files, timeline…, then one of finished, failed, stopped. */
export const RunEvent = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("started") }),
  /** The program waits for a line to be typed. */
  z.strictObject({ type: z.literal("input-wanted") }),
  z.strictObject({ type: z.literal("output"), stream: OutputStream, text: z.string() }),
  /** The output limit was reached; what follows is not shown. */
  z.strictObject({ type: z.literal("output-cut"), outputLimitBytes: z.number() }),
  z.strictObject({ type: z.literal("evidence"), evidence: Evidence }),
  /** The machine while the program runs. */
  z.strictObject({ type: z.literal("sampled"), sample: MachineSample }),
  /** What a watched run found out; a profile and a timeline in one part or several. */
  z.strictObject({ type: z.literal("profile"), profile: Profile }),
  z.strictObject({ type: z.literal("memory"), memory: MemoryProfile }),
  z.strictObject({ type: z.literal("timeline"), timeline: Timeline }),
  z.strictObject({ type: z.literal("work"), work: Work }),
  z.strictObject({ type: z.literal("files"), ...WrittenFiles.shape }),
  z.strictObject({ type: z.literal("finished"), measurement: Measurement }),
  z.strictObject({ type: z.literal("failed"), problem: Problem, measurement: Measurement }),
  z.strictObject({ type: z.literal("stopped"), measurement: Measurement }),
]);
export type RunEvent = z.infer<typeof RunEvent>;
