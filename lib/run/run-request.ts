import * as z from "zod/mini";
import { CheckPlan } from "./check-plan";
import { Language } from "./language";
import { Limits } from "./limits";

/** A program's file: `path` is its bare name, as tracebacks show it. */
export const ProgramFile = z.strictObject({
  path: z.string().check(z.regex(/^[\w-]+\.(py|js)$/)),
  code: z.string().check(z.maxLength(200_000)),
});
export type ProgramFile = z.infer<typeof ProgramFile>;

/** One press of Run or Check: `before` is replayed first in the same process, untimed and unheard. */
export const RunRequest = z.strictObject({
  language: Language,
  program: ProgramFile,
  before: z.array(ProgramFile).check(z.maxLength(50)),
  limits: Limits,
  /** Present for Check: the program is loaded, not run as a script, and its functions are called. */
  checks: z.nullable(CheckPlan),
});
export type RunRequest = z.infer<typeof RunRequest>;
