import { joinProfile, joinTimeline } from "./event-parts";
import type { Evidence } from "./evidence";
import type { Measurement } from "./measurement";
import type { MemoryProfile } from "./memory-profile";
import type { Profile } from "./profile";
import type { OutputStream, Problem, RunEvent } from "./run-event";
import type { Timeline } from "./timeline";
import type { Work } from "./work";
import type { MachineSample } from "./usage";
import type { WrittenFile } from "./written-file";

/** A stretch of output from one stream, or of what the learner typed, as it is shown. */
export type OutputChunk = { readonly stream: OutputStream | "stdin"; readonly text: string };

/** One press of Run, from the press to its end; `idle` before the first. */
export type Run = {
  readonly state: "idle" | "starting" | "running" | "done" | "failed" | "stopped";
  readonly output: readonly OutputChunk[];
  readonly outputCutAtBytes: number | null;
  /** The program waits for a line to be typed. */
  readonly wantsInput: boolean;
  readonly files: readonly WrittenFile[];
  readonly filesLeftOut: number;
  readonly problem: Problem | null;
  readonly evidence: Evidence | null;
  /** The machine while the program ran, thinned out where it ran for long. */
  readonly samples: readonly MachineSample[];
  readonly profile: Profile | null;
  readonly memory: MemoryProfile | null;
  readonly timeline: Timeline | null;
  readonly work: Work | null;
  readonly measurement: Measurement | null;
};

export const idleRun: Run = {
  state: "idle",
  output: [],
  outputCutAtBytes: null,
  wantsInput: false,
  files: [],
  filesLeftOut: 0,
  problem: null,
  evidence: null,
  samples: [],
  profile: null,
  memory: null,
  timeline: null,
  work: null,
  measurement: null,
};

/** A run whose press was heard and whose process is not ready yet. */
export const startingRun: Run = { ...idleRun, state: "starting" };

/** True from the press until the run has ended. */
export const isActive = (run: Run) => run.state === "starting" || run.state === "running";

/** The run after one more event. */
export function foldRun(run: Run, event: RunEvent): Run {
  switch (event.type) {
    case "started":
      return { ...run, state: "running" };
    case "input-wanted":
      return { ...run, wantsInput: true };
    case "output":
      return { ...run, output: appended(run.output, event) };
    case "output-cut":
      return { ...run, outputCutAtBytes: event.outputLimitBytes };
    case "evidence":
      return { ...run, evidence: event.evidence };
    case "sampled":
      return { ...run, samples: [...thinned(run.samples), event.sample] };
    case "profile":
      return { ...run, profile: joinProfile(run.profile, event.profile) };
    case "memory":
      return { ...run, memory: event.memory };
    case "timeline":
      return { ...run, timeline: joinTimeline(run.timeline, event.timeline) };
    case "work":
      return { ...run, work: event.work };
    case "files":
      return { ...run, files: event.files, filesLeftOut: event.leftOut };
    case "finished":
      return { ...ended(run), state: "done", measurement: event.measurement };
    case "failed":
      return { ...ended(run), state: "failed", problem: event.problem, measurement: event.measurement };
    case "stopped":
      return { ...ended(run), state: "stopped", measurement: event.measurement };
    default:
      return event satisfies never;
  }
}

/** The run after the learner typed something; `text` ends with a line break, or is empty for the end of input. */
export const foldInput = (run: Run, text: string): Run => ({
  ...run,
  wantsInput: false,
  output: text === "" ? run.output : appended(run.output, { stream: "stdin", text }),
});

const SAMPLES_AT_MOST = 600;

/** Every second one where there are as many as a picture shows. */
const thinned = (samples: readonly MachineSample[]) =>
  samples.length < SAMPLES_AT_MOST ? samples : samples.filter((_, index) => index % 2 === 1);

const ended = (run: Run): Run => ({ ...run, wantsInput: false });

function appended(output: readonly OutputChunk[], { stream, text }: OutputChunk): readonly OutputChunk[] {
  const last = output.at(-1);
  if (last?.stream !== stream) return [...output, { stream, text }];
  return [...output.slice(0, -1), { stream, text: last.text + text }];
}
