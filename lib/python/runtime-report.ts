import * as z from "zod/mini";
import { ProcessEnd } from "@/lib/machine/process-message";
import { BusiestLine, CaseEvidence } from "@/lib/run/evidence";
import { MemoryProfile } from "@/lib/run/memory-profile";
import { Profile } from "@/lib/run/profile";
import { Work } from "@/lib/run/work";

/** How a piece of a program ended, as the Python runtime reports it; `traceback` is what stderr must show. */
export const ProgramReport = z.strictObject({
  end: ProcessEnd,
  traceback: z.string(),
  exit_code: z.int(),
});
export type ProgramReport = z.infer<typeof ProgramReport>;

/** What the checks found; no cases where the file could not be loaded. */
export const CheckReport = z.extend(ProgramReport, { cases: z.array(CaseEvidence) });
export type CheckReport = z.infer<typeof CheckReport>;

/** The counted work of a program that ran as a script. */
export const CountReport = z.extend(ProgramReport, { work: Work });
export type CountReport = z.infer<typeof CountReport>;

/**
 * Counted steps of the learner's file, then of the starter, or of the learner's file at each size; fewer where one of
 * them raised. The line is the learner's, in the largest of the calls.
 */
export const WorkReport = z.extend(ProgramReport, {
  counts: z.array(z.int()),
  other_result: z.boolean(),
  busiest: z.nullable(BusiestLine),
});
export type WorkReport = z.infer<typeof WorkReport>;

/** Where the time of the program went; null where no memory was left to say it. */
export const ProfileReport = z.nullable(Profile);

/** What the program held; null where no memory was left to say it. */
export const MemoryReport = z.nullable(MemoryProfile);
