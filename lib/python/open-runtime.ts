import type { PyodideInterface } from "pyodide";
import * as z from "zod/mini";
import type { CheckPlan, GrowthCase, WorkCase } from "@/lib/run/check-plan";
import type { Profile } from "@/lib/run/profile";
import type { ProgramFile } from "@/lib/run/run-request";
import { RUNTIME_PACKAGE } from "./load-runtime";
import {
  CheckReport,
  CountReport,
  MemoryReport,
  ProfileReport,
  ProgramReport,
  WorkReport,
} from "./runtime-report";

/** Every question is answered in JSON, so that no object of one language is ever held by the other. */
const isFunction = (value: unknown) => typeof value === "function";
type Promising<Value> = { callPromising: (value: Value) => Promise<unknown> };
const Runtime = z.object({
  prepare: z.custom<() => void>(isFunction),
  begin: z.custom<(door: object) => void>(isFunction),
  answer: z.custom<((question: string) => unknown) & Promising<string>>(isFunction),
  runChild: z.custom<((payload: Uint8Array) => unknown) & Promising<Uint8Array>>(isFunction),
});

/** The Python side of a process: what can be asked of it, each answer parsed. */
export type PythonRuntime = ReturnType<typeof openRuntime>;

/**
 * Makes the booted interpreter, in which the runtime is loaded, a learner's process. Where WebAssembly can be
 * suspended, answers take as long as threads make them wait; elsewhere there is one thread.
 */
export function openRuntime(python: PyodideInterface, { canSuspend }: { canSuspend: boolean }) {
  const { begin, answer, runChild } = takeDoor(python);
  const ask = async (question: object): Promise<unknown> => {
    const text = JSON.stringify(question);
    return JSON.parse(z.string().parse(await (canSuspend ? answer.callPromising(text) : answer(text))));
  };
  return {
    /** Gives the process its kernel. Comes before everything else. */
    begin,
    /** Nothing past so many characters is delivered. Python counts them itself: dropping there is cheap. */
    limitOutput: async (characters: number) => void (await ask({ ask: "limit", characters })),
    /** A fresh `__main__` in which the earlier files were executed. */
    replay: async (files: readonly ProgramFile[]) => ProgramReport.parse(await ask({ ask: "replay", files })),
    /** With the mode of a profile it is watched; `takeProfile` gives what was found. */
    run: async (program: ProgramFile, profile: Profile["mode"] | null = null) =>
      ProgramReport.parse(await ask({ ask: "run", program, arguments: [], profile })),
    takeProfile: async () => ProfileReport.parse(await ask({ ask: "profile" })),
    /** As `run`, with what it holds watched; `takeMemory` gives what was found. */
    runTraced: async (program: ProgramFile) =>
      ProgramReport.parse(await ask({ ask: "run", program, arguments: [], memory: true })),
    takeMemory: async () => MemoryReport.parse(await ask({ ask: "memory" })),
    /** As `run`, in the pass that counts the steps. */
    runCounted: async (program: ProgramFile) =>
      CountReport.parse(await ask({ ask: "run_counted", program, arguments: [] })),
    check: async (
      program: ProgramFile,
      {
        cases,
        script,
        starter = null,
      }: Pick<CheckPlan, "cases" | "script"> & { readonly starter?: string | null | undefined },
    ) => CheckReport.parse(await ask({ ask: "check", program, cases, script, starter })),
    count: async (program: ProgramFile, work: WorkCase) =>
      WorkReport.parse(await ask({ ask: "count", program, work })),
    countGrowth: async (program: ProgramFile, growth: GrowthCase) =>
      WorkReport.parse(await ask({ ask: "count_growth", program, growth })),
    /** Runs what another process wants of this one; gives the exit code. */
    runChild: async (payload: Uint8Array) =>
      z.int().parse(await (canSuspend ? runChild.callPromising(payload) : runChild(payload))),
  };
}

function takeDoor(python: PyodideInterface) {
  const take = (name: string): unknown =>
    python.runPython(`from ${RUNTIME_PACKAGE}.answer import ${name}; ${name}`);
  const runtime = Runtime.parse({
    prepare: take("prepare"),
    begin: take("begin"),
    answer: take("answer"),
    runChild: take("run_child"),
  });
  runtime.prepare();
  python.runPython("del prepare, begin, answer, run_child");
  return runtime;
}
