import { profileParts, timelineParts } from "@/lib/run/event-parts";
import type { Measurement } from "@/lib/run/measurement";
import type { Problem, RunEvent } from "@/lib/run/run-event";
import type { RunRequest } from "@/lib/run/run-request";
import type { WrittenFiles } from "@/lib/run/written-file";
import type { ProcessGroup } from "./process-group.frame";
import type { Process } from "./process.frame";
import type { ProcessEnd } from "./process-message";

type EndEvent = Extract<RunEvent, { type: "finished" | "failed" | "stopped" }>;

/** How long a program may take to end after it was asked to, before it is terminated. */
const INTERRUPT_GRACE_MS = 300;
/** How often the machine is looked at while a program runs. */
const SAMPLE_MS = 200;

/**
 * Runs one request in one process and tells what happens, ending in exactly one of finished, failed, stopped. The
 * process and all that it started are terminated in the end, whatever they say of themselves. Gives `stop`.
 */
export function runInProcess({
  process,
  group,
  request,
  onEvent,
}: {
  process: Process;
  group: ProcessGroup;
  request: RunRequest;
  onEvent: (event: RunEvent) => void;
}) {
  const { limits } = request;
  const relay = group.relayOf(process);
  const hearOthers = group.hear(process, group.own.pid);
  let sentAt: number | null = null;
  let asked: "stop" | "timeout" | null = null;
  let over = false;
  let wantedLibrary = false;
  let written: WrittenFiles | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sampling: ReturnType<typeof setInterval> | undefined;

  const measured = (): Measurement => ({
    wallMs: sentAt === null ? 0 : performance.now() - sentAt,
    waitingMs: group.waitedMs() ?? 0,
  });
  /** What the machine has seen of the run goes with what its process says of itself. */
  const withUsage = (event: EndEvent): EndEvent => {
    const usage = group.usage();
    return usage === null ? event : { ...event, measurement: { ...event.measurement, usage } };
  };
  const sample = () => {
    const seen = group.sample();
    if (over || seen === null || sentAt === null) return;
    onEvent({ type: "sampled", sample: { atMs: performance.now() - sentAt, ...seen } });
  };
  const finish = (end: EndEvent) => {
    if (over) return;
    over = true;
    const event = withUsage(end);
    clearTimeout(timer);
    clearInterval(sampling);
    relay.close();
    process.terminate();
    group.end();
    tellFiles();
    const timeline = group.timeline();
    for (const part of timeline === null ? [] : timelineParts(timeline))
      onEvent({ type: "timeline", timeline: part });
    onEvent(event);
  };
  const tellFiles = () => {
    try {
      written = group.written() ?? written;
    } catch (error) {
      // The program has scribbled over the tables of its own file system.
      console.warn("The files of this run cannot be read.", error);
    }
    if (written !== null && written.files.length > 0) onEvent({ type: "files", ...written });
  };
  const finishAsAsked = (measurement: Measurement) =>
    finish(
      asked === "timeout"
        ? { type: "failed", problem: { kind: "time-limit", timeoutMs: limits.timeoutMs }, measurement }
        : { type: "stopped", measurement },
    );
  const ask = (reason: "stop" | "timeout") => {
    if (over || asked !== null) return;
    asked = reason;
    clearTimeout(timer);
    // The program's own process hears of it before it could see the end of the others.
    const isHeard = sentAt !== null && process.interrupt();
    group.end();
    if (!isHeard) return finishAsAsked(measured());
    group.wake();
    timer = setTimeout(() => finishAsAsked(measured()), INTERRUPT_GRACE_MS);
  };
  const fail = (problem: Problem) => finish({ type: "failed", problem, measurement: measured() });
  const isUnavailable = (error: unknown) =>
    fail({ kind: "unavailable", message: error instanceof Error ? error.message : String(error) });
  const startTimer = () => {
    timer = setTimeout(() => ask("timeout"), limits.timeoutMs);
  };
  /** What the machine has to fetch is not the program's time; that it is fetched once, no program can change. */
  const bringLibrary = async () => {
    if (wantedLibrary || asked !== null) return;
    wantedLibrary = true;
    clearTimeout(timer);
    try {
      await process.bringLibrary();
    } catch (error) {
      return isUnavailable(error);
    }
    if (!over && asked === null) startTimer();
  };

  const run = async () => {
    try {
      await process.ready;
    } catch (error) {
      return isUnavailable(error);
    }
    if (over) return;
    process.listen(
      (message) => {
        if (over) return;
        switch (message.type) {
          case "ready":
          case "snapshot-refused":
            return;
          case "library-wanted":
            return void bringLibrary();
          case "started":
            return onEvent({ type: "started" });
          case "doorbell":
            return relay.doorbell();
          case "output":
            return relay.output(message.stream, message.text);
          case "output-cut":
            return relay.cut();
          case "profile":
            relay.flush();
            for (const profile of profileParts(message.profile)) onEvent({ type: "profile", profile });
            return;
          case "evidence":
          case "memory":
          case "work":
            relay.flush();
            return onEvent(message);
          case "ended":
            if (asked !== null) return finishAsAsked(message.measurement);
            if (message.end.outcome === "finished")
              return finish({ type: "finished", measurement: message.measurement });
            return finish({
              type: "failed",
              problem: problemOf(message.end, limits.memoryLimitBytes),
              measurement: message.measurement,
            });
          case "files":
            written = message;
            return;
          case "spawn":
          case "kill":
          case "preempt":
          case "input-wanted":
          case "noted":
            return hearOthers(message);
          default:
            return message satisfies never;
        }
      },
      (reason) => (asked === null ? fail({ kind: "crashed", message: reason }) : finishAsAsked(measured())),
    );
    process.send({ type: "run", job: { kind: "program", request }, place: group.own });
    sentAt = performance.now();
    sampling = setInterval(sample, SAMPLE_MS);
    startTimer();
  };

  void run();
  return { stop: () => ask("stop") };
}

function problemOf(end: Exclude<ProcessEnd, { outcome: "finished" }>, memoryLimitBytes: number): Problem {
  switch (end.outcome) {
    case "raised":
      return { kind: "raised", message: end.message };
    case "out-of-memory":
      return { kind: "memory-limit", memoryLimitBytes };
    case "interrupted":
      return { kind: "raised", message: "The program interrupted itself." };
    case "crashed":
      return { kind: "crashed", message: end.message };
    default:
      return end satisfies never;
  }
}
