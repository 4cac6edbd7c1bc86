import { summarise } from "@/lib/measure/summary";
import { EarlierVersions } from "./earlier-versions";
import { Picture } from "./picture";
import { RaceForm } from "./race-form";
import styles from "./report.module.css";
import type { TimedVersion } from "./report";
import { StripPlot } from "./strip-plot";
import { raceSentence, timingSentence, workSentence } from "./timing-sentences";
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
  sizeName,
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
  /** The name whose line says how large the input is, where there is one. */
  readonly sizeName: string | null;
  readonly onRace: (opponents: readonly Opponent[]) => void;
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
  const [own, ...others] = versions;
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
      {own !== undefined &&
        others.map((other) => (
          <p key={other.code} className={styles["verdict"]}>
            {raceSentence(own, other)}
          </p>
        ))}
      <ul className={styles["counts"]}>
        {versions.map((version) => (
          <li key={version.code}>{workSentence(version, versions.length > 1)}</li>
        ))}
      </ul>
      {opponents.length > 0 && <RaceForm opponents={opponents} isBusy={isBusy} onRace={onRace} />}
      <EarlierVersions
        ledger={ledger}
        sizeName={sizeName}
        code={code}
        authorsCode={authorsCode}
        isBusy={isBusy}
        onRace={onRace}
      />
    </>
  );
}
