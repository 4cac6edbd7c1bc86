import type { PyodideInterface } from "pyodide";
import * as z from "zod/mini";
import { enterMachine } from "@/lib/machine/enter-machine";
import type { Job, Place } from "@/lib/machine/process-message";
import { openKernelDoor } from "./kernel-door";
import { mountFiles } from "./mount-files";
import type { PythonRuntime } from "./open-runtime";
import type { PythonProcess } from "./python-process";

const Internals = z.object({
  _module: z.custom<object>((value) => typeof value === "object" && value !== null),
});

const Memory = z.object({ HEAPU8: z.instanceof(Uint8Array) });

type BootedProcess = Pick<PythonProcess, "output" | "send" | "waitedMs"> & {
  readonly python: PyodideInterface;
  readonly runtime: PythonRuntime;
  readonly interrupt: SharedArrayBuffer | null;
  readonly canSuspend: boolean;
  readonly readRareData: () => Uint8Array<ArrayBuffer>;
};

/** Gives a booted process its place among the others of a run: kernel, files, and for a program what it is to find. */
export function startInMachine(
  booted: BootedProcess,
  { job, place }: { job: Job; place: Place },
): PythonProcess {
  const { python, runtime, interrupt, canSuspend, readRareData, send } = booted;
  const kernel = enterMachine({ job, place });
  const { _module: emscripten } = Internals.parse(python);
  const { promise: broken, reject: onBroken } = Promise.withResolvers<never>();
  // Whoever runs something hears of it; until then it is nobody's error.
  broken.catch(() => {});
  const { limits, settings } = job.kind === "program" ? job.request : job;
  kernel.meters.hasMemory(Memory.parse(emscripten).HEAPU8.length);
  mountFiles(python, { files: kernel.files, meter: kernel.meters });
  runtime.begin(
    openKernelDoor({
      kernel,
      place,
      limits,
      settings,
      emscripten,
      canSuspend,
      interrupt,
      readRareData,
      send,
      onBroken,
    }),
  );
  return { ...booted, kernel, broken };
}
