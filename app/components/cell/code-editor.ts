import { editor, KeyCode, KeyMod } from "monaco-editor/editor";
import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/caretOperations/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/comment/register";
import "monaco-editor/features/cursorUndo/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/gotoError/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/indentation/register";
import "monaco-editor/features/linesOperations/register";
import "monaco-editor/features/wordOperations/register";
import "monaco-editor/languages/definitions/javascript/register";
import "monaco-editor/languages/definitions/python/register";
import "monaco-editor/languages/definitions/typescript/register";
import type { Language } from "@/lib/run/language";
import type { LineHeat } from "@/app/components/measure/heat";
import styles from "./code-area.module.css";
import { followTheme } from "./editor-theme";
import type { CheckedCode } from "./type-checking";

/** An open editor in its place on the page. */
export type CodeEditor = {
  readonly code: () => string;
  readonly setCode: (code: string) => void;
  /** Puts the cursor into the editor, on a line counted from 1 where one is given. */
  readonly focus: (line: number | null) => void;
  /** Colours the lines by what they cost; nothing takes the colours away. */
  readonly setHeat: (lines: readonly LineHeat[]) => void;
  readonly dispose: () => void;
};

const PADDING_PX = 10;
const LINE_PX = 21;

globalThis.MonacoEnvironment = {
  getWorker: (_moduleId, label) =>
    label === "typescript"
      ? new Worker(new URL("./type-checker.worker.ts", import.meta.url), { type: "module" })
      : new Worker(new URL("./editor.worker.ts", import.meta.url), { type: "module" }),
};

/**
 * Opens Monaco in `host`, as high as its text; Escape makes the next Tab leave it, F8 goes to the next error of
 * code whose types are checked.
 */
export function openCodeEditor({
  host,
  language,
  label,
  code,
  checked,
  onChange,
  onRun,
}: {
  host: HTMLElement;
  language: Language | "plaintext";
  label: string;
  code: string;
  /** The code where its types are checked; the editor's to dispose of. */
  checked: CheckedCode | null;
  onChange: (code: string) => void;
  onRun: () => void;
}): CodeEditor {
  const unfollowTheme = followTheme();
  const { width } = host.getBoundingClientRect();
  const opened = editor.create(host, {
    ...(checked === null ? { value: code, language } : { model: checked.model }),
    ariaLabel: label,
    dimension: { width, height: heightOf(code) },
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue("--mono"),
    fontSize: 14,
    lineHeight: LINE_PX,
    padding: { top: PADDING_PX, bottom: PADDING_PX },
    tabSize: language === "python" ? 4 : 2,
    detectIndentation: false,
    minimap: { enabled: false },
    bracketPairColorization: { enabled: false },
    guides: { indentation: false },
    folding: false,
    glyphMargin: false,
    lineNumbersMinChars: 5,
    lineDecorationsWidth: 14,
    overviewRulerLanes: 0,
    scrollBeyondLastLine: false,
    scrollbar: {
      vertical: "hidden",
      alwaysConsumeMouseWheel: false,
      // The scrollbar lies over the last line, as in the highlighted text.
      ignoreHorizontalScrollbarInContentHeight: true,
    },
    renderLineHighlight: "line",
    contextmenu: false,
    automaticLayout: false,
    fixedOverflowWidgets: true,
  });

  const layOut = () =>
    opened.layout({ width: host.getBoundingClientRect().width, height: opened.getContentHeight() });
  const resized = new ResizeObserver(layOut);
  resized.observe(host);
  opened.onDidContentSizeChange(layOut);
  opened.onDidChangeModelContent(() => onChange(opened.getValue()));
  const heat = opened.createDecorationsCollection();
  opened.addCommand(KeyMod.CtrlCmd | KeyCode.Enter, onRun);
  // Monaco's own F8 would go on to the errors of other cells, whose editors it cannot open.
  const go = (where: "next" | "prev") => opened.trigger("keyboard", `editor.action.marker.${where}`, null);
  opened.addCommand(KeyCode.F8, () => go("next"));
  opened.addCommand(KeyMod.Shift | KeyCode.F8, () => go("prev"));
  const setTabLeaves = (tabFocusMode: boolean) => opened.updateOptions({ tabFocusMode });
  opened.onKeyDown(({ keyCode }) => {
    if (keyCode === KeyCode.Escape) setTabLeaves(true);
    else if (keyCode !== KeyCode.Tab && keyCode !== KeyCode.Shift) setTabLeaves(false);
  });
  opened.onDidBlurEditorText(() => setTabLeaves(false));
  if (checked !== null) opened.onDidFocusEditorText(checked.readBefore);

  return {
    code: () => opened.getValue(),
    setCode: (changed) => opened.setValue(changed),
    focus(line) {
      if (line !== null) {
        opened.setPosition({ lineNumber: line, column: 1 });
        opened.revealLineInCenterIfOutsideViewport(line);
        host.scrollIntoView({ block: "nearest" });
      }
      opened.focus();
    },
    setHeat: (lines) =>
      heat.set(
        lines.map(({ line, heat: level, told }) => ({
          range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
          options: {
            isWholeLine: true,
            className: styles[`heat-${level}`] ?? null,
            linesDecorationsClassName: styles["heat-edge"] ?? null,
            linesDecorationsTooltip: told,
            lineNumberHoverMessage: { value: told },
          },
        })),
      ),
    dispose() {
      resized.disconnect();
      unfollowTheme();
      opened.dispose();
      checked?.dispose();
    },
  };
}

const heightOf = (code: string) => code.split("\n").length * LINE_PX + 2 * PADDING_PX;
