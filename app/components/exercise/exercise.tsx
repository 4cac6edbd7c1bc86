"use client";

import { useId, useRef, useState } from "react";
import { CodeArea, type CodeAreaHandle } from "@/app/components/cell/code-area";
import { LanguageSwitch } from "@/app/components/cell/language-switch";
import { Output } from "@/app/components/cell/output";
import { RunButtons } from "@/app/components/cell/run-buttons";
import { useIsHydrated } from "@/app/components/cell/use-is-hydrated";
import { useWorkbench, type Variant } from "@/app/components/cell/use-workbench";
import { isActive } from "@/lib/run/run";
import type { Limits } from "@/lib/run/limits";
import type { Language } from "@/lib/run/language";
import cellStyles from "@/app/components/cell/cell.module.css";
import { CheckList } from "./check-list";
import styles from "./exercise.module.css";
import { Help } from "./help";
import { useCheck, type ExerciseCheckView, type WorkView } from "./use-check";

/** A cell with checks. */
export function Exercise({
  id,
  page,
  title,
  taskHtml,
  hintsHtml,
  variants,
  limits,
  checks,
  hasHiddenChecks,
  work,
}: {
  readonly id: string;
  readonly page: string;
  readonly title: string;
  readonly taskHtml: string;
  readonly hintsHtml: readonly string[];
  readonly variants: readonly [Variant, ...Variant[]];
  readonly limits: Limits;
  readonly checks: readonly ExerciseCheckView[];
  readonly hasHiddenChecks: boolean;
  readonly work: WorkView | null;
}) {
  const titleId = useId();
  const workbench = useWorkbench({ id, page, variants, limits });
  const { language, variant, code, run } = workbench;
  const codeArea = useRef<CodeAreaHandle>(null);
  const isHydrated = useIsHydrated();
  const checking = useCheck({ id, checks, work, workbench });
  const { checked } = checking;
  // Counts submissions, so that help asks again whether the solution is open.
  const [tries, setTries] = useState(0);
  const check = async () => {
    await checking.check();
    setTries((count) => count + 1);
  };
  const isBusy = isActive(run) || checking.isPreparing;
  return (
    <section
      className={`${cellStyles["cell"]} ${styles["exercise"]}`}
      data-cell={id}
      data-exercise={id}
      data-state={run.state}
      data-verdict={checked?.verdict.outcome}
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
      <div className={cellStyles["bar"]}>
        <p id={titleId} className={styles["title"]}>
          <span className={styles["kind"]}>Exercise</span> {title}
        </p>
        <LanguageSwitch
          offered={variants.map((each) => each.language)}
          chosen={language}
          onChoose={(chosen: Language) => {
            checking.forget();
            workbench.chooseLanguage(chosen);
          }}
        />
      </div>
      <div className={styles["task"]} dangerouslySetInnerHTML={{ __html: taskHtml }} />
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
        isReady={isHydrated && !checking.isPreparing}
        isActive={isActive(run)}
        canReset={workbench.isChanged || run.state !== "idle" || checked !== null}
        onRun={() => void workbench.start()}
        onStop={workbench.stop}
        onReset={() => {
          checking.forget();
          workbench.reset();
        }}
        onUndoReset={workbench.dropped === null ? null : workbench.undoReset}
      >
        <button
          type="button"
          className={styles["check"]}
          disabled={!isHydrated || isBusy}
          onClick={() => void check()}
        >
          Check
        </button>
      </RunButtons>
      <Output run={run} recorded={null} onLine={(line) => codeArea.current?.goToLine(line)} fileId={id} />
      <CheckList
        checks={checks}
        hidden={checked?.hidden ?? []}
        hasHiddenChecks={hasHiddenChecks}
        work={work}
        checked={checked}
        isStale={checked !== null && checked.code !== code}
        notice={checking.notice}
      />
      <Help
        key={`help-${language}`}
        id={id}
        language={language}
        hintsHtml={hintsHtml}
        isReady={isHydrated}
        tries={tries}
      />
    </section>
  );
}
