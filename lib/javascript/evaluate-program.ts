import type { QuickJSContext } from "quickjs-emscripten-core";
import type { ProgramFile } from "@/lib/run/run-request";

/** A classic script whose statements may await: its names stay, and its value is a promise (`JS_EVAL_FLAG_ASYNC`). */
const AWAITING_SCRIPT = 1 << 7;

const MAY_BE_NO_SCRIPT = /\b(?:import|export|await)\b/;
const MAY_BE_MODULE = /\b(?:import|export)\b/;

/**
 * Runs a file as what it is. What is a classic script stays one: its top-level names are there for the next one. Only
 * what is none is run with top-level `await`, or as a module where it imports or exports; `asModule` does that.
 */
export function evaluateProgram(
  context: QuickJSContext,
  { code, path }: ProgramFile,
  asModule: () => ReturnType<QuickJSContext["evalCode"]>,
) {
  if (!MAY_BE_NO_SCRIPT.test(code) || isScript(context, { code, path }))
    return context.evalCode(code, path, { type: "global" });
  return MAY_BE_MODULE.test(code) ? asModule() : context.evalCode(code, path, AWAITING_SCRIPT);
}

function isScript(context: QuickJSContext, { code, path }: ProgramFile) {
  const compiled = context.evalCode(code, path, { type: "global", compileOnly: true });
  compiled.dispose();
  return compiled.error === undefined;
}
