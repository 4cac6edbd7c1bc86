import type { Run } from "@/lib/run/run";
import styles from "./output.module.css";
import { OutputText } from "./output-text";
import { endSentence } from "./run-sentences";
import { useIsHydrated } from "./use-is-hydrated";

/** What a cell printed when its author ran it. */
export type RecordedOutput = { readonly stdout: string; readonly stderr: string };

/** What a run prints, as it comes; before the first run, what it printed for the author. */
export function Output({
  run,
  recorded,
  fileId,
  onLine,
}: {
  readonly run: Run;
  readonly recorded: RecordedOutput | null;
  /** Base name of the cell's file, as tracebacks name it. */
  readonly fileId: string;
  readonly onLine: (line: number) => void;
}) {
  const isRecorded = run.state === "idle" && recorded !== null;
  const chunks = isRecorded
    ? [
        { stream: "stdout" as const, text: recorded.stdout },
        { stream: "stderr" as const, text: recorded.stderr },
      ]
    : run.output;
  const isHydrated = useIsHydrated();
  const recordedSentence = isHydrated ? "Recorded earlier. Press Run for your own." : "Recorded earlier.";
  const sentence = isRecorded ? recordedSentence : endSentence(run);
  return (
    <div className={styles["output"]} data-recorded={isRecorded || undefined}>
      {/* A long output scrolls, and a keyboard must be able to scroll it. */}
      <div role="log" aria-label="Output" tabIndex={0} className={styles["log"]}>
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
      <p role="status" className={styles["status"]} data-state={run.state}>
        {sentence}
      </p>
    </div>
  );
}
