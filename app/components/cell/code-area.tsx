import { useEffect, useImperativeHandle, useRef, useState, type Ref } from "react";
import { flushSync } from "react-dom";
import { codeHtml } from "@/lib/course/code-marks";
import type { Language } from "@/lib/run/language";
import type { GivenFile } from "@/lib/run/run-request";
import type { LineHeat } from "@/app/components/measure/heat";
import { CopyButton } from "@/app/components/lesson/copy-button";
import styles from "./code-area.module.css";
import { filesBefore } from "./page-cells";
import { openToWrite } from "./open-page-drafts";
import type { CodeEditor } from "./code-editor";

/** For tracebacks: opens the editor if need be and puts the cursor there. */
export type CodeAreaHandle = { readonly goToLine: (line: number) => void };

/**
 * A program's code: highlighted text that takes no room to load, and the editor in its place, at the same size, once the
 * learner wants to edit.
 */
export function CodeArea({
  ref,
  label,
  language,
  code,
  marks,
  heat = null,
  id,
  files,
  after = null,
  onChange,
  onRun,
}: {
  readonly ref?: Ref<CodeAreaHandle>;
  readonly label: string;
  readonly language: Language;
  readonly code: string;
  /** The colours of the code; null when it is a draft, which is shown plain until it is edited. */
  readonly marks: string | null;
  /** What each line cost, where it is known; shown once the editor is open. */
  readonly heat?: readonly LineHeat[] | null;
  readonly id: string;
  /** What the program can import. */
  readonly files: readonly GivenFile[];
  /** The cell whose names the program knows; null where it knows none but its own. */
  readonly after?: string | null;
  readonly onChange: (code: string) => void;
  readonly onRun: () => void;
}) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor | null>(null);
  const latest = useRef({ code, heat, onChange, onRun });
  const [state, setState] = useState<"closed" | "opening" | "open" | "failed">("closed");
  const [typeErrors, setTypeErrors] = useState(0);
  const isChecked = language === "typescript";

  useEffect(() => {
    latest.current = { code, heat, onChange, onRun };
    // A reset or an undo comes from outside; what was typed is there already.
    if (editor.current !== null && editor.current.code() !== code) editor.current.setCode(code);
  });
  useEffect(() => editor.current?.setHeat(heat ?? []), [heat]);
  useEffect(() => () => editor.current?.dispose(), []);

  const open = async (line: number | null) => {
    if (editor.current !== null) return editor.current.focus(line);
    if (state === "opening") return undefined;
    setState("opening");
    try {
      const [{ openCodeEditor }, typeChecking] = await Promise.all([
        import("./code-editor"),
        isChecked ? import("./type-checking") : null,
        openToWrite(),
      ]);
      if (host.current === null) return undefined;
      const checked =
        typeChecking?.checkTypes({
          id,
          code: latest.current.code,
          files,
          before: () => filesBefore(after, language),
        }) ?? null;
      checked?.onErrors(setTypeErrors);
      // Both at once would make the page jump to where the editor stands for a moment.
      flushSync(() => setState("open"));
      editor.current = openCodeEditor({
        host: host.current,
        language,
        label: `${label}: code. Escape, then Tab leaves the editor.${isChecked ? " F8 goes to the next type error." : ""}`,
        code: latest.current.code,
        checked,
        onChange: (changed) => latest.current.onChange(changed),
        onRun: () => latest.current.onRun(),
      });
      editor.current.setHeat(latest.current.heat ?? []);
      editor.current.focus(line);
    } catch {
      setState("failed");
    }
    return undefined;
  };
  useImperativeHandle(ref, () => ({ goToLine: (line) => void open(line) }));

  return (
    <div className={styles["area"]} data-editor={state} onPointerEnter={() => void import("./code-editor")}>
      {state !== "open" && (
        // By keyboard, the button Edit does the same as a click here.
        <pre
          className={styles["static"]}
          tabIndex={0}
          aria-label={`${label}: code`}
          onClick={() => {
            if (getSelection()?.isCollapsed ?? true) void open(null);
          }}
          {...(marks === null
            ? { children: <PlainCode code={code} /> }
            : { dangerouslySetInnerHTML: { __html: codeHtml(code, marks) } })}
        />
      )}
      <div className={styles["tools"]}>
        {state !== "open" && (
          <button type="button" className={styles["edit"]} onClick={() => void open(null)}>
            Edit
          </button>
        )}
        <CopyButton code={code} />
      </div>
      <div ref={host} className={styles["editor"]} hidden={state !== "open"} />
      {state === "open" && isChecked && <p className={styles["types"]}>{typesSentence(typeErrors)}</p>}
      {state === "failed" && (
        <p role="alert" className={styles["problem"]}>
          The editor could not be fetched. Check your connection, then press Edit again.
        </p>
      )}
    </div>
  );
}

const typesSentence = (errors: number) =>
  errors === 0
    ? "Types are checked as you write."
    : `${errors === 1 ? "1 type error" : `${errors} type errors`}: F8 in the editor goes there. The program runs all the same.`;

function PlainCode({ code }: { readonly code: string }) {
  return (
    <code>
      {code.split("\n").map((line, index) => (
        // Lines have no identity but their place.
        <span key={index} className="line">
          {`${line}\n`}
        </span>
      ))}
    </code>
  );
}
