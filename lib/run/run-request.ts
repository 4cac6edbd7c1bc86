import * as z from "zod/mini";
import { CheckPlan } from "./check-plan";
import { Language } from "./language";
import { Limits } from "./limits";

/** Past this a file is no program that anybody typed. */
const PROGRAM_LIMIT_CHARACTERS = 200_000;
const TOO_LONG = `a program may have ${PROGRAM_LIMIT_CHARACTERS.toLocaleString("en")} characters at most; shorten it.`;

/** A program's file: `path` is its bare name, as tracebacks show it. */
export const ProgramFile = z.strictObject({
  path: z.string().check(z.regex(/^[\w-]+\.(py|js)$/)),
  code: z.string().check(z.maxLength(PROGRAM_LIMIT_CHARACTERS, TOO_LONG)),
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
