"use client";

import { useId, useRef } from "react";
import cellStyles from "@/app/components/cell/cell.module.css";
import { Plain } from "@/app/components/cell/run-buttons";
import buttonStyles from "@/app/components/cell/run-buttons.module.css";
import { useIsHydrated } from "@/app/components/cell/use-is-hydrated";
import exerciseStyles from "@/app/components/exercise/exercise.module.css";
import { Help } from "@/app/components/exercise/help";
import { fetchedPart } from "@/app/components/shell/fetched-part";
import type { TerminalMistake, TerminalStep } from "@/lib/course/terminal";
import type { LinuxFile } from "@/lib/machine/linux-message";
import { isComing } from "./linux-state";
import { StepList } from "./step-list";
import styles from "./terminal.module.css";
import { useLinux, type Linux } from "./use-linux";
import { useReplay } from "./use-replay";
import { useTerminalCheck } from "./use-terminal-check";

const TerminalWindows = fetchedPart(async () => (await import("./machine-parts")).TerminalWindows);

export type StepView = Omit<TerminalStep, "name"> & { readonly nameHtml: string };
export type MistakeView = Omit<TerminalMistake, "message"> & { readonly messageHtml: string };

/** What the machine finds when it starts: a text as such, else bytes. */
type FileView = Omit<LinuxFile, "bytes"> & { readonly content: string | Uint8Array<ArrayBuffer> };

const states = {
  idle: "idle",
  keeping: "starting",
  fetching: "starting",
  starting: "starting",
  running: "running",
  ended: "failed",
  unavailable: "idle",
} satisfies Record<Linux["phase"], string>;

/** A machine with Linux on it, its prompts in the page; with steps it is an exercise. */
export function Terminal({
  id,
  page,
  title,
  taskHtml,
  windows,
  files,
  setup,
  steps,
  mistakes,
  hintsHtml,
  fetchedBytes,
}: {
  readonly id: string;
  readonly page: string;
  readonly title: string;
  readonly taskHtml: string;
  readonly windows: number;
  readonly files: readonly FileView[];
  readonly setup: string;
  readonly steps: readonly StepView[];
  readonly mistakes: readonly MistakeView[];
  readonly hintsHtml: readonly string[];
  /** What starting it fetches, the first time; null where that is not known. */
  readonly fetchedBytes: number | null;
}) {
  const titleId = useId();
  const place = useRef<HTMLDivElement>(null);
  const isHydrated = useIsHydrated();
  const linux = useLinux({ id, page, start: { files: files.map(fileOf), setup } });
  const { phase } = linux;
  const isExercise = steps.length > 0;
  const checking = useTerminalCheck({ id, title, windows, steps, mistakes, linux });
  const startOver = () => {
    checking.forget();
    linux.startOver();
  };
  const undoStartOver = () => {
    checking.forget();
    linux.undoStartOver();
  };
  const replay = useReplay({ linux, latest: checking.latest, startOver });
  return (
    <div
      className={isExercise ? `${cellStyles["cell"]} ${cellStyles["exercise"]}` : cellStyles["cell"]}
      id={`cell-${id}`}
      data-cell={id}
      data-exercise={isExercise ? id : undefined}
      data-state={states[phase]}
      data-verdict={checking.verdict ?? undefined}
      role="group"
      aria-labelledby={titleId}
      onPointerEnter={linux.prepare}
      onFocus={linux.prepare}
    >
      <div className={cellStyles["bar"]}>
        <p id={titleId} className={cellStyles["title"]}>
          {isExercise ? (
            <span className={exerciseStyles["title"]}>
              <span className={exerciseStyles["kind"]}>Exercise</span> {title}
            </span>
          ) : (
            title
          )}
        </p>
      </div>
      {taskHtml !== "" && (
        <div className={exerciseStyles["task"]} dangerouslySetInnerHTML={{ __html: taskHtml }} />
      )}
      <div ref={place}>
        {phase !== "idle" && <TerminalWindows linux={linux} title={title} windows={windows} />}
      </div>
      {phase === "idle" && (
        <p className={styles["about"]}>
          This computer is about 30 times slower than yours and has one CPU; nothing you do there can harm
          yours.{fetchedBytes !== null && ` The first start fetches ${megabytes(fetchedBytes)} MB.`}
        </p>
      )}
      <div className={buttonStyles["buttons"]}>
        <button
          type="button"
          className={buttonStyles["run"]}
          disabled={!isHydrated || (phase !== "idle" && phase !== "ended")}
          onClick={linux.begin}
        >
          Start
        </button>
        <Plain
          name="Start over"
          title="Starts a fresh machine; this one can be had back"
          isDisabled={phase === "idle" || phase === "unavailable"}
          onPress={() => {
            replay.end();
            startOver();
          }}
        />
        {linux.hasOther && (
          <Plain
            name="Undo start over"
            title="Goes on with the machine from before; this one can be had back"
            isDisabled={isComing(phase)}
            onPress={() => {
              replay.end();
              undoStartOver();
            }}
          />
        )}
        {isExercise && (
          <button
            type="button"
            className={exerciseStyles["check"]}
            disabled={phase !== "running" || !checking.canCheck}
            onClick={() => void checking.check()}
          >
            Check
          </button>
        )}
      </div>
      {isExercise && (
        <>
          <StepList
            steps={steps}
            standing={checking.standing}
            told={checking.told}
            verdict={checking.verdict}
            notice={checking.notice}
          />
          <Help
            id={id}
            language="shell"
            hintsHtml={hintsHtml}
            isReady={isHydrated}
            tries={checking.tries}
            underSolution={({ commands }) => (
              <div className={styles["replay"]}>
                <Plain
                  name="Replay"
                  title="Starts over and types these commands"
                  isDisabled={phase === "unavailable" || replay.isReplaying}
                  onPress={() => {
                    replay.begin(commands);
                    place.current?.scrollIntoView({ block: "nearest" });
                  }}
                />
                <span role="status">{replay.isReplaying ? "Typing the solution …" : ""}</span>
              </div>
            )}
          />
        </>
      )}
    </div>
  );
}

const fileOf = ({ content, ...file }: FileView): LinuxFile => ({
  ...file,
  bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
});

const BYTES_PER_MEGABYTE = 1_000_000;
const megabytes = (bytes: number) => Math.ceil(bytes / BYTES_PER_MEGABYTE);
