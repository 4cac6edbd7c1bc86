import type { Measurement } from "@/lib/run/measurement";
import type { Problem, RunEvent } from "@/lib/run/run-event";
import type { RunRequest } from "@/lib/run/run-request";
import { openOutputRelay } from "./output-relay.frame";
import type { Process } from "./process.frame";
import type { ProcessEnd } from "./process-message";

/** How long a program may take to end after it was asked to, before it is terminated. */
const INTERRUPT_GRACE_MS = 300;

/**
 * Runs one request in one process and tells what happens, ending in exactly one of finished, failed, stopped. The
 * process is terminated in the end, whatever it says of itself. Gives `stop`.
 */
export function runInProcess({
  process,
  request,
  onEvent,
}: {
  process: Process;
  request: RunRequest;
  onEvent: (event: RunEvent) => void;
}) {
  const { limits } = request;
  const relay = openOutputRelay({ ring: process.ring, outputLimitBytes: limits.outputLimitBytes, onEvent });
  let sentAt: number | null = null;
  let asked: "stop" | "timeout" | null = null;
  let over = false;
  let wantedLibrary = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const measured = (): Measurement => ({ wallMs: sentAt === null ? 0 : performance.now() - sentAt });
  const finish = (event: RunEvent) => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    relay.flush();
    process.terminate();
    onEvent(event);
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
    if (sentAt !== null && process.interrupt())
      timer = setTimeout(() => finishAsAsked(measured()), INTERRUPT_GRACE_MS);
    else finishAsAsked(measured());
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
          case "evidence":
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
          default:
            return message satisfies never;
        }
      },
      (reason) => (asked === null ? fail({ kind: "crashed", message: reason }) : finishAsAsked(measured())),
    );
    process.send({ type: "run", request });
    sentAt = performance.now();
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
