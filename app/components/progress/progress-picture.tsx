import type { ProgressRow } from "./progress-rows";
import styles from "./progress-picture.module.css";

const SIDE = 2;
const MODULE_HEIGHT = 34;
const ROW_HEIGHT = 26;
const BAR_HEIGHT = 10;
/** On a phone names stand above their bars, and dots at the end of theirs. */
const NARROW_PX = 560;
const NARROW_BAR_ROW_HEIGHT = 42;
const NAME_SHARE = 0.52;
const DOT = 7;
/** About as wide as a letter of 12 px. */
const LETTER_PX = 6.6;

/** The course from top to bottom: bars for what is read and scored, dots for what is passed. */
export function ProgressPicture({
  rows,
  label,
  widthPx,
}: {
  readonly rows: readonly ProgressRow[];
  readonly label: string;
  readonly widthPx: number;
}) {
  const isNarrow = widthPx < NARROW_PX;
  const heightOf = ({ kind }: ProgressRow) =>
    isNarrow && kind !== "exercise" ? NARROW_BAR_ROW_HEIGHT : ROW_HEIGHT;
  const nameWidth = isNarrow ? widthPx - 2 * SIDE : widthPx * NAME_SHARE;
  const barX = isNarrow ? SIDE : SIDE + nameWidth;
  const barWidth = widthPx - barX - SIDE;
  const { tops, height } = layOut(rows, heightOf);
  return (
    <svg className={styles["picture"]} width={widthPx} height={height} role="img" aria-label={label}>
      {rows.map((row, index) => {
        const top = tops[index] ?? 0;
        const isDot = row.kind === "exercise";
        const isUnderName = isNarrow && !isDot;
        const middle = isUnderName ? top + NARROW_BAR_ROW_HEIGHT - 12 : top + ROW_HEIGHT / 2;
        const indent = isDot ? 14 : 0;
        const letters = Math.floor((nameWidth - indent - 3 * DOT) / LETTER_PX);
        return (
          <g key={row.key} data-kind={row.kind} data-done={row.isDone}>
            <title>{`${row.name}: ${row.standing}`}</title>
            {row.module !== rows[index - 1]?.module && (
              <text className={styles["module"]} x={SIDE} y={top - 10}>
                {cut(row.module, Math.floor(widthPx / (LETTER_PX * 1.2)))}
              </text>
            )}
            <text x={SIDE + indent} y={isUnderName ? top + 14 : middle + 4}>
              {cut(row.name, letters)}
            </text>
            {isDot ? (
              <circle
                className={styles["dot"]}
                cx={isNarrow ? widthPx - SIDE - DOT : barX + DOT}
                cy={middle}
                r={DOT - 1}
              />
            ) : (
              <>
                <rect
                  className={styles["ground"]}
                  x={barX}
                  y={middle - BAR_HEIGHT / 2}
                  width={barWidth}
                  height={BAR_HEIGHT}
                  rx={BAR_HEIGHT / 2}
                />
                {row.share > 0 && (
                  <rect
                    className={styles["share"]}
                    x={barX}
                    y={middle - BAR_HEIGHT / 2}
                    width={Math.max(BAR_HEIGHT, barWidth * row.share)}
                    height={BAR_HEIGHT}
                    rx={BAR_HEIGHT / 2}
                  />
                )}
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** Where each row begins, and where the last one ends: the first of a module leaves room for the module's name. */
function layOut(rows: readonly ProgressRow[], heightOf: (row: ProgressRow) => number) {
  const tops: number[] = [];
  let height = 0;
  for (const [index, row] of rows.entries()) {
    if (row.module !== rows[index - 1]?.module) height += MODULE_HEIGHT;
    tops.push(height);
    height += heightOf(row);
  }
  return { tops, height };
}

const cut = (text: string, letters: number) =>
  text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1)).trimEnd()}…`;
