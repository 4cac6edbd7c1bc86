import { formatMs } from "@/app/components/cell/run-sentences";
import { stretchesOf } from "@/lib/measure/machine-stretches";
import type { MachineSample } from "@/lib/run/usage";
import styles from "./machine-over-time.module.css";
import { Picture } from "./picture";

const LANE_PX = 74;
const LABEL_PX = 18;
const AXIS_PX = 20;

/** `leastTop` is where the axis of a lane ends at least. */
const LANES = [
  { key: "notWaiting", title: "Processes not waiting", unit: "", leastTop: 1 },
  { key: "memoryMb", title: "Memory of all processes", unit: " MB", leastTop: 1 },
  { key: "diskMbPerSecond", title: "Files, read and written", unit: " MB/s", leastTop: 0.001 },
  { key: "copies", title: "Copies of files under way (simulated disk)", unit: "", leastTop: 1 },
] as const;

/** The machine's processes, memory and files while a program ran, as a task manager draws them. */
export function MachineOverTime({
  name,
  samples,
}: {
  readonly name: string;
  readonly samples: readonly MachineSample[];
}) {
  const stretches = stretchesOf(samples);
  const endMs = stretches.at(-1)?.toMs ?? 1;
  const lanes = LANES.filter(({ key }) => stretches.some((each) => each[key] > 0));
  const height = lanes.length * LANE_PX + AXIS_PX;
  return (
    <Picture
      name={`${name}-machine`}
      data={samples}
      table={{
        columns: [
          "Until (ms)",
          "Processes not waiting",
          "Processes",
          "Memory (MB)",
          "Files (MB/s)",
          "Copies (simulated)",
          "Network (none)",
        ],
        rows: stretches.map((each) => [
          Math.round(each.toMs),
          each.notWaiting,
          each.processes,
          each.memoryMb,
          each.diskMbPerSecond,
          each.copies,
          0,
        ]),
      }}
      caption="Measured by a look at the machine every fifth of a second. A browser does not tell what its processors do; the machine knows which of its processes wait. How long cp and rsync take is simulated. There is no line for a network: programs here have none, and psutil’s counters of it stay at zero."
    >
      {(widthPx) => (
        <svg width={widthPx} height={height} role="img" aria-label="The machine over time">
          {lanes.map(({ key, title, unit, leastTop }, index) => {
            const top = Math.max(leastTop, ...stretches.map((each) => each[key]));
            const bottomPx = (index + 1) * LANE_PX;
            const x = (ms: number) => (ms / endMs) * widthPx;
            const y = (value: number) => bottomPx - (value / top) * (LANE_PX - LABEL_PX - 4);
            const outline = stretches.map(
              (each) =>
                `L${x(each.fromMs).toFixed(1)},${y(each[key]).toFixed(1)} L${x(each.toMs).toFixed(1)},${y(each[key]).toFixed(1)}`,
            );
            return (
              <g key={key}>
                <text x={0} y={bottomPx - LANE_PX + 13}>
                  {title}
                </text>
                <text x={widthPx} y={bottomPx - LANE_PX + 13} textAnchor="end">
                  {`up to ${top.toLocaleString("en", { maximumSignificantDigits: 3 })}${unit}`}
                </text>
                <path
                  className={styles["area"]}
                  d={`M0,${bottomPx} ${outline.join(" ")} L${x(endMs).toFixed(1)},${bottomPx} Z`}
                />
                <line className={styles["ground"]} x1={0} x2={widthPx} y1={bottomPx} y2={bottomPx} />
              </g>
            );
          })}
          <text x={0} y={height - 4}>
            0
          </text>
          <text x={widthPx} y={height - 4} textAnchor="end">
            {formatMs(endMs)}
          </text>
        </svg>
      )}
    </Picture>
  );
}
