import { useId, useRef, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { useWidthPx } from "./use-width-px";
import { csvText, type Table } from "@/lib/measure/csv";
import { downloadPng, downloadSvg, downloadText } from "./download-picture";
import { FigureTable } from "./figure-table";
import styles from "./picture.module.css";

/** A picture with its sentence, its twin: the same figures as a table, and all of it to be taken away. */
export function Picture({
  name,
  caption,
  table,
  data,
  whole,
  children,
}: {
  /** Of the files that are downloaded. */
  readonly name: string;
  readonly caption: ReactNode;
  readonly table: Table;
  /** What the JSON file holds. */
  readonly data: unknown;
  /** What is downloaded of a picture that shows a part of itself; left out where it always shows all. */
  readonly whole?: (widthPx: number) => ReactNode;
  /** The picture, one SVG, as wide as there is room. */
  readonly children: (widthPx: number) => ReactNode;
}) {
  const figure = useRef<HTMLElement>(null);
  const captionId = useId();
  const [canvas, widthPx] = useWidthPx();
  const [problem, setProblem] = useState("");
  const [isTwinOpen, setTwinOpen] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const withSvg = (act: (svg: SVGSVGElement) => Promise<void> | void) => async () => {
    // It is drawn for the moment in which it is copied.
    flushSync(() => setWhole(true));
    const svg = figure.current?.querySelector(whole === undefined ? "svg" : "[data-whole] svg");
    try {
      if (svg instanceof SVGSVGElement) await act(svg);
      setProblem("");
    } catch {
      setProblem("This browser cannot make that picture. Take the SVG.");
    } finally {
      setWhole(false);
    }
  };
  return (
    <figure ref={figure} className={styles["picture"]} aria-labelledby={captionId}>
      <div ref={canvas} className={styles["canvas"]}>
        {children(widthPx)}
        {isWhole && whole !== undefined && (
          <div data-whole className={styles["whole"]} aria-hidden>
            {whole(widthPx)}
          </div>
        )}
      </div>
      <figcaption id={captionId} className={styles["caption"]}>
        {caption}
      </figcaption>
      <div className={styles["tools"]}>
        <details className={styles["twin"]} onToggle={(event) => setTwinOpen(event.currentTarget.open)}>
          <summary>As a table</summary>
          {isTwinOpen && <FigureTable table={table} labelledBy={captionId} />}
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
