import type { QuickJSContext, QuickJSHandle, QuickJSWASMModule } from "quickjs-emscripten-core";
import type { OutputStream } from "@/lib/run/run-event";
import type { ProgramFile } from "@/lib/run/run-request";
import { doorFunctions } from "./door-functions";
import { evaluateProgram } from "./evaluate-program";
import { describeError, type GuestError } from "./guest-error";
import valuesSource from "./guest/values.guest.js";
import type { MachineDoor } from "./machine-door";
import { openModules } from "./open-modules";
import { openPrelude, preludeModules } from "./prelude";
import { makeGuest } from "./make-guest";
import { typeScriptError, type StrippedCode, type StripTypes } from "./stripped-code";
import { joinPieces } from "./text-pieces";

/** Half of what overflows the interpreter's own stack: past it QuickJS raises instead of breaking. */
const MAX_STACK_BYTES = 160 * 1024;

/** A guest value that is the machine's to dispose of, or what it threw. */
export type Outcome = { readonly value: QuickJSHandle } | { readonly error: GuestError };

/** Gives another text for a file's. */
type Rewriter = (code: string, path: string) => StrippedCode;

/** One QuickJS context with console, timers and clocks: what a learner's JavaScript program lives in. */
export type VirtualMachine = ReturnType<typeof openVirtualMachine>;

/**
 * Opens a fresh virtual machine. `nowMs` is its clock, `isInterrupted` is polled while it computes, `write` gets what
 * the program prints. Dispose of it after use.
 */
