import type { QuickJSHandle } from "quickjs-emscripten-core";
import * as z from "zod/mini";
import type { BusiestLine } from "@/lib/run/evidence";
import { lineOf } from "../guest-error";
import type { CodeProblem } from "../stripped-code";
import collectionsSource from "../guest/count-collections.guest.js";
import listsSource from "../guest/count-lists.guest.js";
import textsSource from "../guest/count-texts.guest.js";
import varyingSource from "../guest/count-varying.guest.js";
import meterSource from "../guest/step-meter.guest.js";
import type { Outcome, VirtualMachine } from "../virtual-machine";
import { countSyntax } from "./count-syntax";

/** The engine, which polls once for so many steps of its own, counts what a regular expression tries. */
const STEPS_A_TICK = 10_000;
const MARK_BYTES = 16;

/**
 * Makes a fresh machine count the steps of the files it evaluates from now on: what they say by the rewritten syntax
 * tree, what built-ins do by the length they walk. Slower, so never for a run that is timed. The steps of `linesOf`, the
 * name of a file, are found on its lines too: whenever the count has grown by another small share, all since the last
 * look goes to the line that adds to it.
 */
export function countSteps(machine: VirtualMachine, { linesOf = null }: { linesOf?: string | null } = {}) {
  const { context } = machine;
  const mark = newMark();
  const sources: ReadonlyMap<string, string>[] = [];

  const setUp = (source: string, ...parameters: QuickJSHandle[]) => {
    using make = valueOf(machine.evaluate({ path: "count.guest.js", code: source }));
    return valueOf(machine.call(make, ...parameters));
  };
  const stepsOnLines = new Map<number, number>();
  using tell = context.newFunction("tell", (place, steps) => {
    if (linesOf === null) return;
    const lines = linesIn(context.getString(place), linesOf);
    const each = context.getNumber(steps) / lines.length;
    for (const line of lines) stepsOnLines.set(line, (stepsOnLines.get(line) ?? 0) + each);
  });
  using made = setUp(meterSource, tell);
  const meter = context.getProp(made, "meter");
  using tools = context.getProp(made, "tools");
  using regexSteps = context.newFunction("regexSteps", () =>
    context.newNumber(machine.ticks() * STEPS_A_TICK),
  );
  using originalText = context.newFunction("originalText", (handle) => {
    const text = context.getString(handle);
    const original = sources.map((known) => known.get(text)).find((found) => found !== undefined);
    return context.newString(original ?? (text.includes(mark) ? HIDDEN : text));
  });
  setUp(listsSource, tools).dispose();
  setUp(textsSource, tools, regexSteps).dispose();
  setUp(collectionsSource, tools, originalText).dispose();
  setUp(varyingSource, tools).dispose();
  context.setProp(context.global, mark, meter);
  // No property leads to it: only the rewritten text names it.
  const bind = `const ${mark} = globalThis.${mark}; delete globalThis.${mark};`;
  valueOf(machine.evaluate({ path: "count.guest.js", code: bind })).dispose();

  machine.rewriteBy((code, path) => {
    try {
      const counted = countSyntax(code, { meter: mark, byLine: path === linesOf });
      sources.push(counted.originals);
      return { code: counted.code };
    } catch (error) {
      if (error instanceof SyntaxError) return { problem: problemOf(error) };
      throw error;
    }
  });

  const steps = () => {
    using steps = context.getProp(meter, "steps");
    return context.getNumber(steps);
  };
  return {
    /** Steps so far: the same number on every machine and every time. */
    steps,
    /** From here on steps are found on their lines; gives what says which line took most of them. */
    noteLines() {
      const before = steps();
      stepsOnLines.clear();
      using begin = context.getProp(meter, "noteLines");
      valueOf(machine.call(begin)).dispose();
      return () => busiestOf(stepsOnLines, steps() - before);
    },
    /** Whether the program has read a clock or drawn from chance, and so may count otherwise next time. */
    varies() {
      using varies = context.getProp(meter, "varies");
      return context.eq(varies, context.true);
    },
    dispose: () => meter.dispose(),
  };
}

/** The lines in what the meter tells of a place: their numbers, or the stack of what charged it. */
function linesIn(place: string, path: string): number[] {
  if (/^[\d ]+$/.test(place)) return place.split(" ").map(Number);
  const line = lineOf({ stack: place }, path);
  return line === null ? [] : [line];
}

function busiestOf(stepsOnLines: ReadonlyMap<number, number>, steps: number): BusiestLine | undefined {
  const [busiest] = [...stepsOnLines].toSorted(
    ([line, taken], [other, others]) => others - taken || line - other,
  );
  return busiest === undefined ? undefined : { line: busiest[0], share: Math.min(1, busiest[1] / steps) };
}

/** What a function whose text cannot be given shows instead, as built-ins do. */
const HIDDEN = "function () {\n    [native code]\n}";

/** The parser's own errors say where, and repeat it behind their message. */
const Placed = z.object({ loc: z.object({ line: z.int(), column: z.int() }) });

function problemOf(error: SyntaxError): CodeProblem {
  const { loc } = Placed.parse(error);
  return { message: error.message.replace(/ \(\d+:\d+\)$/, ""), line: loc.line, column: loc.column + 1 };
}

function valueOf(outcome: Outcome) {
  if ("error" in outcome) throw new Error(`The step counter could not be set up: ${outcome.error.message}`);
  return outcome.value;
}

function newMark() {
  const bytes = crypto.getRandomValues(new Uint8Array(MARK_BYTES));
  return `$${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
