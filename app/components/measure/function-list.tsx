import { useState } from "react";
import type { FunctionRow } from "@/lib/measure/function-table";
import { formatMs } from "@/app/components/cell/run-sentences";
import styles from "./profile.module.css";

const COLUMNS = [
  { key: "calls", name: "Calls" },
  { key: "ownMs", name: "Own time" },
  { key: "cumulativeMs", name: "With callees" },
] as const;
type Key = (typeof COLUMNS)[number]["key"];

/** More rows than anybody reads; the downloads have all of them. */
const SHOWN = 100;

/** Where the time goes, function by function; a function of the learner's leads to its line. */
export function FunctionList({
  rows,
  isSampled,
  onLine,
}: {
  readonly rows: readonly FunctionRow[];
  readonly isSampled: boolean;
  /** Null for what is not in the learner's file. */
  readonly onLine: (row: FunctionRow) => (() => void) | null;
}) {
  const [sortedBy, setSortedBy] = useState<Key>("ownMs");
  const [opened, setOpened] = useState<FunctionRow | null>(null);
  const columns = COLUMNS.filter(({ key }) => !isSampled || key !== "calls");
  const longest = Math.max(...rows.map(({ cumulativeMs }) => cumulativeMs), Number.MIN_VALUE);
  const sorted = rows.toSorted((one, other) => other[sortedBy] - one[sortedBy]).slice(0, SHOWN);
  return (
    <div className={styles["scroll"]} tabIndex={0} role="region" aria-label="Functions">
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">Function</th>
            {columns.map(({ key, name }) => (
              <th
                key={key}
                scope="col"
                aria-sort={sortedBy === key ? "descending" : "none"}
                className={styles["number"]}
              >
                <button type="button" onClick={() => setSortedBy(key)}>
                  {name}
                  {sortedBy === key && <span aria-hidden="true"> ↓</span>}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <FunctionRows
              key={`${row.function.file}:${row.function.line}:${row.function.name}`}
              row={row}
              rows={rows}
              columns={columns}
              longest={longest}
              isOpen={row === opened}
              onToggle={() => setOpened(row === opened ? null : row)}
              onLine={onLine(row)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FunctionRows({
  row,
  rows,
  columns,
  longest,
  isOpen,
  onToggle,
  onLine,
}: {
  readonly row: FunctionRow;
  readonly rows: readonly FunctionRow[];
  readonly columns: readonly { readonly key: Key; readonly name: string }[];
  readonly longest: number;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onLine: (() => void) | null;
}) {
  const { name, line } = row.function;
  const hasEdges = row.callers.length + row.callees.length > 0;
  return (
    <>
      <tr data-open={isOpen || undefined}>
        <th scope="row" className={styles["name"]}>
          {hasEdges ? (
            <button type="button" aria-expanded={isOpen} onClick={onToggle}>
              <code>{name}</code>
            </button>
          ) : (
            <code>{name}</code>
          )}
          {onLine !== null && line !== null && (
            <button type="button" className={styles["line"]} onClick={onLine}>
              line {line}
            </button>
          )}
          {row.function.file === null && <span className={styles["builtin"]}>built in</span>}
        </th>
        {columns.map(({ key }) => (
          <td key={key} className={styles["number"]}>
            {key === "calls" ? row.calls.toLocaleString("en") : formatMs(row[key])}
            {key === "ownMs" && (
              <span className={styles["bar"]} style={{ inlineSize: `${(row.ownMs / longest) * 100}%` }} />
            )}
          </td>
        ))}
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={columns.length + 1} className={styles["edges"]}>
            <Edges title="Called by" edges={row.callers} rows={rows} />
            <Edges title="Calls" edges={row.callees} rows={rows} />
          </td>
        </tr>
      )}
    </>
  );
}

function Edges({
  title,
  edges,
  rows,
}: {
  readonly title: string;
  readonly edges: FunctionRow["callers"];
  readonly rows: readonly FunctionRow[];
}) {
  if (edges.length === 0) return null;
  return (
    <p>
      {title}{" "}
      {edges.map(({ row, calls, cumulativeMs }, index) => (
        <span key={row}>
          {index > 0 && ", "}
          <code>{rows[row]?.function.name}</code>
          {calls > 0 && ` ${calls.toLocaleString("en")} ×`} ({formatMs(cumulativeMs)})
        </span>
      ))}
    </p>
  );
}
