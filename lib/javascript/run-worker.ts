import { OWN_LANE } from "@/lib/machine/timeline-note";
import type { TimelineRecorder } from "@/lib/machine/timeline-recorder";
import { runEventLoop, type Source } from "./event-loop";
import type { GuestError } from "./guest-error";
import type { GuestPool, PoolDoor } from "./install-pool";
import type { JavaScriptProcess } from "./javascript-process";
import { openMessageReader, openMessageWriter } from "./pipe-messages";
import { endWithError } from "./run-program";
import type { WorkerTask } from "./worker-task";

/** How a worker hears what it is to do, and answers. */
export function openWorkerPipes(
  { pipes }: JavaScriptProcess["kernel"],
  { tasks, results }: WorkerTask,
  timeline: TimelineRecorder | null,
) {
  const reader = openMessageReader(pipes, tasks);
  const writer = openMessageWriter(pipes, results);
  let unanswered = 0;
  const door: PoolDoor = {
    start: () => "A worker starts no other processes.",
    post() {},
    finish() {},
    kill() {},
    reply(message) {
      unanswered -= 1;
      writer.post(message);
      writer.flush();
    },
    task: timeline && {
      begin: (label) => timeline.beginTask(OWN_LANE, label),
      end: () => timeline.endTask(OWN_LANE),
    },
  };
  return {
    door,
    source: (pool: GuestPool): Source => ({
      poll() {
        const hasWritten = writer.flush();
        const message = reader.take();
        if (message === null) return hasWritten;
        unanswered += 1;
        return pool.work(message) ?? true;
      },
      untilMs: () => Infinity,
      label: "work",
    }),
    /** Nothing more will be asked, and all is answered. */
    isDone: () => reader.isAtEnd() && writer.isDone() && unanswered <= 0,
  };
}

/** Loads the program as a worker of its pool, then does what it is asked until nobody asks any more; gives its exit code. */
export async function runWorker(
  process: JavaScriptProcess,
  { pool, pipes, task }: { pool: GuestPool; pipes: ReturnType<typeof openWorkerPipes>; task: WorkerTask },
): Promise<number> {
  const { machine, kernel, timeline } = process;
  const problem = await load(process, task);
  if (machine.hasExited()) return machine.exitCode();
  if (problem !== null) {
    pool.cannotLoad(problem);
    return 1;
  }
  timeline?.state(OWN_LANE, "running", "");
  if (timeline !== null) kernel.meters.hearWaits(timeline.ownWaits);
  const sources = [pipes.source(pool), ...process.sources];
  using nothing = machine.context.undefined;
  const error = await runEventLoop({ ...process, sources }, { last: nothing, isOver: pipes.isDone });
  if (error !== null) endWithError(process, error);
  return error === null ? machine.exitCode() : 1;
}

/** Evaluates the program and what comes before it, and waits until the promise that it may be is settled. */
async function load(process: JavaScriptProcess, { program, before }: WorkerTask): Promise<GuestError | null> {
  const { machine, output } = process;
  output.mute();
  for (const file of [...before, program]) {
    if (file === program) output.unmute();
    const result = machine.evaluate(file);
    if ("error" in result) return result.error;
    using last = result.value;
    const error = await runEventLoop(process, { last, isOver: () => !machine.isPending(last) });
    if (error !== null) return error;
    if (file !== program) machine.keepNames(file);
  }
  return null;
}
