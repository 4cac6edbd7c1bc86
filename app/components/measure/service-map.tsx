import type { Dials } from "@/lib/simulate/dials";
import type { RunSoFar } from "@/lib/simulate/watched-run";
import styles from "./service-map.module.css";

export const MAP_HEIGHT_PX = 92;
const MIDDLE = 40;
const BOX_WIDTH = 44;
const STATION_HEIGHT = 60;
const SERVER_GAP = 3;
const LABEL_TOP = 86;
const DOT_STEP = 8;
const DOT_RADIUS = 3;
const ARRIVALS_WIDTH = 74;

type Station = {
  readonly name: string;
  readonly look: "cache" | "servers" | "database";
  /** How many boxes stand over each other. */
  readonly boxes: number;
  /** The share of a box that is filled. */
  readonly filled: number;
  readonly waiting: number;
};

/** The service as requests go through it, from left to right: each station filled as far as it is used, its queue before it. */
export function ServiceMap({
  run,
  dials,
  hasDatabase,
  widthPx,
}: {
  readonly run: RunSoFar;
  readonly dials: Dials;
  readonly hasDatabase: boolean;
  readonly widthPx: number;
}) {
  const stations = stationsOf(run, dials, hasDatabase);
  const step = (widthPx - ARRIVALS_WIDTH) / stations.length;
  return (
    <>
      <text x={0} y={MIDDLE - 8}>
        {`${dials.arrivalsPerSecond} a second`}
      </text>
      <line className={styles["way"]} x1={0} x2={widthPx - BOX_WIDTH} y1={MIDDLE} y2={MIDDLE} />
      {stations.map(({ name, look, boxes, filled, waiting }, index) => {
        const left = ARRIVALS_WIDTH + (index + 1) * step - BOX_WIDTH;
        const room = Math.max(1, Math.floor((step - BOX_WIDTH) / DOT_STEP) - 1);
        const height = (STATION_HEIGHT - (boxes - 1) * SERVER_GAP) / boxes;
        const dots = Math.min(waiting, room);
        return (
          <g key={name} className={styles[look]}>
            {Array.from({ length: boxes }, (_, box) => {
              const place = {
                x: left,
                y: MIDDLE - STATION_HEIGHT / 2 + box * (height + SERVER_GAP),
                height,
                rx: Math.min(3, height / 3),
              };
              return (
                <g key={box}>
                  <rect className={styles["free"]} {...place} width={BOX_WIDTH} />
                  <rect className={styles["used"]} {...place} width={BOX_WIDTH * filled} />
                  <rect className={styles["edge"]} {...place} width={BOX_WIDTH} />
                </g>
              );
            })}
            {Array.from({ length: dots }, (_, dot) => (
              <circle
                key={dot}
                className={styles["request"]}
                cx={left - (dot + 1) * DOT_STEP}
                cy={MIDDLE}
                r={DOT_RADIUS}
              />
            ))}
            {waiting > dots && (
              <text x={left - 5} y={MIDDLE - 8} textAnchor="end">
                {`+ ${(waiting - dots).toLocaleString("en")}`}
              </text>
            )}
            <text x={left + BOX_WIDTH} y={LABEL_TOP} textAnchor="end">
              {name}
            </text>
          </g>
        );
      })}
    </>
  );
}

function stationsOf(run: RunSoFar, dials: Dials, hasDatabase: boolean): Station[] {
  const latest = run.stretches.at(-1);
  const servers: Station = {
    name: dials.servers === 1 ? "1 server" : `${dials.servers} servers`,
    look: "servers",
    boxes: dials.servers,
    filled: latest?.figures.servers.utilisation ?? 0,
    waiting: latest?.waiting.servers ?? 0,
  };
  const cache: Station = {
    name: `cache, ${dials.hitPercent} %`,
    look: "cache",
    boxes: 1,
    filled: dials.hitPercent / 100,
    waiting: 0,
  };
  const database: Station = {
    name: "database",
    look: "database",
    boxes: 1,
    filled: latest?.figures.database?.utilisation ?? 0,
    waiting: latest?.waiting.database ?? 0,
  };
  return [...(dials.hitPercent > 0 ? [cache] : []), servers, ...(hasDatabase ? [database] : [])];
}
