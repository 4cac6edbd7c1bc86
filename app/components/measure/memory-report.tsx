import { formatMs } from "@/app/components/cell/run-sentences";
import type { MemoryProfile } from "@/lib/run/memory-profile";
import { formatHeld, methodSentence, storySentence } from "./memory-sentences";
import { niceTop } from "./nice-top";
import { Picture } from "./picture";
import styles from "./report.module.css";
import type { Remembered } from "./report";
import { SiteList } from "./site-list";
import { TimeLane } from "./time-lane";

const LANE_HEIGHT_PX = 220;
const LEAST_TOP = { bytes: 10_000, blocks: 100 };
const UNIT_NAME = { bytes: "bytes", blocks: "blocks" } as const;

/** What a program held while it ran, as a curve, and the lines that hold the most. */
export function MemoryReport({
  name,
  remembered: { file, memory },
  onLine,
}: {
  /** Of the files that are downloaded. */
  readonly name: string;
  readonly remembered: Remembered;
  readonly onLine: (line: number) => void;
}) {
  const unit = UNIT_NAME[memory.unit];
  return (
    <>
      <Picture
        name={`${name}-memory`}
        data={memory}
        table={{
          columns: ["Time (ms)", `Held (${unit})`, `Peak since the look before (${unit})`],
          rows: memory.looks.map(({ atMs, held, peak }) => [atMs, held, peak]),
        }}
        caption={
          <>
            <strong className={styles["sentence"]}>{storySentence(memory, file)}</strong>
            <span className={styles["sentence"]}>{methodSentence(memory)}</span>
          </>
        }
      >
        {(widthPx) => (
          <svg width={widthPx} height={LANE_HEIGHT_PX} role="img" aria-label="Memory over time">
            <HeldOverTime memory={memory} widthPx={widthPx} />
          </svg>
        )}
      </Picture>
      {memory.sites !== null && memory.sites.length > 0 && (
        <SiteList sites={memory.sites} earlierAtMs={memory.earlierAtMs} file={file} onLine={onLine} />
      )}
    </>
  );
}

function HeldOverTime({ memory, widthPx }: { readonly memory: MemoryProfile; readonly widthPx: number }) {
  const { looks, unit, peak } = memory;
  const say = (held: number) => formatHeld(unit, held);
  const line = (of: "held" | "peak") => looks.map((look) => ({ x: look.atMs, y: look[of] }));
  // Between looks QuickJS does not tell a peak.
  const peaks =
    unit === "bytes"
      ? [{ name: "peak", look: "third" as const, value: say(peak), points: line("peak") }]
      : [];
  return (
    <TimeLane
      title={unit === "bytes" ? "Held over time (measured)" : "Blocks held over time (counted)"}
      lines={[
        { name: "held", look: "first", value: say(looks.at(-1)?.held ?? 0), points: line("held") },
        ...peaks,
      ]}
      references={[]}
      xEnd={Math.max(looks.at(-1)?.atMs ?? 0, 1)}
      formatX={(ms) => (ms === 0 ? "0" : formatMs(ms))}
      yEnd={niceTop(peak, LEAST_TOP[unit])}
      formatY={(held) => (held === 0 ? "0" : axisText(unit, held))}
      widthPx={widthPx}
      heightPx={LANE_HEIGHT_PX}
    />
  );
}

const axisText = (unit: MemoryProfile["unit"], held: number) =>
  held
    .toLocaleString("en", { notation: "compact", maximumFractionDigits: 1 })
    .replace(/[MK]$/, (power) => ` ${power}`) + (unit === "bytes" ? "B" : "");
