import styles from "./log-plot.module.css";

export type LogPoint = { readonly x: number; readonly y: number };
/** A curve through the plot: what was fitted, or what was predicted. */
export type LogCurve = {
  readonly kind: "fitted" | "predicted";
  readonly name: string;
  readonly at: (x: number) => number;
};

const LEFT = 62;
const RIGHT = 12;
const TOP = 24;
const BOTTOM = 34;
const CURVE_STEPS = 40;

/**
 * Points on two logarithmic axes, where a power of the size is a straight line whose slope is the power. Both axes have
 * the same decades, as far as the figures go, and no more.
 */
export function LogPlot({
  title,
  points,
  curves,
  widthPx,
  heightPx,
  xName,
  formatY,
}: {
  readonly title: string;
  readonly points: readonly LogPoint[];
  readonly curves: readonly LogCurve[];
  readonly widthPx: number;
  readonly heightPx: number;
  readonly xName: string;
  readonly formatY: (value: number) => string;
}) {
  const xs = rangeOf(points.map(({ x }) => x));
  const ys = rangeOf(points.map(({ y }) => y));
  const x = (value: number) => LEFT + xs.share(value) * (widthPx - LEFT - RIGHT);
  const y = (value: number) => heightPx - BOTTOM - ys.share(value) * (heightPx - TOP - BOTTOM);
  return (
    <g>
      <text className={styles["title"]} x={0} y={12}>
        {title}
      </text>
      {ys.ticks.map((tick) => (
        <g key={tick}>
          <line className={styles["grid"]} x1={LEFT} x2={widthPx - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
            {formatY(tick)}
          </text>
        </g>
      ))}
      {xs.ticks.map((tick) => (
        <g key={tick}>
          <line className={styles["grid"]} x1={x(tick)} x2={x(tick)} y1={TOP} y2={heightPx - BOTTOM} />
          <text x={x(tick)} y={heightPx - BOTTOM + 16} textAnchor="middle">
            {tick.toLocaleString("en", { notation: "compact" })}
          </text>
        </g>
      ))}
      <text x={widthPx - RIGHT} y={heightPx - 2} textAnchor="end">
        {xName}
      </text>
      {curves.map((curve) => (
        <polyline
          key={curve.kind}
          className={styles[curve.kind]}
          points={curvePoints(curve, xs)
            .filter((point) => point.y > 0)
            .map(
              (point) => `${x(point.x).toFixed(1)},${clamp(y(point.y), TOP, heightPx - BOTTOM).toFixed(1)}`,
            )
            .join(" ")}
        >
          <title>{curve.name}</title>
        </polyline>
      ))}
      {points.map((point) => (
        <circle key={point.x} className={styles["point"]} cx={x(point.x)} cy={y(point.y)} r={4}>
          <title>{`${xName} = ${point.x.toLocaleString("en")}: ${formatY(point.y)}`}</title>
        </circle>
      ))}
    </g>
  );
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

type Range = {
  readonly low: number;
  readonly high: number;
  readonly share: (value: number) => number;
  readonly ticks: readonly number[];
};

const curvePoints = ({ at }: LogCurve, { low, high }: Range): LogPoint[] =>
  Array.from({ length: CURVE_STEPS + 1 }, (_, step) => {
    const x = low * (high / low) ** (step / CURVE_STEPS);
    return { x, y: at(x) };
  });

/** From a little below the smallest value to a little above the largest, with a tick at each power of ten, or at 1, 2, 5. */
function rangeOf(values: readonly number[]): Range {
  const positive = values.filter((value) => value > 0);
  const low = Math.min(...positive) / 1.3;
  const high = Math.max(...positive) * 1.3;
  const decades = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1)
    decades.push(10 ** power);
  const inside = (tick: number) => tick >= low && tick <= high;
  const tens = decades.filter(inside);
  const ticks = tens.length >= 2 ? tens : decades.flatMap((ten) => [ten, 2 * ten, 5 * ten]).filter(inside);
  return { low, high, ticks, share: (value) => Math.log(Math.max(value, low) / low) / Math.log(high / low) };
}
