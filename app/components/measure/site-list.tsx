import { formatBytes } from "@/app/components/cell/format-bytes";
import { formatMs } from "@/app/components/cell/run-sentences";
import { heldMost } from "@/lib/measure/memory-story";
import type { AllocationSite } from "@/lib/run/memory-profile";
import { siteName } from "./memory-sentences";
import styles from "./profile.module.css";

const SHOWN_AT_FIRST = 12;
const NOT_WORTH_A_ROW_BYTES = 500;

/** The lines whose memory is held, the heaviest first; a press leads to the line in the editor. */
export function SiteList({
  sites,
  earlierAtMs,
  file,
  onLine,
}: {
  readonly sites: readonly AllocationSite[];
  readonly earlierAtMs: number | null;
  /** Of the program itself. */
  readonly file: string;
  readonly onLine: (line: number) => void;
}) {
  const ranked = sites
    .filter((site) => heldMost(site) >= NOT_WORTH_A_ROW_BYTES)
    .toSorted((one, other) => heldMost(other) - heldMost(one))
    .slice(0, SHOWN_AT_FIRST);
  const mostBytes = Math.max(...ranked.map(heldMost), 1);
  return (
    <div className={styles["scroll"]} tabIndex={0} role="region" aria-label="Who holds it">
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">Asked for by</th>
            <th scope="col" className={styles["number"]}>
              At the end
            </th>
            <th scope="col" className={styles["number"]}>
              Blocks
            </th>
            {earlierAtMs !== null && (
              <th scope="col" className={styles["number"]}>
                Since {formatMs(earlierAtMs)}
              </th>
            )}
            <th scope="col" className={styles["number"]}>
              At the fullest look
            </th>
          </tr>
        </thead>
        <tbody>
          {ranked.map((site) => (
            <tr key={`${site.file}:${site.line}`}>
              <td className={styles["name"]}>
                <SiteLink site={site} file={file} onLine={onLine} />
              </td>
              <td className={styles["number"]}>
                {formatBytes(site.bytes)}
                <span
                  className={styles["bar"]}
                  style={{ inlineSize: `${((site.bytes / mostBytes) * 100).toFixed(1)}%` }}
                />
              </td>
              <td className={styles["number"]}>{site.blocks.toLocaleString("en")}</td>
              {earlierAtMs !== null && (
                <td className={styles["number"]}>{signedBytes(site.bytes - site.earlierBytes)}</td>
              )}
              <td className={styles["number"]}>{formatBytes(site.fullestBytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SiteLink({
  site,
  file,
  onLine,
}: {
  readonly site: AllocationSite;
  readonly file: string;
  readonly onLine: (line: number) => void;
}) {
  const { line } = site;
  const name = siteName(site, file);
  if (line === null || site.file !== file) return <>{name}</>;
  return (
    <button type="button" onClick={() => onLine(line)}>
      {name}
    </button>
  );
}

const signedBytes = (bytes: number) =>
  bytes === 0 ? "0" : `${bytes > 0 ? "+" : "−"}${formatBytes(Math.abs(bytes))}`;
