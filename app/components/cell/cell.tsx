"use client";

import { useRef } from "react";
import { isActive } from "@/lib/run/run";
import type { Limits } from "@/lib/run/limits";
import type { MachineSettings } from "@/lib/run/machine-settings";
import type { GivenFile } from "@/lib/run/run-request";
import { CellFrame } from "./cell-frame";
import { CodeArea, type CodeAreaHandle } from "./code-area";
import { EngineSwitch } from "./engine-switch";
import { GivenFiles } from "./given-files";
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
  files,
  settings,
}: {
  readonly id: string;
  readonly title: string;
  readonly page: string;
  readonly after: string | null;
  readonly variants: readonly [CellVariant, ...CellVariant[]];
  readonly limits: Limits;
  readonly files: readonly GivenFile[];
  readonly settings: MachineSettings;
}) {
  const workbench = useWorkbench({ id, page, after, variants, limits, files, settings });
  const { language, variant, code, run } = workbench;
  const codeArea = useRef<CodeAreaHandle>(null);
  const isHydrated = useIsHydrated();
  return (
    <CellFrame id={id} title={title} workbench={workbench} offered={variants.map((each) => each.language)}>
      <GivenFiles files={files} />
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
      >
        {language === "javascript" && (
          <EngineSwitch
            isOn={workbench.wantsBrowserEngine}
            isDisabled={!isHydrated || isActive(run)}
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
    </CellFrame>
  );
}
