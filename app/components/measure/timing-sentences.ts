import { formatMs } from "@/app/components/cell/run-sentences";
import { median } from "@/lib/measure/quantile";
import { compareTimes } from "@/lib/measure/ratio";
import type { TimedVersion } from "./report";
import type { Strip } from "./strip-plot";

/** How long a version takes; it is named where it stands beside others. */
export function timingSentence({ name, samplesMs, summary }: Strip, isNamed: boolean): string {
  const who = isNamed ? `${name}: median` : "Median";
  const middle = `the middle half between ${formatMs(summary.lowerQuartileMs)} and ${formatMs(summary.upperQuartileMs)}`;
  const noise = summary.isTooNoisy ? " Too noisy to tell more: close what else runs, and time it again." : "";
  return `${who} ${formatMs(summary.medianMs)} (measured, ${samplesMs.length} runs, each in a fresh process), ${middle}.${noise} `;
}

/** Which of two versions of one race is faster, and by how much. */
export function raceSentence(own: TimedVersion, other: TimedVersion): string {
  const compared = compareTimes(own.samplesMs, other.samplesMs);
  if (compared.kind === "nothing to tell") return compared.because;
  const { ratio, low, high, verdict } = compared;
  const interval = `${ratio.toFixed(2)} × its time, 95 % interval ${low.toFixed(2)} to ${high.toFixed(2)}`;
  const times =
    verdict === "cannot be told"
      ? `Too close or too noisy to tell which is faster (${interval}).`
      : `${own.name} is ${verdict} than ${other.name} (${interval}).`;
  // Where the clock can't tell, the count still can.
  return times + workRatio(own, other);
}

const stepsOf = ({ work }: TimedVersion) => (work === null || work.varies ? null : work.count);

function workRatio(own: TimedVersion, other: TimedVersion) {
  const compared = comparedWork(stepsOf(own), stepsOf(other));
  return compared === null ? "" : ` It does ${compared}.`;
}

/** How much less or more counted work one version does than another; null where that cannot be told or is none. */
export function comparedWork(own: number | null, other: number | null): string | null {
  if (own === null || other === null || own === 0 || other === 0 || own === other) return null;
  const [times, word] = own < other ? [other / own, "less"] : [own / other, "more"];
  return `${twoDigits(times)} × ${word} counted work`;
}

/** How two versions compare that were timed at different times. */
export function comparedSentence({ name, medianMs, steps }: NamedVersion, other: NamedVersion): string {
  const work = comparedWork(steps, other.steps);
  const [times, word] =
    medianMs < other.medianMs
      ? [other.medianMs / medianMs, "shorter"]
      : [medianMs / other.medianMs, "longer"];
  const took = Number.isFinite(times)
    ? `Its median time was ${twoDigits(times)} × ${word}, but not measured in the same session: race them to be sure.`
    : "Their times cannot be compared: race them.";
  const did =
    work === null
      ? `${name} and ${other.name}: no difference in counted work`
      : `${name} does ${work} than ${other.name}`;
  return `${did}. ${took}`;
}

type NamedVersion = { readonly name: string; readonly medianMs: number; readonly steps: number | null };

const twoDigits = (times: number) => times.toLocaleString("en", { maximumSignificantDigits: 2 });

/** What a version does, and what counting that took. */
export function workSentence({ name, work, samplesMs, countingMs }: TimedVersion, isNamed: boolean): string {
  const who = isNamed ? `${name}: ` : "";
  if (work === null)
    return `${isNamed ? `${name}: its` : "Its"} work was not counted; with the counter it takes longer than it may.`;
  const counted = `${who}${work.count.toLocaleString("en")} ${work.unit} (counted`;
  const again = work.varies
    ? "another number next time, because the program reads a clock or works in several processes"
    : "the same on every computer, every time";
  return `${counted}; ${again}).${countingSentence(samplesMs, countingMs)}`;
}

/** What watching costs, of which nothing is in the times above. */
function countingSentence(samplesMs: readonly number[], countingMs: number | null) {
  const times = (countingMs ?? 0) / median(samplesMs);
  if (!Number.isFinite(times) || times === 0) return "";
  return ` The run that counted took ${twoDigits(times)} × as long.`;
}
