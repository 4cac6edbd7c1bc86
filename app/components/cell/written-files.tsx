import type { WrittenFile } from "@/lib/run/written-file";
import { downloadFile } from "./download-file";
import { FileEntry } from "./file-entry";
import { fileText } from "./file-text";
import styles from "./files.module.css";

/** What a program left behind: to be looked at, and to be taken away. */
export function WrittenFiles({
  files,
  leftOut,
}: {
  readonly files: readonly WrittenFile[];
  /** How many more there are than are listed. */
  readonly leftOut: number;
}) {
  return (
    <section aria-label="Files" className={styles["written"]}>
      <p className={styles["heading"]}>Files the program wrote</p>
      <ul className={styles["files"]}>
        {files.map(({ path, sizeBytes, bytes }) => (
          <FileEntry
            key={path}
            path={path}
            sizeBytes={sizeBytes}
            read={bytes && (() => fileText(bytes))}
            onDownload={bytes && (() => downloadFile(path, bytes))}
          />
        ))}
      </ul>
      {leftOut > 0 && (
        <p className={styles["remark"]}>
          {leftOut === 1
            ? "It wrote 1 more file, which is not listed."
            : `It wrote ${leftOut.toLocaleString("en")} more files, which are not listed.`}
        </p>
      )}
    </section>
  );
}
