"use client";

import { useRef } from "react";
import { isActive } from "@/lib/run/run";
import type { Limits } from "@/lib/run/limits";
import type { MachineSettings } from "@/lib/run/machine-settings";
import type { GivenFile } from "@/lib/run/run-request";
import { MeasurePanel } from "@/app/components/measure/measure-panel";
import { useMeasuring } from "@/app/components/measure/use-measuring";
import { CellFrame } from "./cell-frame";
import { CodeArea, type CodeAreaHandle } from "./code-area";
import { DraftQuestion } from "./draft-question";
import { EngineSwitch } from "./engine-switch";
import { GivenFiles } from "./given-files";
import { History } from "./history";
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
  grows,
  variants,
  limits,
  files,
  settings,
}: {
  readonly id: string;
  readonly title: string;
  readonly page: string;
  readonly after: string | null;
  /** The name whose line says how large the input is; null where the cell is not made to grow. */
  readonly grows: string | null;
  readonly variants: readonly [CellVariant, ...CellVariant[]];
  readonly limits: Limits;
  readonly files: readonly GivenFile[];
  readonly settings: MachineSettings;
}) {
  const workbench = useWorkbench({ id, page, after, variants, limits, files, settings });
  const { language, variant, code, run } = workbench;
  const measuring = useMeasuring({ workbench, page, id, title });
  const codeArea = useRef<CodeAreaHandle>(null);
  const isReady = useIsHydrated() && workbench.draft.isOpen;
  return (
    <CellFrame
      id={id}
      title={title}
      workbench={workbench}
      offered={variants.map((each) => each.language)}
      onChooseLanguage={(chosen) => {
        measuring.forget();
        workbench.chooseLanguage(chosen);
      }}
    >
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
        after={after}
        onChange={workbench.edit}
        onRun={() => void workbench.start()}
      />
      <DraftQuestion draft={workbench.draft} />
      <RunButtons
        isReady={isReady}
        isActive={isActive(run)}
        canReset={workbench.isChanged || run.state !== "idle" || measuring.report !== null}
        onRun={() => void workbench.start()}
        onStop={workbench.stop}
        onReset={() => {
          measuring.forget();
          workbench.reset();
        }}
        onUndoReset={workbench.dropped === null ? null : workbench.undoReset}
        onTimeIt={measuring.timeIt}
        onProfile={() => measuring.profile("deterministic")}
        onMemory={measuring.remember}
        onTimeline={measuring.timeline}
      >
        <History
          place={workbench.draft.place}
          authorsCode={variant.code}
          isDisabled={!isReady || isActive(run)}
          onRestore={workbench.draft.replace}
        />
        {language === "javascript" && (
          <EngineSwitch
            isOn={workbench.wantsBrowserEngine}
            isDisabled={!isReady || isActive(run)}
            onChange={workbench.setWantsBrowserEngine}
          />
        )}
      </RunButtons>
      <Output
        run={run}
        recorded={variant.recorded}
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
        isBusy={!isReady || isActive(run)}
        grows={grows}
        onLine={(line) => codeArea.current?.goToLine(line)}
      />
    </CellFrame>
  );
}
