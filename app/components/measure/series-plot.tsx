import type { PlotStimulus } from "@/lib/quiz/stimulus";
import { axisOf, type Axis } from "./plot-axis";
import { Picture } from "./picture";
import styles from "./series-plot.module.css";

const HEIGHT_PX = 240;
const LEFT = 56;
const RIGHT = 12;
const TOP = 24;
const BOTTOM = 38;
const KEY_LINE_PX = 18;
const MARK_PX = 4;

const compact = (value: number) => value.toLocaleString("en", { notation: "compact" });

/** One or more series of given figures as lines, told apart by colour, dash and mark alike. */
export function SeriesPlot({ name, plot }: { readonly name: string; readonly plot: PlotStimulus }) {
  const { series, scale } = plot;
  const points = series.flatMap((each) => each.points);
  const xs = axisOf(
    points.map(([x]) => x),
    scale,
  );
  const ys = axisOf(
    points.map(([, y]) => y),
    scale,
  );
  const sizes = [...new Set(points.map(([x]) => x))].toSorted((one, other) => one - other);
  const table = {
    columns: [plot.x, ...series.map((each) => (series.length === 1 ? plot.y : `${each.name}: ${plot.y}`))],
    rows: sizes.map((size) => [
      size,
      ...series.map((each) => each.points.find(([x]) => x === size)?.[1] ?? null),
    ]),
  };
  return (
    <Picture name={name} caption={`${plot.caption} (${plot.label})`} table={table} data={plot}>
      {(widthPx) => (
        <svg
          width={widthPx}
          height={HEIGHT_PX + series.length * KEY_LINE_PX}
          role="img"
          aria-label={`${plot.caption}: ${plot.y} by ${plot.x}`}
        >
          <Lines plot={plot} xs={xs} ys={ys} widthPx={widthPx} />
        </svg>
      )}
    </Picture>
  );
}

function Lines({
  plot,
  xs,
  ys,
  widthPx,
}: {
  readonly plot: PlotStimulus;
  readonly xs: Axis;
  readonly ys: Axis;
  readonly widthPx: number;
}) {
  const x = (value: number) => LEFT + xs.share(value) * (widthPx - LEFT - RIGHT);
  const y = (value: number) => HEIGHT_PX - BOTTOM - ys.share(value) * (HEIGHT_PX - TOP - BOTTOM);
  return (
    <>
      <text x={0} y={12}>
        {plot.y}
      </text>
      {ys.ticks.map((tick) => (
        <g key={tick}>
          <line className={styles["grid"]} x1={LEFT} x2={widthPx - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
            {compact(tick)}
          </text>
        </g>
      ))}
      {xs.ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={HEIGHT_PX - BOTTOM + 16} textAnchor="middle">
          {compact(tick)}
        </text>
      ))}
      <text x={widthPx - RIGHT} y={HEIGHT_PX - 4} textAnchor="end">
        {plot.x}
      </text>
      {plot.series.map(({ name, points }, index) => (
        <g key={name} className={styles["series"]} data-series={index}>
          <polyline points={points.map(([px, py]) => `${x(px).toFixed(1)},${y(py).toFixed(1)}`).join(" ")} />
          {points.map(([px, py]) => (
            <g key={px} transform={`translate(${x(px).toFixed(1)} ${y(py).toFixed(1)})`}>
              <Mark series={index} />
              <title>{`${name}: ${py.toLocaleString("en")} at ${px.toLocaleString("en")}`}</title>
            </g>
          ))}
          <g transform={`translate(${LEFT} ${HEIGHT_PX + index * KEY_LINE_PX + MARK_PX})`}>
            <polyline points="0,0 28,0" />
            <g transform="translate(14 0)">
              <Mark series={index} />
            </g>
            <text x={36} y={4}>
              {name}
            </text>
          </g>
        </g>
      ))}
    </>
  );
}

/** So that series differ without colour, too. */
function Mark({ series }: { readonly series: number }) {
  if (series === 1) return <rect x={-MARK_PX} y={-MARK_PX} width={2 * MARK_PX} height={2 * MARK_PX} />;
  if (series === 2)
    return <path d={`M0 ${-MARK_PX - 1} L${MARK_PX + 1} ${MARK_PX} L${-MARK_PX - 1} ${MARK_PX} Z`} />;
  if (series === 3)
    return <path d={`M0 ${-MARK_PX - 1} L${MARK_PX + 1} 0 L0 ${MARK_PX + 1} L${-MARK_PX - 1} 0 Z`} />;
  return <circle r={MARK_PX} />;
}
