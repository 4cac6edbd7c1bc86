import * as z from "zod/mini";
import { CheckPlan } from "@/lib/run/check-plan";
import { Evidence } from "@/lib/run/evidence";
import { MachineSettings } from "@/lib/run/machine-settings";
import { GivenFile, ProgramFile } from "@/lib/run/run-request";

/** A submitted program, and all that is asked of it. */
export const VerifyJob = z.strictObject({
  program: ProgramFile,
  checks: CheckPlan,
  /** What the program finds in its home folder. */
  files: z.array(GivenFile),
  settings: MachineSettings,
  memoryLimitBytes: z.int().check(z.positive()),
  /** How long it may compute; waiting for its timers, or for the machine, is not counted. */
  computingLimitMs: z.int().check(z.positive()),
});
export type VerifyJob = z.infer<typeof VerifyJob>;

/** How a program ended, with the evidence gathered until then. */
export const Found = z.strictObject({
  type: z.literal("found"),
  end: z.enum(["finished", "raised", "out-of-memory", "crashed"]),
  evidence: Evidence,
});
export type Found = z.infer<typeof Found>;

/** What a child says, one line of JSON each. */
export const FromChild = z.discriminatedUnion("type", [z.strictObject({ type: z.literal("ready") }), Found]);
export type FromChild = z.infer<typeof FromChild>;
