import { fetchedPart } from "@/app/components/shell/fetched-part";
import type { Report } from "./report";
import styles from "./report.module.css";
import type { Measuring } from "./use-measuring";

const drawing = <p className={styles["progress"]}>Drawing …</p>;
const GrowthForm = fetchedPart(async () => (await import("./growth-form")).GrowthForm);
const TimingReport = fetchedPart(async () => (await import("./timing-report")).TimingReport, drawing);
const GrowthReport = fetchedPart(async () => (await import("./growth-report")).GrowthReport, drawing);
const TimelineReport = fetchedPart(async () => (await import("./timeline-report")).TimelineReport, drawing);
const ProfileReport = fetchedPart(async () => (await import("./profile-report")).ProfileReport, drawing);
const MemoryReport = fetchedPart(async () => (await import("./memory-report")).MemoryReport, drawing);

/** What the instruments say of a cell's program, under its output. */
export function MeasurePanel({
  id,
  measuring,
  code,
  authorsCode,
  isBusy,
  grows = null,
  onLine,
}: {
  readonly id: string;
  readonly measuring: Measuring;
  /** The program as it is now, which may not be the one that was measured. */
  readonly code: string;
  readonly authorsCode: string;
  readonly isBusy: boolean;
  /** The name whose line says how large the input is; null where nothing is made to grow. */
  readonly grows?: string | null;
  readonly onLine: (line: number) => void;
}) {
  const { report, progress } = measuring;
  return (
    <>
      {grows !== null && (
        <GrowthForm
          sizeName={grows}
          isBusy={isBusy}
          onGrow={(predicted) => measuring.grow({ sizeName: grows, predicted })}
        />
      )}
      <p role="status" className={styles["progress"]}>
        {progress}
      </p>
      {report !== null && (
        <section className={styles["panel"]} aria-label={TITLES[report.kind]}>
          <p className={styles["heading"]}>
            {TITLES[report.kind]}
            {report.code !== code && <span className={styles["stale"]}>of an earlier version</span>}
          </p>
          {report.kind === "timing" && (
            <TimingReport
              name={id}
              versions={report.versions}
              ledger={measuring.ledger}
              code={code}
              authorsCode={authorsCode}
              isBusy={isBusy}
              sizeName={grows}
              onRace={measuring.race}
            />
          )}
          {report.kind === "growth" && (
            <GrowthReport
              name={id}
              sizeName={report.sizeName}
              points={report.points}
              predicted={report.predicted}
            />
          )}
          {report.kind === "timeline" && (
            <TimelineReport
              name={id}
              timelines={report.timelines}
              onForgetEarlier={measuring.forgetEarlier}
            />
          )}
          {report.kind === "profile" && (
            <ProfileReport
              name={id}
              profiled={report}
              before={report.before}
              isBusy={isBusy}
              onProfile={measuring.profile}
              onLine={onLine}
            />
          )}
          {report.kind === "memory" && <MemoryReport name={id} remembered={report} onLine={onLine} />}
        </section>
      )}
    </>
  );
}

const TITLES = {
  timing: "Times",
  growth: "Growth",
  timeline: "Timeline",
  profile: "Profile",
  memory: "Memory",
} as const satisfies Record<Report["kind"], string>;