export function openVirtualMachine({
  quickjs,
  write,
  nowMs,
  isInterrupted,
  stripTypes = null,
}: {
  quickjs: QuickJSWASMModule;
  /** False once nothing more is heard. */
  write: (stream: OutputStream, text: string) => boolean;
  nowMs: () => number;
  isInterrupted: () => boolean;
  /** Makes JavaScript of the TypeScript that is run or imported; null where only JavaScript is. */
  stripTypes?: StripTypes | null;
}) {
  const runtime = quickjs.newRuntime();
  runtime.setMaxStackSize(MAX_STACK_BYTES);
  let ticks = 0;
  let onTick = () => {};
  let exitCode = 0;
  let hasExited = false;
  let memoryLimitBytes = Infinity;
  // The engine's memory never shrinks: once it was as large as the limit, it stays so.
  const isMemoryFull = () => quickjs.getWasmMemory().buffer.byteLength >= memoryLimitBytes;
  runtime.setInterruptHandler(() => {
    ticks += 1;
    onTick();
    return hasExited || isInterrupted();
  });
  const context = runtime.newContext();

  let door: MachineDoor | null = null;
  const prelude = openPrelude({
    runtime,
    context,
    host: (backstage) => ({
      write: (stream, ...pieces) => {
        const name = backstage.getString(stream) === "stderr" ? "stderr" : "stdout";
        return write(name, joinPieces(backstage, pieces)) ? backstage.true : backstage.false;
      },
      now: () => backstage.newNumber(nowMs()),
      restorePlaces: (stack) => backstage.newString(restorePlaces(backstage.getString(stack))),
      exitCodeIs: (code) => void (exitCode = backstage.getNumber(code)),
      exit: () => void (hasExited = true),
      promiseState: (value) => showPromise(backstage, value),
      ...doorFunctions(backstage, () => door),
    }),
  });
  let rewrite: Rewriter | null = null;
  let restorePlaces: (stack: string) => string = (stack) => stack;
  const translate = (path: string, code: string): StrippedCode => {
    const stripped = stripTypes !== null && path.endsWith(".ts") ? stripTypes(code) : { code };
    return "problem" in stripped || rewrite === null ? stripped : rewrite(stripped.code, path);
  };
  const modules = openModules({
    runtime,
    context,
    readFile: (path) => readModule(door, path),
    translate,
  });
  const installed: QuickJSHandle[] = [];
  for (const [name, part] of Object.entries(preludeModules))
    prelude.adopted(part).consume((object) => modules.provide(name, object));
  const inspector = prelude.part("inspect");
  const timers = prelude.part("timers");
  const inspect = (value: QuickJSHandle): string => {
    const shown = context.callFunction(inspector, context.undefined, value);
    if (shown.error !== undefined) {
      shown.error.dispose();
      return "a value that cannot be shown";
    }
    using text = shown.value;
    return context.getString(text);
  };
  const install = (source: string, name: string, ...parameters: QuickJSHandle[]) => {
    using make = context.unwrapResult(makeGuest(context, source, name));
    const made = context.unwrapResult(context.callFunction(make, context.undefined, ...parameters));
    installed.push(made);
    return made;
  };
  const values = install(valuesSource, "values", inspector);

  const outcome = (result: ReturnType<QuickJSContext["evalCode"]>): Outcome => {
    if (result.error === undefined) return { value: result.value };
    using error = result.error;
    return { error: describe(error) };
  };
  const describe = (error: QuickJSHandle): GuestError => {
    const told = placed(describeError(context, error, { inspect, isMemoryFull }));
    return { ...told, stack: restorePlaces(told.stack) };
  };
  /** An import of what is not exported has no place in the engine's error. */
  const placed = (error: GuestError): GuestError => {
    const missing = /^SyntaxError: Could not find export '([^']+)'/.exec(error.message)?.[1];
    const place = missing === undefined || error.stack !== "" ? null : modules.placeOfImport(missing);
    return place === null ? error : { ...error, stack: `    at ${place.path}:${place.line}:${place.column}` };
  };
  const globalCalled = (name: string) => {
    const found = context.evalCode(name, "check.guest.js", { type: "global" });
    if (found.error === undefined) return found.value;
    found.error.dispose();
    return null;
  };
  const callMethod = (owner: QuickJSHandle, name: string, ...given: QuickJSHandle[]): Outcome => {
    using method = context.getProp(owner, name);
    return outcome(context.callFunction(method, owner, ...given));
  };
  const timerNumber = (name: string) => callMethod(timers, name);

  return {
    context,
    /** Evaluates a guest file, calls the function that it is, and gives what that returns, which stays the machine's. */
    install,
    /** Lets programs import the object's properties under that name. */
    provide: modules.provide,
    /** Past this the program's allocations fail with an error of its own. */
    limitMemory(bytes: number) {
      memoryLimitBytes = bytes;
      runtime.setMemoryLimit(bytes);
    },
    /** What the program has set `process.exitCode` to. */
    exitCode: () => exitCode,
    /** The program has called `process.exit`: nothing of it runs any more. */
    hasExited: () => hasExited,
    /** Engine ticks so far: one for every 10,000 jumps and calls, the same on every machine. */
    ticks: () => ticks,
    /** Has something of ours done at every tick, in the middle of whatever the program does. */
    atTicks: (action: () => void) => void (onTick = action),
    /** Blocks that the engine has allocated; it knows no size of strings and maps. Takes a walk over all objects. */
    allocatedBlocks() {
      using usage = runtime.computeMemoryUsage();
      using blocks = context.getProp(usage, "malloc_count");
      return context.getNumber(blocks);
    },
    /** Gives the machine's files and keyboard to the programs that run here from now on. */
    enter: (opened: MachineDoor) => void (door = opened),
    /**
     * Runs a file: a classic script, whose top-level names stay for the next one, or a module where it imports or
     * exports. Where a module or a script awaits, the value is the promise of its end.
     */
    evaluate({ path, code }: ProgramFile): Outcome {
      const translated = translate(path, code);
      if ("problem" in translated) return { error: typeScriptError(path, translated.problem) };
      const program = { path, code: translated.code };
      modules.leaveScope();
      return outcome(evaluateProgram(context, program, () => modules.evaluate(program)));
    },
    /** The engine's memory; it is another one once it has grown. */
    memory: () => quickjs.getWasmMemory().buffer,
    /**
     * Has every file rewritten, from now on, before it is run or imported. `restore` puts the places of the learner's
     * files into a stack that names those of the rewritten ones.
     */
    rewriteBy(rewriter: Rewriter, restore = restorePlaces) {
      rewrite = rewriter;
      restorePlaces = restore;
    },
    /** Where a file that has run was a module, makes its names known to the next one, as a script's are. */
    keepNames: modules.keepNames,
    /** What a top-level name stands for in the file that ran last; null where there is no such name. */
    lookUp: (name: string) => modules.lookUp(name) ?? globalCalled(name),
    call: (callee: QuickJSHandle, ...values: QuickJSHandle[]) =>
      outcome(context.callFunction(callee, context.undefined, ...values)),
    /** Runs promise jobs until none is left; gives what one of them threw. */
    runJobs(): GuestError | null {
      const result = runtime.executePendingJobs();
      if (result.error === undefined) return null;
      using error = result.error;
      return describe(error);
    },
    /** What a promise was rejected with; null for any other value. */
    rejection(value: QuickJSHandle): GuestError | null {
      const state = context.getPromiseState(value);
      if (state.type !== "rejected") {
        if (state.type === "fulfilled" && state.notAPromise !== true) state.value.dispose();
        return null;
      }
      using error = state.error;
      return describe(error);
    },
    isPromise(value: QuickJSHandle): boolean {
      const state = context.getPromiseState(value);
      if (state.type === "rejected") state.error.dispose();
      if (state.type === "fulfilled" && state.notAPromise !== true) state.value.dispose();
      return state.type !== "fulfilled" || state.notAPromise !== true;
    },
    /** What a promise was fulfilled with; null for any other one. */
    fulfilled(promise: QuickJSHandle): QuickJSHandle | null {
      const state = context.getPromiseState(promise);
      if (state.type === "rejected") state.error.dispose();
      return state.type === "fulfilled" && state.notAPromise !== true ? state.value : null;
    },
    /** True for a promise that is neither fulfilled nor rejected yet. */
    isPending(value: QuickJSHandle): boolean {
      const state = context.getPromiseState(value);
      if (state.type === "rejected") state.error.dispose();
      if (state.type === "fulfilled" && state.notAPromise !== true) state.value.dispose();
      return state.type === "pending";
    },
    /** Milliseconds until the next timer is due; null when there is none. */
    untilTimerMs() {
      const due = timerNumber("untilNextMs");
      if ("error" in due) return null;
      using value = due.value;
      const dueMs = context.getNumber(value);
      return dueMs < 0 ? null : dueMs;
    },
    runTimer: () => timerNumber("runNext"),
    /** A value as the learner would see it printed, cut at so many characters. */
    shown(value: QuickJSHandle, characters: number): string {
      using limit = context.newNumber(characters);
      const shown = callMethod(values, "shown", value, limit);
      if ("error" in shown) return "a value that cannot be shown";
      using text = shown.value;
      return context.getString(text);
    },
    /** A JSON value made inside the machine, whatever its program did to the built-ins. */
    fromJson(value: unknown): QuickJSHandle {
      using text = context.newString(JSON.stringify(value));
      const made = callMethod(values, "fromJson", text);
      if ("error" in made) throw new Error(`A check's value could not be made: ${made.error.message}`);
      return made.value;
    },
    /**
     * Takes a value out as JSON text; null when JSON cannot say it. It is read by built-ins kept from before the
     * program ran. Gives what a getter of the value threw.
     */
    toJson(value: QuickJSHandle): { readonly json: string | null } | { readonly error: GuestError } {
      const taken = callMethod(values, "toJson", value);
      if ("error" in taken) return taken;
      using text = taken.value;
      return { json: context.typeof(text) === "string" ? context.getString(text) : null };
    },
    dispose() {
      for (const made of installed) made.dispose();
      inspector.dispose();
      timers.dispose();
      modules.dispose();
      prelude.dispose();
      context.dispose();
      runtime.dispose();
    },
  };
}

/** A module's text from the program's files. */
function readModule(door: MachineDoor | null, path: string) {
  if (door === null || !door.files.exists(path) || !door.files.attributes(path).isFile) return null;
  return new TextDecoder().decode(door.files.read(path));
}

/** A promise's state and what it holds, for `inspect`; null for any other value. */
function showPromise(realm: QuickJSContext, value: QuickJSHandle): QuickJSHandle {
  const found = realm.getPromiseState(value);
  if (found.type === "fulfilled" && found.notAPromise === true) return realm.null;
  const shown = realm.newObject();
  realm.newString(found.type).consume((state) => realm.setProp(shown, "state", state));
  if (found.type === "fulfilled") found.value.consume((held) => realm.setProp(shown, "held", held));
  if (found.type === "rejected") found.error.consume((held) => realm.setProp(shown, "held", held));
  return shown;
}
