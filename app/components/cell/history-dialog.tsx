import { useEffect, useRef, useState } from "react";
import { loadDeviceWork } from "@/app/components/shell/load-device-work";
import type { DraftPlace } from "@/lib/course/draft-request";
import { draftKey } from "@/lib/outbox/draft";
import { draftVersions, type DraftVersion } from "@/lib/outbox/draft-version";
import styles from "./history-dialog.module.css";

/** The last versions of a cell's code on this device: to be looked at and to be had again. */
export function HistoryDialog({
  place,
  authorsCode,
  onRestore,
  onClose,
}: {
  readonly place: DraftPlace;
  readonly authorsCode: string;
  readonly onRestore: (text: string | null) => void;
  readonly onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [versions, setVersions] = useState<readonly DraftVersion[] | null>(null);
  const [chosen, setChosen] = useState(0);
  const version = versions?.[chosen];

  useEffect(() => {
    const open = async () => {
      const { book } = await loadDeviceWork();
      await book.flush();
      // A device that keeps nothing has no history.
      setVersions(await draftVersions(draftKey(place)).catch(() => []));
      dialog.current?.showModal();
    };
    void open();
  }, [place]);

  return (
    <dialog
      ref={dialog}
      aria-label="History"
      className={styles["dialog"]}
      onClose={onClose}
      // Its keys are not the cell's.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2>What this code was before</h2>
      {versions?.length === 0 && <p>Nothing yet: this is the author’s code.</p>}
      {versions !== null && version !== undefined && (
        <div className={styles["versions"]}>
          <div role="radiogroup" aria-label="Versions" className={styles["list"]}>
            {versions.map(({ since, at, text }, index) => (
              <label key={since}>
                <input
                  type="radio"
                  name="version"
                  checked={index === chosen}
                  onChange={() => setChosen(index)}
                />
                <time dateTime={at}>{timeOf(at)}</time>
                <span>{text === null ? "the author’s" : linesOf(text)}</span>
              </label>
            ))}
          </div>
          <pre tabIndex={0} aria-label="This version">
            <code>{version.text ?? authorsCode}</code>
          </pre>
        </div>
      )}
      <div className={styles["actions"]}>
        {version !== undefined && (
          <button
            type="button"
            onClick={() => {
              onRestore(version.text);
              dialog.current?.close();
            }}
          >
            Restore this version
          </button>
        )}
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
    </dialog>
  );
}

const timeOf = (at: string) =>
  new Date(at).toLocaleString([], {
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });

function linesOf(text: string) {
  const count = text.trimEnd().split("\n").length;
  return count === 1 ? "1 line" : `${count} lines`;
}
