import { useState } from "react";
import type { GivenFile } from "@/lib/run/run-request";
import { FileEntry } from "./file-entry";
import styles from "./files.module.css";

/** What a program finds when it starts. The page's HTML names no file: the list is made when it is opened. */
export function GivenFiles({ files }: { readonly files: readonly GivenFile[] }) {
  const [isOpen, setOpen] = useState(false);
  if (files.length === 0) return null;
  return (
    <details className={styles["given"]} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        Files the program finds <span className={styles["size"]}>({files.length})</span>
      </summary>
      {isOpen && (
        <ul className={styles["files"]}>
          {files.map(({ path, text }) => (
            <FileEntry
              key={path}
              path={path}
              sizeBytes={new TextEncoder().encode(text).length}
              read={() => text}
              onDownload={null}
            />
          ))}
        </ul>
      )}
    </details>
  );
}
