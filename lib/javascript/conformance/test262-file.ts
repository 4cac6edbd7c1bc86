import { parse } from "yaml";
import * as z from "zod";

const Flag = z.enum([
  "onlyStrict",
  "noStrict",
  "module",
  "raw",
  "async",
  "generated",
  "CanBlockIsFalse",
  "CanBlockIsTrue",
  "non-deterministic",
]);

/** What a test says of itself above its code, as far as running it needs: https://github.com/tc39/test262, INTERPRETING.md. */
const Description = z.object({
  flags: z.array(Flag).default([]),
  includes: z.array(z.string()).default([]),
  features: z.array(z.string()).default([]),
  negative: z
    .object({ phase: z.enum(["parse", "resolution", "runtime"]), type: z.string() })
    .nullable()
    .default(null),
});
type Description = z.infer<typeof Description>;

/** One way to run a test. */
export type Test262Run = {
  readonly code: string;
  readonly includes: readonly string[];
  readonly isAsync: boolean;
  readonly isStrict: boolean;
  /** The name of the error that it must end with; null where it must end well. */
  readonly error: string | null;
};

const STRICT = '"use strict";\n';
/** What every test may use, unless it is raw. */
const ALWAYS = ["assert.js", "sta.js"];
const MODULE_SYNTAX = /^\s*(?:import|export)\b/m;

/**
 * The ways in which a test is to be run: as it is and in strict mode, unless it says otherwise. None for what needs more
 * than one realm or agent, which our machine does not offer.
 */
export function runsOfTest(text: string): readonly Test262Run[] {
  const description = describe(text);
  const has = (flag: z.infer<typeof Flag>) => description.flags.includes(flag);
  if (needsHost(text, description)) return [];
  const isAsync = has("async");
  const own = {
    includes: has("raw")
      ? []
      : [...ALWAYS, ...(isAsync ? ["doneprintHandle.js"] : []), ...description.includes],
    isAsync,
    error: description.negative?.type ?? null,
  };
  if (has("module"))
    return [{ ...own, code: MODULE_SYNTAX.test(text) ? text : `${text}\nexport {};`, isStrict: true }];
  const sloppy = { ...own, code: text, isStrict: false };
  const strict = { ...own, code: STRICT + text, isStrict: true };
  if (has("raw") || has("noStrict")) return [sloppy];
  return has("onlyStrict") ? [strict] : [sloppy, strict];
}

function describe(text: string): Description {
  const yaml = /\/\*---\r?\n?([\s\S]*?)---\*\//.exec(text)?.[1];
  return Description.parse(yaml === undefined ? {} : (parse(yaml.replaceAll("\r", "\n")) ?? {}));
}

const needsHost = (text: string, { features }: Description) =>
  features.includes("cross-realm") || /\$262\s*\.\s*(?:createRealm|agent|AbstractModuleSource)/.test(text);
