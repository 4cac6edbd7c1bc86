import { useRef } from "react";
import { fetchedPart } from "@/app/components/shell/fetched-part";
import { isActive, type Run } from "@/lib/run/run";
import styles from "./output.module.css";
import { OutputText } from "./output-text";
import { endSentence, type JavaScriptEngine } from "./run-sentences";
import { useIsHydrated } from "./use-is-hydrated";

// Fetched with the machine (`page-machine.ts`), which no run does without.
const InputForm = fetchedPart(async () => (await import("./run-details")).InputForm);
const Meter = fetchedPart(async () => (await import("./run-details")).Meter);
const WrittenFiles = fetchedPart(async () => (await import("./run-details")).WrittenFiles);

/** What a cell printed when its author ran it. */
export type RecordedOutput = { readonly stdout: string; readonly stderr: string };

/** What a run prints, as it comes; before the first run, what it printed for the author. */
export function Output({
  run,
  recorded,
  drawsRandom,
  engine,
  fileId,
  onLine,
  onInput,
}: {
  readonly run: Run;
  readonly recorded: RecordedOutput | null;
  readonly drawsRandom: boolean;
  /** What the last program ran on, where it was JavaScript. */
  readonly engine: JavaScriptEngine;
  /** Base name of the cell's file, as tracebacks name it. */
  readonly fileId: string;
  readonly onLine: (line: number) => void;
  readonly onInput: (text: string) => void;
}) {
  const log = useRef<HTMLDivElement>(null);
  const isRecorded = run.state === "idle" && recorded !== null;
  const chunks = isRecorded
    ? [
        { stream: "stdout" as const, text: recorded.stdout },
        { stream: "stderr" as const, text: recorded.stderr },
      ]
    : run.output;
  const isHydrated = useIsHydrated();
  const recordedSentence = isHydrated ? "Recorded earlier. Press Run for your own." : "Recorded earlier.";
  const sentence = isRecorded ? recordedSentence : endSentence(run, { drawsRandom, engine });
  const hasAnswered = run.output.some(({ stream }) => stream === "stdin");
  const asks = isActive(run) && (run.wantsInput || hasAnswered);
  return (
    <div className={styles["output"]} data-recorded={isRecorded || undefined}>
      <div className={styles["screen"]} data-asking={asks || undefined}>
        {/* A long output scrolls, and a keyboard must be able to scroll it. */}
        <div ref={log} role="log" aria-label="Output" tabIndex={0} className={styles["log"]}>
          {chunks
            .filter(({ text }) => text !== "")
            .map(({ stream, text }, index) => (
              // Chunks are only ever added at the end.
              <OutputText key={index} stream={stream} text={text} fileId={fileId} onLine={onLine} />
            ))}
          {run.outputCutAtBytes !== null && (
            <p className={styles["cut"]}>
              … cut: only the first {Math.round(run.outputCutAtBytes / 1024)} kB are shown.
            </p>
          )}
        </div>
        {asks && <InputForm isWanted={run.wantsInput} prompt={promptOf(run)} log={log} onInput={onInput} />}
      </div>
      <p role="status" className={styles["status"]} data-state={run.state}>
        {sentence}
      </p>
      {(run.measurement?.usage !== undefined || run.samples.length > 0) && <Meter name={fileId} run={run} />}
      {(run.files.length > 0 || run.filesLeftOut > 0) && (
        <WrittenFiles files={run.files} leftOut={run.filesLeftOut} />
      )}
    </div>
  );
}

/** The line at whose end the program waits. */
function promptOf({ output }: Run): string {
  const last = output.at(-1);
  return last?.stream === "stdout" ? (last.text.split("\n").at(-1) ?? "") : "";
}
