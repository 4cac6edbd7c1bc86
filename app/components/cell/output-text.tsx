import { Fragment } from "react";
import type { OutputChunk } from "@/lib/run/run";
import styles from "./output.module.css";

/** `File "caesar.py", line 12` in Python, `caesar.js:12:5` in JavaScript. */
const PLACE = /File "([\w-]+)\.py", line (\d+)|\b([\w-]+)\.js:(\d+)(?::\d+)?/g;

/** A stretch of output, or of what was typed; places in the cell's own file become buttons that go there. */
export function OutputText({
  stream,
  text,
  fileId,
  onLine,
}: {
  readonly stream: OutputChunk["stream"];
  readonly text: string;
  readonly fileId: string;
  readonly onLine: (line: number) => void;
}) {
  if (stream === "stdout")
    return (
      <pre data-stream="stdout" className={styles["stdout"]}>
        {text}
      </pre>
    );
  if (stream === "stdin")
    return (
      <pre data-stream="stdin" className={styles["stdin"]}>
        <span className="visually-hidden">You typed: </span>
        {text}
      </pre>
    );
  return (
    <pre data-stream="stderr" className={styles["stderr"]}>
      <span className="visually-hidden">Error output: </span>
      {placesIn(text).map(({ before, place, start }) => (
        <Fragment key={start}>
          {before}
          {place !== null && place.fileId === fileId ? (
            <button type="button" className={styles["place"]} onClick={() => onLine(place.line)}>
              {place.text}
            </button>
          ) : (
            place?.text
          )}
        </Fragment>
      ))}
    </pre>
  );
}

function placesIn(text: string) {
  let end = 0;
  const parts = [...text.matchAll(PLACE)].map((match) => {
    const before = text.slice(end, match.index);
    end = match.index + match[0].length;
    const place = { text: match[0], fileId: match[1] ?? match[3] ?? "", line: Number(match[2] ?? match[4]) };
    return { before, place, start: match.index };
  });
  return [...parts, { before: text.slice(end), place: null, start: text.length }];
}
