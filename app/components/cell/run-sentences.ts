import type { Run } from "@/lib/run/run";
import type { Measurement } from "@/lib/run/measurement";
import type { Problem } from "@/lib/run/run-event";

/** A duration as people read it: `0.8 ms`, `34 ms`, `1.25 s`. */
export function formatMs(ms: number): string {
  const { unit, unitMs, digits } = unitOf(ms);
  return `${(ms / unitMs).toFixed(digits)} ${unit}`;
}

function unitOf(ms: number) {
  if (ms >= 1_000) return { unit: "s", unitMs: 1_000, digits: 2 };
  return { unit: "ms", unitMs: 1, digits: ms >= 10 ? 0 : 1 };
}

/** What ran a JavaScript program; null for one in another language. */
export type JavaScriptEngine = "quickjs" | "browser" | null;

/** A time in JavaScript means little without what it was taken on. */
const ENGINES = {
  quickjs:
    " QuickJS interprets JavaScript here; a browser's own engine compiles it and is many times as fast.",
  browser:
    " Taken on this browser's own engine, which compiles JavaScript and whose memory has no limit here.",
};
const onEngine = (engine: JavaScriptEngine) => (engine === null ? "" : ENGINES[engine]);

const SAME_SEED = "Random numbers start from the same seed in every run.";

/** Less than this is not worth a word. */
const WAITING_MS = 1;
const WAITING_SHARE = 0.01;

/** How a run's time divides, in the unit of the whole: `: 0.08 s computing, 2.02 s waiting`. */
function division({ wallMs, waitingMs, usage }: Measurement): string {
  if (waitingMs < WAITING_MS || waitingMs < wallMs * WAITING_SHARE) return "";
  const { unit, unitMs, digits } = unitOf(wallMs);
  const rounded = (ms: number) => Number((ms / unitMs).toFixed(digits));
  const waiting = Math.min(rounded(waitingMs), rounded(wallMs));
  const computing = rounded(wallMs) - waiting;
  // What the others did is nobody's waiting: the machine over time draws it.
  const whose = (usage?.processes ?? 0) > 0 ? " in its own process" : "";
  return `: ${computing.toFixed(digits)} ${unit} computing, ${waiting.toFixed(digits)} ${unit} waiting${whose}`;
}

/** What there is to say about a run under its output. */
export function endSentence(
  run: Run,
  { drawsRandom, engine }: { drawsRandom: boolean; engine: JavaScriptEngine },
): string {
  const took = run.measurement === null ? "" : formatMs(run.measurement.wallMs);
  const divided = run.measurement === null ? "" : division(run.measurement);
  switch (run.state) {
    case "idle":
      return "";
    case "starting":
      return "Starting …";
    case "running":
      return run.wantsInput ? "Waiting for input …" : "Running …";
    case "done":
      if (run.profile !== null || run.memory !== null || run.timeline !== null || run.work !== null)
        return `Ran in ${took} (measured) while it was watched, which takes longer.${onEngine(engine)}`;
      if (run.evidence !== null) return `Checked in ${took} (measured).${onEngine(engine)}`;
      return `Ran in ${took} (measured)${run.output.length === 0 ? " and printed nothing" : ""}${divided}.${drawsRandom ? ` ${SAME_SEED}` : ""}${onEngine(engine)}`;
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
