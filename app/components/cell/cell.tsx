"use client";

import { useId, useRef } from "react";
import { isActive } from "@/lib/run/run";
import type { Limits } from "@/lib/run/limits";
import styles from "./cell.module.css";
import { CodeArea, type CodeAreaHandle } from "./code-area";
import { LanguageSwitch } from "./language-switch";
import { Output, type RecordedOutput } from "./output";
import { RunButtons } from "./run-buttons";
import { useIsHydrated } from "./use-is-hydrated";
import { useWorkbench, type Variant } from "./use-workbench";

export type CellVariant = Variant & { readonly recorded: RecordedOutput | null };

/** Runnable code in the text. */
export function Cell({
  id,
  title,
  page,
  after,
  variants,
  limits,
}: {
  readonly id: string;
  readonly title: string;
  readonly page: string;
  readonly after: string | null;
  readonly variants: readonly [CellVariant, ...CellVariant[]];
  readonly limits: Limits;
}) {
  const titleId = useId();
  const workbench = useWorkbench({ id, page, after, variants, limits });
  const { language, variant, code, run } = workbench;
  const codeArea = useRef<CodeAreaHandle>(null);
  const isHydrated = useIsHydrated();
  return (
    <div
      className={styles["cell"]}
      data-cell={id}
      data-state={run.state}
      role="group"
      aria-labelledby={titleId}
      onPointerEnter={workbench.prepare}
      onFocus={workbench.prepare}
      onKeyDown={(event) => {
        if (event.defaultPrevented || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void workbench.start();
      }}
    >
      <div className={styles["bar"]}>
        <p id={titleId} className={styles["title"]}>
          {title}
        </p>
        <LanguageSwitch
          offered={variants.map((each) => each.language)}
          chosen={language}
          onChoose={workbench.chooseLanguage}
        />
      </div>
      <CodeArea
        key={language}
        ref={codeArea}
        label={title}
        language={language}
        code={code}
        html={workbench.isChanged ? null : variant.html}
        onChange={workbench.edit}
        onRun={() => void workbench.start()}
      />
      <RunButtons
        isReady={isHydrated}
        isActive={isActive(run)}
        canReset={workbench.isChanged || run.state !== "idle"}
        onRun={() => void workbench.start()}
        onStop={workbench.stop}
        onReset={workbench.reset}
        onUndoReset={workbench.dropped === null ? null : workbench.undoReset}
      />
      <Output
        run={run}
        recorded={variant.recorded}
        onLine={(line) => codeArea.current?.goToLine(line)}
        fileId={id}
      />
    </div>
  );
}
