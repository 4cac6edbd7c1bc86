import { formatMs } from "@/app/components/cell/run-sentences";
import { GROWTH, type GrowthClass } from "@/lib/measure/growth-class";
import { fitGrowth, predictCost, type Growth } from "@/lib/measure/growth-fit";
import type { GrowthPoint } from "@/lib/measure/growth-plan";
import { LogPlot, type LogCurve, type LogPoint } from "./log-plot";
import { Picture } from "./picture";
import styles from "./report.module.css";

const PLOT_HEIGHT_PX = 230;
/** Narrower than this, the two plots stand one under the other. */
const SIDE_BY_SIDE_PX = 560;
const GAP_PX = 20;
const TEN_TIMES = 10;

type Series = {
  readonly title: string;
  readonly noun: string;
  readonly points: readonly LogPoint[];
  readonly fit: Growth;
  readonly format: (value: number) => string;
};

/** How a program's time and work grow with its input, what was predicted, and what ten times the size would cost. */
export function GrowthReport({
  name,
  sizeName,
  points,
  predicted,
}: {
  /** Of the files that are downloaded. */
  readonly name: string;
  readonly sizeName: string;
  readonly points: readonly GrowthPoint[];
  readonly predicted: GrowthClass | null;
}) {
  const counted = points.flatMap(({ size, work }) => (work === null ? [] : [{ x: size, y: work }]));
  const series: Series[] = [
    seriesOf({
      title: "Time (measured)",
      noun: "Its time",
      points: points.map(({ size, wallMs }) => ({ x: size, y: wallMs })),
      format: formatMs,
    }),
    ...(counted.length < 2
      ? []
      : [
          seriesOf({ title: "Work (counted steps)", noun: "Its work", points: counted, format: formatSteps }),
        ]),
  ];
  const last = points.at(-1)?.size ?? 0;
  return (
    <Picture
      name={`${name}-growth`}
      data={points}
      table={{
        columns: [sizeName, "Time (ms)", "Work (steps)"],
        rows: points.map(({ size, wallMs, work }) => [size, wallMs, work]),
      }}
      caption={
        <>
          {series.map((each) => (
            <span key={each.title} className={styles["sentence"]}>
              {growthSentence(each)} {tenTimesSentence(each, { sizeName, last })}
            </span>
          ))}
          {predicted !== null && (
            <span className={styles["sentence"]}>{predictionSentence(predicted, series)}</span>
          )}
          {counted.length < 2 && (
            <span className={styles["sentence"]}>
              Its work was not counted: the program reads a clock, works in several processes, or takes too
              long with the counter.
            </span>
          )}
        </>
      }
    >
      {(widthPx) => {
        const isWide = widthPx >= SIDE_BY_SIDE_PX && series.length > 1;
        const plotPx = isWide ? (widthPx - GAP_PX) / 2 : widthPx;
        return (
          <svg
            width={widthPx}
            height={isWide ? PLOT_HEIGHT_PX : series.length * (PLOT_HEIGHT_PX + GAP_PX) - GAP_PX}
            role="img"
            aria-label={`Growth with ${sizeName}`}
          >
            {series.map((each, index) => (
              <g
                key={each.title}
                transform={
                  isWide
                    ? `translate(${index * (plotPx + GAP_PX)} 0)`
                    : `translate(0 ${index * (PLOT_HEIGHT_PX + GAP_PX)})`
                }
              >
                <LogPlot
                  title={each.title}
                  points={each.points}
                  curves={curvesOf(each, predicted)}
                  widthPx={plotPx}
                  heightPx={PLOT_HEIGHT_PX}
                  xName={sizeName}
                  formatY={each.format}
                />
              </g>
            ))}
          </svg>
        );
      }}
    </Picture>
  );
}

const formatSteps = (steps: number) => Math.round(steps).toLocaleString("en", { notation: "compact" });

const seriesOf = (series: Omit<Series, "fit">): Series => ({
  ...series,
  fit: fitGrowth(series.points.map(({ x, y }) => ({ n: x, value: y }))),
});

function growthSentence({ noun, fit }: Series) {
  if (fit.kind === "cannot tell") return `${noun}: no growth can be told. ${fit.because}`;
  return `${noun} grows like ${fit.growthClass} (${Math.round(fit.confidence * 100)} % sure).`;
}

function tenTimesSentence(
  { fit, format }: Series,
  { sizeName, last }: { sizeName: string; last: number },
): string {
  if (fit.kind === "cannot tell") return "";
  const size = last * TEN_TIMES;
  return `At ${sizeName} = ${size.toLocaleString("en")} it would be about ${format(predictCost(fit, size))} (extrapolated).`;
}

/** Work is exact, so it is what a prediction is held against, where there is any. */
function predictionSentence(predicted: GrowthClass, series: readonly Series[]) {
  const judged = series.at(-1);
  if (judged === undefined || judged.fit.kind === "cannot tell") return `You predicted ${predicted}.`;
  return judged.fit.growthClass === predicted
    ? `You predicted ${predicted}, and so it is.`
    : `You predicted ${predicted} (dashed); it is ${judged.fit.growthClass}.`;
}

function curvesOf({ fit, points }: Series, predicted: GrowthClass | null): LogCurve[] {
  const fitted: LogCurve[] =
    fit.kind === "cannot tell"
      ? []
      : [{ kind: "fitted", name: fit.growthClass, at: (x) => predictCost(fit, x) }];
  const [first] = points;
  if (predicted === null || first === undefined) return fitted;
  // What does not grow at all is 1 at any size.
  const shape = (x: number) => (predicted === "O(1)" ? 1 : GROWTH[predicted](x));
  const at = (x: number) => (first.y / shape(first.x)) * shape(x);
  return [...fitted, { kind: "predicted", name: `Predicted: ${predicted}`, at }];
}
