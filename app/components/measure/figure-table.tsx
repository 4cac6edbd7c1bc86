import { memo, useState } from "react";
import type { Table } from "@/lib/measure/csv";
import styles from "./figure-table.module.css";

/** More at once would be slow to lay out, and nobody reads them. */
const ROWS_AT_ONCE = 100;

/**
 * Figures in rows, so many at a time; numbers stand at the right. Drawn anew only for other figures: it may have thousands
 * of cells.
 */
export const FigureTable = memo(function FigureTable({
  table,
  labelledBy,
}: {
  readonly table: Table;
  readonly labelledBy: string;
}) {
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  const left = table.rows.length - shown;
  return (
    <>
      <div className={styles["scroll"]} tabIndex={0} role="region" aria-label="The same figures as a table">
        <table className={styles["table"]} aria-labelledby={labelledBy}>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.slice(0, shown).map((row, index) => (
              // Rows have no identity but their place.
              <tr key={index}>
                {row.map((value, column) => (
                  <td key={table.columns[column]} data-number={typeof value === "number" || undefined}>
                    {typeof value === "number"
                      ? value.toLocaleString("en", { maximumFractionDigits: 3 })
                      : value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <button type="button" className={styles["more"]} onClick={() => setShown(shown + ROWS_AT_ONCE)}>
          {`${Math.min(left, ROWS_AT_ONCE)} more of ${left.toLocaleString("en")}`}
        </button>
      )}
    </>
  );
});
