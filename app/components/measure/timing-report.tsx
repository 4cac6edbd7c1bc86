import { useId, useState } from "react";
import { formatMs } from "@/app/components/cell/run-sentences";
import { median } from "@/lib/measure/quantile";
import { compareTimes } from "@/lib/measure/ratio";
import { summarise } from "@/lib/measure/summary";
import { Picture } from "./picture";
import styles from "./report.module.css";
import type { TimedVersion } from "./report";
import { StripPlot, type Strip } from "./strip-plot";
import type { Opponent } from "./use-measuring";
import { useOpponents } from "./use-opponents";

/** How long the versions of a program take, and which of them is faster. */
export function TimingReport({
  name,
  versions,
  ledger,
  code,
  authorsCode,
  isBusy,
  onRace,
}: {
  /** Of the files that are downloaded. */
  readonly name: string;
  readonly versions: readonly TimedVersion[];
  /** Where the versions that were timed are kept. */
  readonly ledger: string;
  /** The program as it is now. */
  readonly code: string;
  readonly authorsCode: string;
  readonly isBusy: boolean;
  readonly onRace: (opponent: Opponent) => void;
}) {
  const opponents = useOpponents({ ledger, authorsCode }).filter((opponent) => opponent.code !== code);
  const strips = versions.flatMap(({ name: version, samplesMs }) => {
    const summary = summarise(samplesMs);
    return summary.kind === "summary" ? [{ name: version, samplesMs, summary }] : [];
  });
  const table = {
    columns: ["Round", ...strips.map((strip) => `${strip.name} (ms)`)],
    rows: (versions[0]?.samplesMs ?? []).map((_, round) => [
      round + 1,
      ...strips.map(({ samplesMs }) => samplesMs[round] ?? ""),
    ]),
  };
  const [own, other] = versions;
  return (
    <>
      <Picture
        name={`${name}-times`}
        table={table}
        data={versions}
        caption={
          <>
            {strips.map((strip) => (
              <span key={strip.name} className={styles["sentence"]}>
                {timingSentence(strip, versions.length > 1)}
              </span>
            ))}
          </>
        }
      >
        {(widthPx) => (
          <StripPlot
            strips={strips}
            label={`Times of ${strips.map((strip) => strip.name).join(" and ")}`}
            widthPx={widthPx}
          />
        )}
      </Picture>
      {own !== undefined && other !== undefined && (
        <p className={styles["verdict"]}>{raceSentence(own, other)}</p>
      )}
      <ul className={styles["counts"]}>
        {versions.map((version) => (
          <li key={version.name}>{workSentence(version, versions.length > 1)}</li>
        ))}
      </ul>
      {opponents.length > 0 && <RaceForm opponents={opponents} isBusy={isBusy} onRace={onRace} />}
    </>
  );
}

function RaceForm({
  opponents,
  isBusy,
  onRace,
}: {
  readonly opponents: readonly Opponent[];
  readonly isBusy: boolean;
  readonly onRace: (opponent: Opponent) => void;
}) {
  const selectId = useId();
  const [chosen, setChosen] = useState(0);
  return (
    <form
      className={styles["race"]}
      onSubmit={(event) => {
        event.preventDefault();
        const opponent = opponents[chosen] ?? opponents[0];
        if (opponent !== undefined) onRace(opponent);
      }}
    >
      <label htmlFor={selectId}>Race this version against</label>
      <select id={selectId} value={chosen} onChange={(event) => setChosen(Number(event.target.value))}>
        {opponents.map((opponent, index) => (
          <option key={opponent.code} value={index}>
            {opponent.name}
          </option>
        ))}
      </select>
      <button type="submit" className={styles["button"]} disabled={isBusy}>
        Race
      </button>
    </form>
  );
}

function timingSentence({ name, samplesMs, summary }: Strip, isNamed: boolean) {
  const who = isNamed ? `${name}: median` : "Median";
  const middle = `the middle half between ${formatMs(summary.lowerQuartileMs)} and ${formatMs(summary.upperQuartileMs)}`;
  const noise = summary.isTooNoisy ? " Too noisy to tell more: close what else runs, and time it again." : "";
  return `${who} ${formatMs(summary.medianMs)} (measured, ${samplesMs.length} runs, each in a fresh process), ${middle}.${noise} `;
}

function raceSentence(own: TimedVersion, other: TimedVersion) {
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

function workRatio(own: TimedVersion, other: TimedVersion) {
  if (own.work === null || other.work === null || own.work.count === 0 || other.work.count === 0) return "";
  if (own.work.varies || other.work.varies || own.work.count === other.work.count) return "";
  const [times, word] =
    own.work.count < other.work.count
      ? [other.work.count / own.work.count, "less"]
      : [own.work.count / other.work.count, "more"];
  return ` It does ${times.toLocaleString("en", { maximumSignificantDigits: 2 })} × ${word} counted work.`;
}

function workSentence({ name, work, samplesMs, countingMs }: TimedVersion, isNamed: boolean) {
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
  return ` The run that counted took ${times.toLocaleString("en", { maximumSignificantDigits: 2 })} × as long.`;
}
