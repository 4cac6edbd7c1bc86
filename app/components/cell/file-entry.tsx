import { useState } from "react";
import styles from "./files.module.css";
import { formatBytes } from "./format-bytes";

/** More than anybody reads on a page; the whole file can be downloaded. */
const SHOWN_CHARACTERS = 50_000;

/** One file of a list: its path and size, and its text in place once it is opened. */
export function FileEntry({
  path,
  sizeBytes,
  read,
  onDownload,
}: {
  readonly path: string;
  readonly sizeBytes: number;
  /** Gives the file's text, null where it holds something else; null where the file is not here. */
  readonly read: (() => string | null) | null;
  readonly onDownload: (() => void) | null;
}) {
  const [isOpen, setOpen] = useState(false);
  const verb = isOpen ? "Close" : "Open";
  return (
    <li className={styles["file"]}>
      <span className={styles["path"]}>{path}</span>
      <span className={styles["size"]}>{formatBytes(sizeBytes)}</span>
      {read !== null && (
        <button type="button" aria-label={`${verb} ${path}`} onClick={() => setOpen(!isOpen)}>
          {verb}
        </button>
      )}
      {onDownload !== null && (
        <button type="button" aria-label={`Download ${path}`} onClick={onDownload}>
          Download
        </button>
      )}
      {read === null && <span className={styles["remark"]}>Too large to be shown here.</span>}
      {isOpen && read !== null && <Content path={path} text={read()} sizeBytes={sizeBytes} />}
    </li>
  );
}

function Content({
  path,
  text,
  sizeBytes,
}: {
  readonly path: string;
  readonly text: string | null;
  readonly sizeBytes: number;
}) {
  if (text === null)
    return <p className={styles["remark"]}>This is not text: {sizeBytes.toLocaleString("en")} bytes.</p>;
  if (text === "") return <p className={styles["remark"]}>The file is empty.</p>;
  return (
    <div className={styles["content"]}>
      {/* A long file scrolls, and a keyboard must be able to scroll it. */}
      <pre role="region" aria-label={path} tabIndex={0}>
        {text.slice(0, SHOWN_CHARACTERS)}
      </pre>
      {text.length > SHOWN_CHARACTERS && (
        <p className={styles["remark"]}>
          Only the first {SHOWN_CHARACTERS.toLocaleString("en")} characters are shown.
        </p>
      )}
    </div>
  );
}
