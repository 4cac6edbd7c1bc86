import variant from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant } from "quickjs-emscripten-core";
import { createContext, Script } from "node:vm";
import { countSteps } from "../counting/counted-machine";
import { openProcess } from "../process-for-tests";
import { watchByLooking } from "../profiling/watch-by-looking";
import { watchExactly } from "../profiling/watch-exactly";
import type { Mode } from "./modes";
import { openVirtualMachine, type VirtualMachine } from "../virtual-machine";

export const quickjs = await newQuickJSWASMModuleFromVariant(variant);
export const { process: neighbour } = await openProcess();

/** Programs print by this, one line a call; what they do to the built-ins does not change how. */
const PRINT = `var print = (() => {
  const [log, text] = [console.log, String];
  return (...values) => {
    let line = "";
    for (let i = 0; i < values.length; i++) line += (i === 0 ? "" : " ") + text(values[i]);
    log(line);
  };
})();`;

/** Sets a machine up for a mode; gives what ends it. */
export const setUp = {
  plain: () => () => {},
  counted: (machine) => countSteps(machine).dispose,
  watched: (machine) => watchExactly(machine).close,
  "looked at": (machine) => watchByLooking({ machine, kernel: neighbour.kernel }).close,
} satisfies Record<Mode, (machine: VirtualMachine) => () => void>;

/** What a program prints by `console.log` on the machine; what ends it is its last line, after the word "uncaught". */
export function printedOnMachine(code: string, mode: Mode): string {
  let printed = "";
  let nowMs = 0;
  let ticks = 0;
  const machine = openVirtualMachine({
    quickjs,
    nowMs: () => nowMs,
    isInterrupted: () => (ticks += 1) > TICKS_LIMIT,
    write: (_, text) => {
      printed += text;
      return true;
    },
  });
  const close = setUp[mode](machine);
  try {
    const begun = machine.evaluate({ path: "print.js", code: PRINT });
    if ("value" in begun) begun.value.dispose();
    const done = machine.evaluate({ path: "main.js", code });
    if ("error" in done) return `${printed}uncaught ${nameOf(done.error.message)}\n`;
    done.value.dispose();
    for (;;) {
      const thrown = machine.runJobs();
      if (thrown !== null) return `${printed}uncaught ${nameOf(thrown.message)}\n`;
      const dueMs = machine.untilTimerMs();
      if (dueMs === null) return printed;
      nowMs += dueMs;
      const timer = machine.runTimer();
      if ("error" in timer) return `${printed}uncaught ${nameOf(timer.error.message)}\n`;
      timer.value.dispose();
    }
  } finally {
    close();
    machine.dispose();
  }
}

/** What the same program prints on the engine alone, in a context that has nothing of ours but `console.log`. */
export function printedByEngine(code: string): string {
  let printed = "";
  using context = quickjs.newContext();
  using console = context.newObject();
  using log = context.newFunction("log", (text) => {
    printed += `${context.getString(text)}\n`;
  });
  context.setProp(console, "log", log);
  context.setProp(context.global, "console", console);
  context.unwrapResult(context.evalCode(PRINT, "print.js", { type: "global" })).dispose();
  const done = context.evalCode(code, "main.js", { type: "global" });
  if (done.error !== undefined) {
    using name = context.getProp(done.error, "name");
    printed += `uncaught ${context.getString(name)}\n`;
    done.error.dispose();
  } else done.value.dispose();
  const jobs = context.runtime.executePendingJobs();
  if (jobs.error !== undefined) jobs.error.dispose();
  return printed;
}

/** What the same program prints on Node's own engine, of another make. */
export async function printedByNode(code: string): Promise<string> {
  let printed = "";
  const log = (text: string) => void (printed += `${text}\n`);
  const realm = createContext({ console: { log }, setTimeout, queueMicrotask });
  new Script(PRINT).runInContext(realm);
  try {
    new Script(code).runInContext(realm, { timeout: NODE_LIMIT_MS });
  } catch (error) {
    printed += `uncaught ${nameOf(String(error))}\n`;
  }
  // Programs here wait a few milliseconds at most, each timer after the other.
  await new Promise((done) => setTimeout(done, WAIT_MS));
  return printed;
}

const WAIT_MS = 20;
/** Far more than any program here needs; an endless one is a mistake of its own. */
const TICKS_LIMIT = 20_000;
const NODE_LIMIT_MS = 5_000;
const nameOf = (message: string) => message.split(":")[0] ?? message;
