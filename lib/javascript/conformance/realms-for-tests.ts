import { posix } from "node:path";
import type { QuickJSContext, QuickJSHandle } from "quickjs-emscripten-core";
import { DiskSettings } from "@/lib/run/machine-settings";
import type { ProgramFile } from "@/lib/run/run-request";
import { evaluateProgram } from "../evaluate-program";
import { openMachineDoor } from "../machine-door";
import { openVirtualMachine } from "../virtual-machine";
import type { Mode } from "./modes";
import { neighbour, quickjs, setUp } from "./modes-for-tests";

/** A fresh global object that a program runs in, with what test262 asks of its host. */
export type Realm = {
  /** Runs a file; gives what ended it, such as `TypeError: no`; null where it went well. */
  readonly evaluate: (file: ProgramFile) => string | null;
  /** Runs promise jobs and timers until there are none, with the same answer. */
  readonly settle: () => string | null;
  readonly printed: () => string;
  readonly dispose: () => void;
};

/** As the machine's programs have it. */
const STACK_BYTES = 160 * 1024;
const disk = DiskSettings.parse({});

type Surroundings = {
  readonly isInterrupted: () => boolean;
  /** What modules may import. */
  readonly files: readonly ProgramFile[];
};

const HOST = `var print = ((log) => (text) => log(text))(console.log);
var $262 = ((evalScript, transfer, call) => ({
  global: globalThis,
  gc() {},
  evalScript,
  detachArrayBuffer(buffer) { call(transfer, buffer, []); return null; },
}))(globalThis.evalScript, ArrayBuffer.prototype.transfer, Reflect.apply);
delete globalThis.evalScript;`;

function provideHost(context: QuickJSContext) {
  using evalScript = context.newFunction("evalScript", (code) =>
    context.evalCode(context.getString(code), "script.js", { type: "global" }),
  );
  context.setProp(context.global, "evalScript", evalScript);
  context.unwrapResult(context.evalCode(HOST, "host.js", { type: "global" })).dispose();
}

/** The engine alone: nothing of ours but the rule by which a file is a script or a module. */
export function openEngineRealm({ isInterrupted, files }: Surroundings): Realm {
  const runtime = quickjs.newRuntime();
  runtime.setMaxStackSize(STACK_BYTES);
  runtime.setInterruptHandler(isInterrupted);
  const codes = new Map(files.map(({ path, code }) => [path, code]));
  runtime.setModuleLoader(
    (name) => codes.get(name) ?? { error: new Error(`There is no file ${name}.`) },
    (importer, request) => posix.join(posix.dirname(importer), request),
  );
  const context = runtime.newContext();
  let printed = "";
  using log = context.newFunction("log", (text) => void (printed += `${context.getString(text)}\n`));
  using console = context.newObject();
  context.setProp(console, "log", log);
  context.setProp(context.global, "console", console);
  provideHost(context);

  const told = (error: QuickJSHandle) => {
    if (context.typeof(error) !== "object") return String(context.dump(error));
    const text = (name: string) => context.getProp(error, name).consume(context.dump);
    return `${text("name") ?? "Error"}: ${text("message")}`;
  };
  let last: QuickJSHandle | null = null;
  return {
    evaluate({ path, code }) {
      const asModule = () => context.evalCode(code, path, { type: "module" });
      const done = evaluateProgram(context, { path, code }, asModule);
      if (done.error !== undefined) return done.error.consume(told);
      last?.dispose();
      last = done.value;
      return null;
    },
    settle() {
      const jobs = runtime.executePendingJobs();
      if (jobs.error !== undefined) return jobs.error.consume(told);
      if (last === null) return null;
      const state = context.getPromiseState(last);
      if (state.type === "rejected") return state.error.consume(told);
      if (state.type === "fulfilled" && state.notAPromise !== true) state.value.dispose();
      return null;
    },
    printed: () => printed,
    dispose() {
      last?.dispose();
      context.dispose();
      runtime.dispose();
    },
  };
}

/** The machine as learners have it, in one of its modes. */
export function openMachineRealm(mode: Mode, { isInterrupted, files }: Surroundings): Realm {
  let printed = "";
  let nowMs = 0;
  const machine = openVirtualMachine({
    quickjs,
    nowMs: () => nowMs,
    isInterrupted,
    write: (_, text) => {
      printed += text;
      return true;
    },
  });
  const { kernel } = neighbour;
  const door = openMachineDoor({ kernel, disk, wantInput: () => {}, isInterrupted });
  for (const { path, code } of files) {
    door.files.makeFolder(posix.dirname(path), { withParents: true });
    door.files.write(path, new TextEncoder().encode(code));
  }
  machine.enter(door);
  provideHost(machine.context);
  const close = setUp[mode](machine);
  let last: QuickJSHandle | null = null;
  return {
    evaluate(file) {
      const done = machine.evaluate(file);
      if ("error" in done) return done.error.message;
      last?.dispose();
      last = done.value;
      return null;
    },
    settle() {
      for (;;) {
        const thrown = machine.runJobs() ?? (last === null ? null : machine.rejection(last));
        if (thrown !== null) return thrown.message;
        const dueMs = machine.untilTimerMs();
        if (dueMs === null) return null;
        nowMs += dueMs;
        const timer = machine.runTimer();
        if ("error" in timer) return timer.error.message;
        timer.value.dispose();
      }
    },
    printed: () => printed,
    dispose() {
      last?.dispose();
      close();
      machine.dispose();
    },
  };
}
