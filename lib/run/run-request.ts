import * as z from "zod/mini";
import { CheckPlan } from "./check-plan";
import { Engine } from "./engine";
import { Instrument } from "./instrument";
import { Language } from "./language";
import { Limits } from "./limits";
import { MachineSettings } from "./machine-settings";

/** Past this a file is no program that anybody typed. */
const PROGRAM_LIMIT_CHARACTERS = 200_000;
const TOO_LONG = `a program may have ${PROGRAM_LIMIT_CHARACTERS.toLocaleString("en")} characters at most; shorten it.`;

/** More files than an author would give a program. */
export const GIVEN_FILES_LIMIT = 500;
const GIVEN_FILE_LIMIT_CHARACTERS = 1_000_000;

/** A program's file: `path` is its bare name, as tracebacks show it. */
export const ProgramFile = z.strictObject({
  path: z.string().check(z.regex(/^[\w-]+\.(py|js|ts)$/)),
  code: z.string().check(z.maxLength(PROGRAM_LIMIT_CHARACTERS, TOO_LONG)),
});
export type ProgramFile = z.infer<typeof ProgramFile>;

/** A file that is in the program's home folder when it starts; `path` is relative to it. */
export const GivenFile = z.strictObject({
  path: z.string().check(z.regex(/^(?!\/)(?!.*\/$)(?!(.*\/)?\.{0,2}(\/|$))[^\0]{1,400}$/)),
  text: z.string().check(z.maxLength(GIVEN_FILE_LIMIT_CHARACTERS)),
});
export type GivenFile = z.infer<typeof GivenFile>;

/** One press of Run or Check: `before` is replayed first in the same process, untimed and unheard. */
export const RunRequest = z.strictObject({
  language: Language,
  /** Left out: the language's own interpreter, the only one that checks anything. */
  engine: z.optional(Engine),
  /** Left out: the program runs unwatched. Never together with checks. */
  instrument: z.optional(Instrument),
  program: ProgramFile,
  before: z.array(ProgramFile).check(z.maxLength(50)),
  files: z.array(GivenFile).check(z.maxLength(GIVEN_FILES_LIMIT)),
  /** What the machine is like that it runs on. */
  settings: MachineSettings,
  limits: Limits,
  /** Present for Check: the program is loaded, not run as a script, and its functions are called. */
  checks: z.nullable(CheckPlan),
});
export type RunRequest = z.infer<typeof RunRequest>;
