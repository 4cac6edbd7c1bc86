import type { PyodideInterface } from "pyodide";
import * as z from "zod/mini";
import type { CheckCase, WorkCase } from "@/lib/run/check-plan";
import type { ProgramFile } from "@/lib/run/run-request";
import { RUNTIME_PACKAGE } from "./load-runtime";
import { CheckReport, ProgramReport, WorkReport } from "./runtime-report";

/** Every question is answered in JSON, so that no object of one language is ever held by the other. */
const Runtime = z.object({
  prepare: z.custom<() => void>((value) => typeof value === "function"),
  answer: z.custom<(question: string) => string>((value) => typeof value === "function"),
});

/** The Python side of a process: what can be asked of it, each answer parsed. */
export type PythonRuntime = ReturnType<typeof openRuntime>;

/** Makes the booted interpreter, in which the runtime is loaded, a learner's process. */
export function openRuntime(python: PyodideInterface) {
  const { answer } = takeDoor(python);
  const ask = (question: object): unknown => JSON.parse(answer(JSON.stringify(question)));
  return {
    /** Nothing past so many characters is delivered. Python counts them itself: dropping there is cheap. */
    limitOutput: (characters: number) => void ask({ ask: "limit", characters }),
    /** A fresh `__main__` in which the earlier files were executed. Comes before everything else. */
    replay: (files: readonly ProgramFile[]) => ProgramReport.parse(ask({ ask: "replay", files })),
    run: (program: ProgramFile) => ProgramReport.parse(ask({ ask: "run", program })),
    check: (program: ProgramFile, cases: readonly CheckCase[]) =>
      CheckReport.parse(ask({ ask: "check", program, cases })),
    count: (program: ProgramFile, work: WorkCase) => WorkReport.parse(ask({ ask: "count", program, work })),
  };
}

function takeDoor(python: PyodideInterface) {
  const runtime = Runtime.parse({
    prepare: python.runPython(`from ${RUNTIME_PACKAGE}.answer import prepare; prepare`),
    answer: python.runPython(`from ${RUNTIME_PACKAGE}.answer import answer; answer`),
  });
  runtime.prepare();
  python.runPython("del prepare, answer");
  return runtime;
}
