import { writtenFiles } from "@/lib/machine/file-tree";
import type { ProcessEnd } from "@/lib/machine/process-message";
import { ownPaths } from "@/lib/machine/program-files";
import type { Measurement } from "@/lib/run/measurement";
import type { ProgramFile, RunRequest } from "@/lib/run/run-request";
import { endOfBrokenRun, exitCodeOfBrokenRun } from "./broken-run";
import { checkInPython } from "./check-in-python";
import { profileInPython } from "./profile-in-python";
import { traceInPython } from "./trace-in-python";
import type { PythonProcess } from "./python-process";

type End = { readonly end: ProcessEnd; readonly exitCode: number };

/** Runs one request to its end and tells what happens: started, evidence where checks were asked, work where it is counted, files, ended. */
export async function runInPython(process: PythonProcess, request: RunRequest) {
  const { runtime, output, send } = process;
  let clock = startClock(process);
  let ended: End;
  try {
    output.mute();
    const replayed = await whole(process, runtime.replay(request.before));
    output.unmute();
    await runtime.limitOutput(request.limits.outputLimitBytes);
    send({ type: "started" });
    output.write("stderr", replayed.traceback);
    clock = startClock(process);
    ended =
      replayed.end.outcome === "finished"
        ? await whole(process, runProgram(process, request))
        : { end: replayed.end, exitCode: replayed.exit_code };
  } catch (error) {
    output.unmute();
    ended = { end: endOfBrokenRun(error), exitCode: exitCodeOfBrokenRun(error) };
  }
  const measurement = clock();
  // The frame cannot look into what is not shared.
  if (process.kernel.memory instanceof ArrayBuffer)
    send({ type: "files", ...writtenFiles(process.kernel.files, request.files, { own: ownPaths(request) }) });
  send({ type: "ended", ...ended, measurement });
}

/** Does what another process of the run has started this one for. */
export async function runChildInPython(process: PythonProcess, payload: Uint8Array<ArrayBuffer>) {
  const clock = startClock(process);
  let exitCode: number;
  let end: ProcessEnd = { outcome: "finished" };
  try {
    exitCode = await whole(process, process.runtime.runChild(payload));
  } catch (error) {
    exitCode = exitCodeOfBrokenRun(error);
    const broken = endOfBrokenRun(error);
    if (broken.outcome === "crashed") end = broken;
  }
  process.send({ type: "ended", end, exitCode, measurement: clock() });
}

/** What another thread breaks is broken for the main one too, which would wait for ever. */
const whole = <Result>({ broken }: PythonProcess, result: Promise<Result>) => Promise.race([result, broken]);

async function runProgram(process: PythonProcess, { program, checks, instrument }: RunRequest): Promise<End> {
  if (checks !== null) return { end: await checkInPython(process, program, checks), exitCode: 0 };
  if (instrument?.kind === "count") return countProgram(process, program);
  const { end, exit_code: exitCode } = await (instrument?.kind === "profile"
    ? profileInPython(process, program, instrument.mode)
    : instrument?.kind === "memory"
      ? traceInPython(process, program)
      : process.runtime.run(program));
  return { end, exitCode };
}

/** What a stopped program has done by then is nobody's count. */
async function countProgram({ runtime, send }: PythonProcess, program: ProgramFile): Promise<End> {
  const { end, exit_code: exitCode, work } = await runtime.runCounted(program);
  if (end.outcome !== "interrupted") send({ type: "work", work });
  return { end, exitCode };
}

function startClock({ kernel: { meters }, waitedMs }: PythonProcess): () => Measurement {
  const nowMs = () => performance.now() - waitedMs();
  const [startedAtMs, waitedBeforeMs] = [nowMs(), meters.waitedMs()];
  return () => ({ wallMs: nowMs() - startedAtMs, waitingMs: meters.waitedMs() - waitedBeforeMs });
}
