import { writtenFiles } from "@/lib/machine/file-tree";
import type { ProcessEnd } from "@/lib/machine/process-message";
import { ownPaths } from "@/lib/machine/program-files";
import type { Measurement } from "@/lib/run/measurement";
import type { ProgramFile, RunRequest } from "@/lib/run/run-request";
import { OWN_LANE } from "@/lib/machine/timeline-note";
import { endOfBrokenEngine } from "./broken-engine";
import { callsProgram, checkProgram } from "./checking/check-program";
import { countSteps } from "./counting/counted-machine";
import { runEventLoop } from "./event-loop";
import type { JavaScriptProcess } from "./javascript-process";
import { profileRun } from "./profiling/profile-run";
import { watchMemory } from "./profiling/watch-memory";
import { runProgram } from "./run-program";

/** Runs one request to its end and tells what happens: started, evidence where checks were asked, work where it is counted, files, ended. */
export async function runInJavaScript(process: JavaScriptProcess, request: RunRequest) {
  const { kernel, output, send } = process;
  send({ type: "started" });
  const profiling = profileRun(process, request);
  const remembering = watchMemory(process, request);
  let clock = startClock(process);
  let end: ProcessEnd;
  try {
    end = await replay(process, request);
    output.unmute();
    clock = startClock(process);
    profiling.begin();
    remembering.begin();
    beginTimeline(process);
    const isRun = request.checks === null || callsProgram(request.checks);
    if (end.outcome === "finished" && isRun) end = await runAsAsked(process, request);
    if (end.outcome === "finished") end = await check(process, request);
  } catch (error) {
    output.unmute();
    // The worker is thrown away after every run.
    end = endOfBrokenEngine(error);
    if (end.outcome === "raised") output.write("stderr", `${end.message}\n`);
  }
  const measurement = clock();
  profiling.end();
  process.timeline?.end(OWN_LANE);
  process.timeline?.flush();
  remembering.end();
  // The frame cannot look into what is not shared.
  if (kernel.memory instanceof ArrayBuffer)
    send({ type: "files", ...writtenFiles(kernel.files, request.files, { own: ownPaths(request) }) });
  send({
    type: "ended",
    end,
    exitCode: end.outcome === "finished" ? process.machine.exitCode() : 1,
    measurement,
  });
}

function runAsAsked(process: JavaScriptProcess, { program, instrument }: RunRequest): Promise<ProcessEnd> {
  return instrument?.kind === "count" ? countProgram(process, program) : runProgram(process, program);
}

/** Runs the program in the pass that counts its steps. What a stopped program has done by then is nobody's count. */
async function countProgram(process: JavaScriptProcess, program: ProgramFile): Promise<ProcessEnd> {
  const { machine, kernel, send } = process;
  const counting = countSteps(machine);
  try {
    const [stepsBefore, processesBefore] = [counting.steps(), kernel.processes.count()];
    const end = await runProgram(process, program);
    const varies = counting.varies() || kernel.processes.count() > processesBefore;
    const count = counting.steps() - stepsBefore;
    if (end.outcome !== "interrupted") send({ type: "work", work: { unit: "steps", count, varies } });
    return end;
  } finally {
    counting.dispose();
  }
}

/** Runs what comes before the program unheard, but for an error that ends it. */
async function replay(process: JavaScriptProcess, { before }: RunRequest): Promise<ProcessEnd> {
  const { output } = process;
  output.mute();
  for (const earlier of before) {
    const end = await runProgram(process, earlier);
    if (end.outcome !== "finished") return end;
    process.machine.keepNames(earlier);
  }
  return { outcome: "finished" };
}

async function check(process: JavaScriptProcess, request: RunRequest): Promise<ProcessEnd> {
  const { machine, output, send, isInterrupted } = process;
  const { program, checks, files, settings } = request;
  if (checks === null) return { outcome: "finished" };
  const { evidence, countingError } = await checkProgram(
    {
      ...process,
      settle: (last) => runEventLoop(process, { last, isOver: () => !machine.isPending(last) }),
    },
    { program, checks, files, settings },
  );
  send({ type: "evidence", evidence });
  if (isInterrupted()) return { outcome: "interrupted" };
  if (countingError !== null) output.write("stderr", `${countingError.message}\n${countingError.stack}\n`);
  return { outcome: "finished" };
}

/** What came before the program is in no timeline. */
function beginTimeline({ timeline, kernel: { meters } }: JavaScriptProcess) {
  if (timeline === null) return;
  timeline.lane(OWN_LANE, "process", "the program");
  timeline.state(OWN_LANE, "running", "");
  // Before anything that it starts is heard of.
  timeline.flush();
  meters.hearWaits(timeline.ownWaits);
}

function startClock({ kernel: { meters } }: JavaScriptProcess): () => Measurement {
  const [startedAtMs, waitedBeforeMs] = [performance.now(), meters.waitedMs()];
  return () => ({ wallMs: performance.now() - startedAtMs, waitingMs: meters.waitedMs() - waitedBeforeMs });
}
