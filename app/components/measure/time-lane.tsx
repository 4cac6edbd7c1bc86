import styles from "./time-lane.module.css";

export type LaneLine = {
  readonly name: string;
  readonly look: "first" | "second" | "third";
  /** What the legend says of it now. */
  readonly value: string;
  /** null where there is nothing to show. */
  readonly points: readonly { readonly x: number; readonly y: number | null }[];
};
/** A line to compare with, not in the legend. */
export type LaneReference = Omit<LaneLine, "look" | "value"> & { readonly look: "before" | "limit" };

const AXIS_LEFT = 44;
const LEGEND_TOP = 30;
const PLOT_TOP = 46;
const AXIS_BOTTOM = 20;
const SAMPLE = 14;
const TICK_SHARES = [0, 0.5, 1];

/** Lines over the time of a run, with a legend that says their latest values. */
export function TimeLane({
  title,
  lines,
  references,
  xEnd,
  formatX,
  yEnd,
  formatY,
  widthPx,
  heightPx,
}: {
  readonly title: string;
  readonly lines: readonly LaneLine[];
  readonly references: readonly LaneReference[];
  readonly xEnd: number;
  readonly formatX: (x: number) => string;
  readonly yEnd: number;
  readonly formatY: (y: number) => string;
  readonly widthPx: number;
  readonly heightPx: number;
}) {
  const bottom = heightPx - AXIS_BOTTOM;
  const x = (value: number) => AXIS_LEFT + (value / xEnd) * (widthPx - AXIS_LEFT);
  const y = (value: number) => bottom - (value / yEnd) * (bottom - PLOT_TOP);
  const legendStep = widthPx / lines.length;
  const draw = ({ points }: Pick<LaneLine, "points">) =>
    points
      .map((point, index) =>
        point.y === null
          ? ""
          : `${(points[index - 1]?.y ?? null) === null ? "M" : "L"}${x(point.x).toFixed(1)},${y(Math.min(point.y, yEnd)).toFixed(1)}`,
      )
      .join(" ");
  return (
    <>
      <text className={styles["title"]} x={0} y={12}>
        {title}
      </text>
      {lines.map(({ name, look, value }, index) => {
        const left = index * legendStep;
        return (
          <g key={name}>
            <line
              className={styles[look]}
              x1={left}
              x2={left + SAMPLE}
              y1={LEGEND_TOP - 4}
              y2={LEGEND_TOP - 4}
            />
            <text x={left + SAMPLE + 5} y={LEGEND_TOP}>
              {name}
              <tspan className={styles["value"]} dx={4}>
                {value}
              </tspan>
            </text>
          </g>
        );
      })}
      {TICK_SHARES.map((share) => (
        <g key={share}>
          <line
            className={styles["grid"]}
            x1={AXIS_LEFT}
            x2={widthPx}
            y1={y(share * yEnd)}
            y2={y(share * yEnd)}
          />
          <text x={AXIS_LEFT - 6} y={y(share * yEnd) + 4} textAnchor="end">
            {formatY(share * yEnd)}
          </text>
          <text
            x={x(share * xEnd)}
            y={heightPx - 4}
            textAnchor={share === 1 ? "end" : share === 0 ? "start" : "middle"}
          >
            {formatX(share * xEnd)}
          </text>
        </g>
      ))}
      {references.map((reference) => (
        <path key={reference.name} className={styles[reference.look]} d={draw(reference)}>
          <title>{reference.name}</title>
        </path>
      ))}
      {lines.map((line) => (
        <path key={line.name} className={styles[line.look]} d={draw(line)}>
          <title>{line.name}</title>
        </path>
      ))}
    </>
  );
}
