import { useId, useState } from "react";
import { formatMs } from "@/app/components/cell/run-sentences";
import { sizeIn } from "@/lib/run/sized-program";
import styles from "./earlier-versions.module.css";
import reportStyles from "./report.module.css";
import { type LedgerEntry, useLedger } from "./run-ledger";
import { comparedSentence, comparedWork } from "./timing-sentences";
import type { Opponent } from "./use-measuring";

const WHEN = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

/** The versions of a program that were timed on this device: any two can be compared, any number raced. */
export function EarlierVersions({
  ledger,
  sizeName,
  code,
  authorsCode,
  isBusy,
  onRace,
}: {
  readonly ledger: string;
  /** The name whose line says how large the input is, where there is one. */
  readonly sizeName: string | null;
  /** The program as it is now. */
  readonly code: string;
  readonly authorsCode: string;
  readonly isBusy: boolean;
  readonly onRace: (opponents: readonly Opponent[]) => void;
}) {
  const tableId = useId();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const entries = useLedger(ledger);
  if (entries.length < 2) return null;
  const firstTry = entries.findLast((entry) => entry.code !== authorsCode);
  const nameOf = ({ code: own, at }: LedgerEntry) => {
    if (own === authorsCode) return "The author’s version";
    const when = WHEN.format(new Date(at));
    return own === code
      ? `This version, of ${when}`
      : own === firstTry?.code
        ? `Your first try, of ${when}`
        : `Yours of ${when}`;
  };
  const versions = entries.map((entry) => ({ ...entry, name: nameOf(entry) }));
  const picked = versions.filter((version) => chosen.has(version.code));
  const [one, other, ...more] = picked;
  const opponents = picked.filter((version) => version.code !== code);
  const own = versions.find((version) => version.code === code);
  const progress =
    own === undefined || firstTry === undefined ? null : comparedWork(own.steps, firstTry.steps);
  const toggle = (picks: string) => {
    const next = new Set(chosen);
    if (!next.delete(picks)) next.add(picks);
    setChosen(next);
  };

  return (
    <>
      {progress !== null && <p className={reportStyles["verdict"]}>{`${progress} than your first try.`}</p>}
      <details className={styles["earlier"]}>
        <summary>{`Versions timed on this device (${versions.length})`}</summary>
        <div className={styles["scroll"]} tabIndex={0} role="region" aria-labelledby={tableId}>
          <table className={styles["table"]}>
            <caption id={tableId}>
              Times are medians, measured, each in a session of its own; work is counted.
            </caption>
            <thead>
              <tr>
                <th scope="col">Version</th>
                {sizeName !== null && <th scope="col">{sizeName}</th>}
                <th scope="col">Time</th>
                <th scope="col">Work (steps)</th>
              </tr>
            </thead>
            <tbody>
              {versions.map((version) => (
                <tr key={version.code}>
                  <th scope="row">
                    <label>
                      <input
                        type="checkbox"
                        checked={chosen.has(version.code)}
                        onChange={() => toggle(version.code)}
                      />{" "}
                      {version.name}
                    </label>
                  </th>
                  {sizeName !== null && (
                    <td data-number>{sizeIn(version.code, sizeName)?.toLocaleString("en") ?? "–"}</td>
                  )}
                  <td data-number>{formatMs(version.medianMs)}</td>
                  <td data-number>{version.steps?.toLocaleString("en") ?? "not counted"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p role="status" className={styles["said"]}>
          {one !== undefined && other !== undefined && more.length === 0
            ? comparedSentence(one, other)
            : "Choose two to compare them, or any number to race them against this version."}
        </p>
        <div className={styles["codes"]}>
          {picked.slice(0, 2).map((version) => (
            <figure key={version.code}>
              <figcaption>{version.name}</figcaption>
              <pre tabIndex={0}>{version.code}</pre>
            </figure>
          ))}
        </div>
        <button
          type="button"
          className={reportStyles["button"]}
          disabled={isBusy || opponents.length === 0}
          onClick={() => onRace(opponents)}
        >
          Race those chosen
        </button>
      </details>
    </>
  );
}
