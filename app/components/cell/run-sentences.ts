import type { Run } from "@/lib/run/run";
import type { Problem } from "@/lib/run/run-event";

/** A duration as people read it: `0.8 ms`, `34 ms`, `1.25 s`. */
export function formatMs(ms: number): string {
  if (ms >= 1_000) return `${(ms / 1_000).toFixed(2)} s`;
  return ms >= 10 ? `${ms.toFixed(0)} ms` : `${ms.toFixed(1)} ms`;
}

/** What there is to say about a run under its output. */
export function endSentence(run: Run): string {
  const took = run.measurement === null ? "" : formatMs(run.measurement.wallMs);
  switch (run.state) {
    case "idle":
      return "";
    case "starting":
      return "Starting …";
    case "running":
      return "Running …";
    case "done":
      if (run.evidence !== null) return `Checked in ${took} (measured).`;
      return `Ran in ${took} (measured)${run.output.length === 0 ? " and printed nothing" : ""}.`;
    case "stopped":
      return `Stopped after ${took}.`;
    case "failed":
      return run.problem === null ? "" : problemSentence(run.problem, took);
    default:
      return run.state satisfies never;
  }
}

function problemSentence(problem: Problem, took: string): string {
  switch (problem.kind) {
    case "raised":
      return `Ended after ${took} with ${problem.message}`;
    case "time-limit":
      return `Ended: the time limit of ${formatMs(problem.timeoutMs)} was reached.`;
    case "memory-limit":
      return `Ended: the memory limit of ${Math.round(problem.memoryLimitBytes / 2 ** 20)} MB was reached.`;
    case "crashed":
      return `The interpreter broke (${problem.message}). The next run gets a new one.`;
    case "unavailable":
      return `Nothing ran: ${problem.message}`;
    default:
      return problem satisfies never;
  }
}
