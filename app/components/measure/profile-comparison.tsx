import { useMemo } from "react";
import { formatMs } from "@/app/components/cell/run-sentences";
import { profileDifference, type ProfiledVersion } from "@/lib/measure/profile-difference";
import styles from "./profile.module.css";

/** More changes than anybody reads. */
const SHOWN = 50;

/** What went and what came between the profile before and this one, function by function. */
export function ProfileComparison({
  before,
  after,
}: {
  readonly before: ProfiledVersion;
  readonly after: ProfiledVersion;
}) {
  const { functions, areOfDifferentModes } = useMemo(() => profileDifference(before, after), [before, after]);
  return (
    <>
      <p className={styles["about"]}>
        {areOfDifferentModes
          ? "One profile watched every call, the other took looks: compare shares, not times. "
          : "The profile before this one is on the left. "}
        The largest change stands first.
      </p>
      <div className={styles["scroll"]} tabIndex={0} role="region" aria-label="Changes">
        <table className={styles["table"]}>
          <thead>
            <tr>
              <th scope="col">Function</th>
              {["Calls before", "now", "Own time before", "now", "Change"].map((column, index) => (
                // Two columns have one name.
                <th key={index} scope="col" className={styles["number"]}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {functions.slice(0, SHOWN).map((change) => (
              <tr key={`${change.file}:${change.name}`}>
                <th scope="row" className={styles["name"]}>
                  <code>{change.name}</code>
                  {change.file === null && <span className={styles["builtin"]}>built in</span>}
                </th>
                <td className={styles["number"]}>{change.before?.calls.toLocaleString("en") ?? "–"}</td>
                <td className={styles["number"]}>{change.after?.calls.toLocaleString("en") ?? "–"}</td>
                <td className={styles["number"]}>{change.before ? formatMs(change.before.ownMs) : "–"}</td>
                <td className={styles["number"]}>{change.after ? formatMs(change.after.ownMs) : "–"}</td>
                <td className={styles["number"]}>
                  {change.ownMsChange < 0 ? "−" : "+"}
                  {formatMs(Math.abs(change.ownMsChange))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
