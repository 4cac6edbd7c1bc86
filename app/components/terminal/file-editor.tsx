import { useEffect, useRef, useState } from "react";
import type { CodeEditor } from "@/app/components/cell/code-editor";
import styles from "./machine-file.module.css";

const LANGUAGES: readonly (readonly [RegExp, "python" | "javascript" | "typescript"])[] = [
  [/\.py$/, "python"],
  [/\.m?js$/, "javascript"],
  [/\.ts$/, "typescript"],
];
const languageOf = (path: string) =>
  LANGUAGES.find(([ending]) => ending.test(path))?.[1] ?? ("plaintext" as const);

/** A file of the machine in the code editor; Ctrl+Enter saves. */
export function FileEditor({
  path,
  text,
  onChange,
  onSave,
}: {
  readonly path: string;
  /** What the editor begins with. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onSave: () => void;
}) {
  const host = useRef<HTMLDivElement>(null);
  const [isFailed, setFailed] = useState(false);
  const latest = useRef({ text, onChange, onSave });
  useEffect(() => {
    latest.current = { text, onChange, onSave };
  });
  useEffect(() => {
    let editor: CodeEditor | null = null;
    let isOver = false;
    const open = async () => {
      const { openCodeEditor } = await import("@/app/components/cell/code-editor");
      if (isOver || host.current === null) return;
      editor = openCodeEditor({
        host: host.current,
        language: languageOf(path),
        label: `${path}: text. Escape, then Tab leaves the editor.`,
        code: latest.current.text,
        checked: null,
        onChange: (changed) => latest.current.onChange(changed),
        onRun: () => latest.current.onSave(),
      });
      editor.focus(null);
    };
    open().catch(() => setFailed(true));
    return () => {
      isOver = true;
      editor?.dispose();
    };
  }, [path]);
  if (isFailed)
    return (
      <p role="alert" className={styles["problem"]}>
        The editor could not be fetched. Check your connection, then open the file again.
      </p>
    );
  return <div ref={host} className={styles["editor"]} />;
}
