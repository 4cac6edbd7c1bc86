import { formatMs } from "@/app/components/cell/run-sentences";
import type { AimVerdict } from "@/lib/simulate/aim";
import type { RunSoFar } from "@/lib/simulate/watched-run";

const SECONDS_PER_MINUTE = 60;

/** What there is to say of a run: nothing of each step while it goes on, for that would be read aloud. */
export function runSentence({ total, stretches }: RunSoFar, isRunning: boolean): string {
  if (isRunning) return "Running: a simulated minute in a second.";
  if (total === null) return "Nobody has come yet.";
  const { latency, dropped, arrived } = total;
  const { servers = 0, database = 0 } = stretches.at(-1)?.waiting ?? {};
  const answered =
    latency === null
      ? "No request was answered"
      : `Half of the requests were answered within ${formatMs(latency.p50Ms)}, 95 % within ${formatMs(latency.p95Ms)}, 99 % within ${formatMs(latency.p99Ms)}`;
  const waiting = servers + database;
  const left = waiting === 0 ? "" : ` At the end ${waiting === 1 ? "1 waits" : `${count(waiting)} wait`}.`;
  const lost = dropped === 0 ? "" : ` ${count(dropped)} were turned away from a full queue.`;
  return `${timeOf(total.seconds)}, ${count(arrived)} requests (simulated). ${answered}.${left}${lost}`;
}

/** What a verdict means for the learner. */
export function verdictSentence({ outcome, p95Ms, moved }: AimVerdict): string {
  const reached = `p95 is ${formatMs(p95Ms)}`;
  if (outcome === "missed")
    return moved.length === 0
      ? `Aim not met: ${reached}. Which station is the busiest?`
      : `Aim not met: ${reached}. Did the busiest station get less to do, or more to do it with?`;
  return moved.length > 1
    ? `Aim met: ${reached}, by ${moved.length} changes. One alone is enough. Which?`
    : `Aim met: ${reached}${moved.length === 1 ? ", by one change" : ""}.`;
}

const count = (requests: number) => requests.toLocaleString("en");

function timeOf(seconds: number) {
  if (seconds < SECONDS_PER_MINUTE) return `${Math.round(seconds)} seconds`;
  const minutes = Math.floor(seconds / SECONDS_PER_MINUTE);
  const rest = Math.round(seconds % SECONDS_PER_MINUTE);
  return `${minutes} ${minutes === 1 ? "minute" : "minutes"}${rest === 0 ? "" : ` ${rest} seconds`}`;
}
