import type { ProfiledLine } from "@/lib/run/profile";
import { formatMs } from "@/app/components/cell/run-sentences";
import { heatOf } from "./heat";
import styles from "./profile.module.css";

/** The program with what each line cost; a press leads to the line in the editor. */
export function LineList({
  code,
  lines,
  isSampled,
  onLine,
}: {
  readonly code: string;
  readonly lines: readonly ProfiledLine[];
  readonly isSampled: boolean;
  readonly onLine: (line: number) => void;
}) {
  const costs = new Map(lines.map((line) => [line.line, line]));
  const hottestMs = Math.max(...lines.map(({ ownMs }) => ownMs), 0);
  return (
    <div className={styles["scroll"]} tabIndex={0} role="region" aria-label="Lines">
      <table className={`${styles["table"]} ${styles["lines"]}`}>
        <thead>
          <tr>
            {!isSampled && (
              <th scope="col" className={styles["number"]}>
                Hits
              </th>
            )}
            <th scope="col" className={styles["number"]}>
              Own time
            </th>
            <th scope="col" className={styles["number"]}>
              Line
            </th>
            <th scope="col">Code</th>
          </tr>
        </thead>
        <tbody>
          {code.split("\n").map((text, index) => {
            const cost = costs.get(index + 1);
            return (
              // Lines have no identity but their place.
              <tr key={index} data-heat={cost === undefined ? undefined : heatOf(cost.ownMs, hottestMs)}>
                {!isSampled && (
                  <td className={styles["number"]}>
                    {cost === undefined ? "" : cost.hits.toLocaleString("en")}
                  </td>
                )}
                <td className={styles["number"]}>{cost === undefined ? "" : formatMs(cost.ownMs)}</td>
                <td className={styles["number"]}>
                  <button type="button" className={styles["line"]} onClick={() => onLine(index + 1)}>
                    {index + 1}
                  </button>
                </td>
                <td>
                  <pre>{text}</pre>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
