import { memo, useId, useRef, useState, type ReactNode } from "react";
import { useWidthPx } from "./use-width-px";
import { csvText, type Table } from "@/lib/measure/csv";
import { downloadPng, downloadSvg, downloadText } from "./download-picture";
import styles from "./picture.module.css";

/** A picture with its sentence, its twin: the same figures as a table, and all of it to be taken away. */
export function Picture({
  name,
  caption,
  table,
  data,
  children,
}: {
  /** Of the files that are downloaded. */
  readonly name: string;
  readonly caption: ReactNode;
  readonly table: Table;
  /** What the JSON file holds. */
  readonly data: unknown;
  /** The picture, one SVG, as wide as there is room. */
  readonly children: (widthPx: number) => ReactNode;
}) {
  const figure = useRef<HTMLElement>(null);
  const captionId = useId();
  const [canvas, widthPx] = useWidthPx();
  const [problem, setProblem] = useState("");
  const withSvg = (act: (svg: SVGSVGElement) => Promise<void> | void) => async () => {
    const svg = figure.current?.querySelector("svg");
    if (!svg) return;
    try {
      await act(svg);
      setProblem("");
    } catch {
      setProblem("This browser cannot make that picture. Take the SVG.");
    }
  };
  return (
    <figure ref={figure} className={styles["picture"]} aria-labelledby={captionId}>
      <div ref={canvas} className={styles["canvas"]}>
        {children(widthPx)}
      </div>
      <figcaption id={captionId} className={styles["caption"]}>
        {caption}
      </figcaption>
      <div className={styles["tools"]}>
        <details className={styles["twin"]}>
          <summary>As a table</summary>
          <div
            className={styles["scroll"]}
            tabIndex={0}
            role="region"
            aria-label="The same figures as a table"
          >
            <FigureTable table={table} labelledBy={captionId} />
          </div>
        </details>
        <span className={styles["downloads"]} role="group" aria-label="Download">
          <button type="button" onClick={() => void withSvg((svg) => downloadSvg(name, svg))()}>
            SVG
          </button>
          <button type="button" onClick={() => void withSvg((svg) => downloadPng(name, svg))()}>
            PNG
          </button>
          <button type="button" onClick={() => downloadText(`${name}.csv`, csvText(table))}>
            CSV
          </button>
          <button type="button" onClick={() => downloadText(`${name}.json`, JSON.stringify(data, null, 2))}>
            JSON
          </button>
        </span>
      </div>
      {problem !== "" && <p role="alert">{problem}</p>}
    </figure>
  );
}

/** Figures in rows; numbers stand at the right. Drawn anew only for other figures: it may have thousands of cells. */
export const FigureTable = memo(function FigureTable({
  table,
  labelledBy,
}: {
  readonly table: Table;
  readonly labelledBy: string;
}) {
  return (
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
        {table.rows.map((row, index) => (
          // Rows have no identity but their place.
          <tr key={index}>
            {row.map((value, column) => (
              <td key={table.columns[column]} data-number={typeof value === "number" || undefined}>
                {typeof value === "number" ? value.toLocaleString("en", { maximumFractionDigits: 3 }) : value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
});
