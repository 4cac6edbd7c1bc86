import type { ProcessEnd } from "@/lib/machine/process-message";
import type { RunRequest } from "@/lib/run/run-request";
import { endOfBrokenRun } from "./broken-run";
import { checkInPython } from "./check-in-python";
import type { PythonProcess } from "./python-process";

/** Runs one request to its end and tells what happens: started, evidence where checks were asked, ended. */
export function runInPython(process: PythonProcess, request: RunRequest) {
  const { runtime, output, send, waitedMs } = process;
  const nowMs = () => performance.now() - waitedMs();
  let startedAtMs = nowMs();
  let end: ProcessEnd;
  try {
    output.mute();
    const replayed = runtime.replay(request.before);
    output.unmute();
    runtime.limitOutput(request.limits.outputLimitBytes);
    send({ type: "started" });
    output.write("stderr", replayed.traceback);
    startedAtMs = nowMs();
    end = replayed.end.outcome === "finished" ? runProgram(process, request) : replayed.end;
  } catch (error) {
    output.unmute();
    end = endOfBrokenRun(error);
  }
  send({ type: "ended", end, measurement: { wallMs: nowMs() - startedAtMs } });
}

function runProgram(process: PythonProcess, { program, checks }: RunRequest): ProcessEnd {
  if (checks !== null) return checkInPython(process, program, checks);
  const { end, traceback } = process.runtime.run(program);
  process.output.write("stderr", traceback);
  return end;
}
