import { useId } from "react";
import type { ProfileStimulus } from "@/lib/quiz/stimulus";
import pictureStyles from "./picture.module.css";
import styles from "./profile-table.module.css";

const format = (value: number) => value.toLocaleString("en", { maximumFractionDigits: 3 });

/** A function profile to be read: the figures, and a bar for each function's own share. */
export function ProfileTable({ profile }: { readonly profile: ProfileStimulus }) {
  const captionId = useId();
  const { unit, rows, label } = profile;
  const most = Math.max(...rows.map(({ own }) => own));
  return (
    <figure className={styles["figure"]} aria-labelledby={captionId}>
      <figcaption id={captionId}>
        {profile.caption} ({label})
      </figcaption>
      <div className={styles["scroll"]} tabIndex={0} role="region" aria-labelledby={captionId}>
        <table className={`${pictureStyles["table"]} ${styles["table"]}`}>
          <thead>
            <tr>
              <th scope="col">Function</th>
              <th scope="col">Calls</th>
              <th scope="col">Own ({unit})</th>
              <th scope="col">Total ({unit})</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.function}>
                <th scope="row">
                  <code>{row.function}</code>
                  <svg className={styles["bar"]} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
                    <rect width={most === 0 ? 0 : (row.own / most) * 100} height={4} />
                  </svg>
                </th>
                <td data-number>{format(row.calls)}</td>
                <td data-number>{format(row.own)}</td>
                <td data-number>{format(row.total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
