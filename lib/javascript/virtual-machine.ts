import type { QuickJSContext, QuickJSHandle, QuickJSWASMModule } from "quickjs-emscripten-core";
import type { OutputStream } from "@/lib/run/run-event";
import type { ProgramFile } from "@/lib/run/run-request";
import { describeError, type GuestError } from "./guest-error";
import consoleSource from "./guest/console.guest.js";
import inspectSource from "./guest/inspect.guest.js";
import timersSource from "./guest/timers.guest.js";
import valuesSource from "./guest/values.guest.js";

/** Half of what overflows the interpreter's own stack: past it QuickJS raises instead of breaking. */
const MAX_STACK_BYTES = 160 * 1024;

/** A guest value that is the machine's to dispose of, or what it threw. */
export type Outcome = { readonly value: QuickJSHandle } | { readonly error: GuestError };

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
}: {
  quickjs: QuickJSWASMModule;
  /** False once nothing more is heard. */
  write: (stream: OutputStream, text: string) => boolean;
  nowMs: () => number;
  isInterrupted: () => boolean;
}) {
  const runtime = quickjs.newRuntime();
  runtime.setMaxStackSize(MAX_STACK_BYTES);
  let ticks = 0;
  let memoryLimitBytes = Infinity;
  // The engine's memory never shrinks: once it was as large as the limit, it stays so.
  const isMemoryFull = () => quickjs.getWasmMemory().buffer.byteLength >= memoryLimitBytes;
  runtime.setInterruptHandler(() => {
    ticks += 1;
    return isInterrupted();
  });
  const context = runtime.newContext();

  const setUp = (source: string, name: string, ...parameters: QuickJSHandle[]) => {
    using make = context.unwrapResult(context.evalCode(`(${expression(source)})`, `${name}.guest.js`));
    return context.unwrapResult(context.callFunction(make, context.undefined, ...parameters));
  };
  using writeHandle = context.newFunction("write", (stream, text) => {
    const name = context.getString(stream) === "stderr" ? "stderr" : "stdout";
    return write(name, context.getString(text)) ? context.true : context.false;
  });
  using nowHandle = context.newFunction("now", () => context.newNumber(nowMs()));
  const inspector = setUp(inspectSource, "inspect");
  setUp(consoleSource, "console", writeHandle, nowHandle, inspector).dispose();
  const inspect = (value: QuickJSHandle): string => {
    const shown = context.callFunction(inspector, context.undefined, value);
    if (shown.error !== undefined) {
      shown.error.dispose();
      return "a value that cannot be shown";
    }
    using text = shown.value;
    return context.getString(text);
  };
  const timers = setUp(timersSource, "timers", nowHandle);
  const values = setUp(valuesSource, "values", inspector);

  const outcome = (result: ReturnType<QuickJSContext["evalCode"]>): Outcome => {
    if (result.error === undefined) return { value: result.value };
    using error = result.error;
    return { error: describeError(context, error, { inspect, isMemoryFull }) };
  };
  const callMethod = (owner: QuickJSHandle, name: string, ...given: QuickJSHandle[]): Outcome => {
    using method = context.getProp(owner, name);
    return outcome(context.callFunction(method, owner, ...given));
  };
  const timerNumber = (name: string) => callMethod(timers, name);

  return {
    context,
    /** Past this the program's allocations fail with an error of its own. */
    limitMemory(bytes: number) {
      memoryLimitBytes = bytes;
      runtime.setMemoryLimit(bytes);
    },
    /** Engine ticks so far: one for every 10,000 jumps and calls, the same on every machine. */
    ticks: () => ticks,
    /** Runs a file as a classic script; its top-level names stay for the next one. */
    evaluate: ({ code, path }: ProgramFile) => outcome(context.evalCode(code, path, { type: "global" })),
    call: (callee: QuickJSHandle, ...values: QuickJSHandle[]) =>
      outcome(context.callFunction(callee, context.undefined, ...values)),
    /** Runs promise jobs until none is left; gives what one of them threw. */
    runJobs(): GuestError | null {
      const result = runtime.executePendingJobs();
      if (result.error === undefined) return null;
      using error = result.error;
      return describeError(context, error, { inspect, isMemoryFull });
    },
    /** What a promise was rejected with; null for any other value. */
    rejection(value: QuickJSHandle): GuestError | null {
      const state = context.getPromiseState(value);
      if (state.type !== "rejected") {
        if (state.type === "fulfilled" && state.notAPromise !== true) state.value.dispose();
        return null;
      }
      using error = state.error;
      return describeError(context, error, { inspect, isMemoryFull });
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
      values.dispose();
      inspector.dispose();
      timers.dispose();
      context.dispose();
      runtime.dispose();
    },
  };
}

/** A guest file holds one expression behind its comment. */
const expression = (source: string) => source.trim().replace(/;$/, "");
