"use client";

import { useRef, useState } from "react";
import { CellFrame } from "@/app/components/cell/cell-frame";
import { CodeArea, type CodeAreaHandle } from "@/app/components/cell/code-area";
import { DraftQuestion } from "@/app/components/cell/draft-question";
import { History } from "@/app/components/cell/history";
import { Output } from "@/app/components/cell/output";
import { GivenFiles } from "@/app/components/cell/given-files";
import { RunButtons } from "@/app/components/cell/run-buttons";
import { useIsHydrated } from "@/app/components/cell/use-is-hydrated";
import { useWorkbench, type Variant } from "@/app/components/cell/use-workbench";
import { MeasurePanel } from "@/app/components/measure/measure-panel";
import { useMeasuring } from "@/app/components/measure/use-measuring";
import { isActive } from "@/lib/run/run";
import type { Limits } from "@/lib/run/limits";
import type { MachineSettings } from "@/lib/run/machine-settings";
import type { GivenFile } from "@/lib/run/run-request";
import { CheckList } from "./check-list";
import styles from "./exercise.module.css";
import { Help } from "./help";
import { useCheck, type ExerciseCheckView, type GrowthView, type WorkView } from "./use-check";

/** A cell with checks. */
export function Exercise({
  id,
  page,
  title,
  taskHtml,
  hintsHtml,
  variants,
  limits,
  files,
  settings,
  checks,
  hasHiddenChecks,
  work,
  growth,
}: {
  readonly id: string;
  readonly page: string;
  readonly title: string;
  readonly taskHtml: string;
  readonly hintsHtml: readonly string[];
  readonly variants: readonly [Variant, ...Variant[]];
  readonly limits: Limits;
  readonly files: readonly GivenFile[];
  readonly settings: MachineSettings;
  readonly checks: readonly ExerciseCheckView[];
  readonly hasHiddenChecks: boolean;
  readonly work: WorkView | null;
  readonly growth: GrowthView | null;
}) {
  const workbench = useWorkbench({ id, page, variants, limits, files, settings });
  const { language, variant, code, run } = workbench;
  const codeArea = useRef<CodeAreaHandle>(null);
  const isReady = useIsHydrated() && workbench.draft.isOpen;
  const checking = useCheck({ id, page, title, checks, work, growth, workbench });
  const { checked } = checking;
  const measuring = useMeasuring({ workbench, page, id, title });
  const [tries, setTries] = useState(0);
  const check = () => {
    setTries((count) => count + 1);
    void checking.check();
  };
  const isBusy = isActive(run) || checking.isPreparing;
  return (
    <CellFrame
      id={id}
      title={
        <span className={styles["title"]}>
          <span className={styles["kind"]}>Exercise</span> {title}
        </span>
      }
      workbench={workbench}
      offered={variants.map((each) => each.language)}
      onChooseLanguage={(chosen) => {
        checking.forget();
        measuring.forget();
        workbench.chooseLanguage(chosen);
      }}
      onIntent={() => {
        workbench.prepare();
        checking.prepare();
      }}
      exercise={{ verdict: checked?.verdict.outcome }}
    >
      <div className={styles["task"]} dangerouslySetInnerHTML={{ __html: taskHtml }} />
      <GivenFiles files={files} />
      <CodeArea
        key={language}
        ref={codeArea}
        label={title}
        language={language}
        code={code}
        marks={workbench.isChanged ? null : variant.marks}
        heat={measuring.heat}
        id={id}
        files={files}
        onChange={workbench.edit}
        onRun={() => void workbench.start()}
      />
      <DraftQuestion draft={workbench.draft} />
      <RunButtons
        isReady={isReady && !checking.isPreparing}
        isActive={isActive(run)}
        canReset={
          workbench.isChanged || run.state !== "idle" || checked !== null || measuring.report !== null
        }
        onRun={() => void workbench.start()}
        onStop={workbench.stop}
        onReset={() => {
          checking.forget();
          measuring.forget();
          workbench.reset();
        }}
        onUndoReset={workbench.dropped === null ? null : workbench.undoReset}
        onTimeIt={measuring.timeIt}
        onProfile={() => measuring.profile("deterministic")}
        onMemory={measuring.remember}
        onTimeline={measuring.timeline}
      >
        <button type="button" className={styles["check"]} disabled={!isReady || isBusy} onClick={check}>
          Check
        </button>
        <History
          place={workbench.draft.place}
          authorsCode={variant.code}
          isDisabled={!isReady || isActive(run)}
          onRestore={workbench.draft.replace}
        />
      </RunButtons>
      <Output
        run={run}
        recorded={null}
        drawsRandom={workbench.drawsRandom}
        engine={workbench.engine}
        fileId={id}
        onLine={(line) => codeArea.current?.goToLine(line)}
        onInput={workbench.input}
      />
      <MeasurePanel
        id={id}
        measuring={measuring}
        code={code}
        authorsCode={variant.code}
        isBusy={isBusy}
        onLine={(line) => codeArea.current?.goToLine(line)}
      />
      <CheckList
        checks={checks}
        hidden={checked?.hidden ?? []}
        hasHiddenChecks={hasHiddenChecks}
        work={work}
        growth={growth}
        checked={checked}
        isStale={checked !== null && checked.code !== code}
        notice={checking.notice}
      />
      <Help
        key={`help-${language}`}
        id={id}
        language={language}
        hintsHtml={hintsHtml}
        isReady={isReady}
        tries={tries}
      />
    </CellFrame>
  );
}
