import type { ReactNode } from "react";
import { formatMs } from "@/app/components/cell/run-sentences";
import type { Dials } from "@/lib/simulate/dials";
import { RUN_SECONDS, type RunSoFar, type Stretch } from "@/lib/simulate/watched-run";
import { niceTop } from "./nice-top";
import { Picture } from "./picture";
import { MAP_HEIGHT_PX, ServiceMap } from "./service-map";
import { serviceTable } from "./service-table";
import { type LaneLine, type LaneReference, TimeLane } from "./time-lane";

const LATENCY_HEIGHT_PX = 216;
const LANE_HEIGHT_PX = 156;
/** Narrower than this, the small lanes stand one under the other. */
const SIDE_BY_SIDE_PX = 560;
const GAP_PX = 16;
const SECONDS_PER_MINUTE = 60;
const NONE = "–";

type Lane = {
  readonly title: string;
  readonly lines: readonly LaneLine[];
  readonly references: readonly LaneReference[];
  readonly yEnd: number;
  readonly formatY: (y: number) => string;
};

/** A simulated service over its run: latency, queues, how busy its stations are, and what comes and goes. */
export function ServiceOverTime({
  name,
  run,
  before,
  dials,
  aimP95Ms,
  hasDatabase,
  data,
  caption,
}: {
  readonly name: string;
  readonly run: RunSoFar;
  /** The run before this one, to compare with. */
  readonly before: RunSoFar;
  readonly dials: Dials;
  readonly aimP95Ms: number | null;
  readonly hasDatabase: boolean;
  readonly data: unknown;
  readonly caption: ReactNode;
}) {
  const lanes = [waitingLane(run, hasDatabase), busyLane(run, hasDatabase), throughputLane(run)];
  return (
    <Picture name={name} table={serviceTable(run, hasDatabase)} data={data} caption={caption}>
      {(widthPx) => {
        const isWide = widthPx >= SIDE_BY_SIDE_PX;
        const laneWidthPx = isWide ? (widthPx - (lanes.length - 1) * GAP_PX) / lanes.length : widthPx;
        const latencyTop = MAP_HEIGHT_PX + GAP_PX;
        const lanesTop = latencyTop + LATENCY_HEIGHT_PX + GAP_PX;
        const laneStep = LANE_HEIGHT_PX + GAP_PX;
        const heightPx = lanesTop + laneStep * (isWide ? 1 : lanes.length) - GAP_PX;
        const shared = { xEnd: RUN_SECONDS, formatX };
        return (
          <svg width={widthPx} height={heightPx} role="img" aria-label="The simulated service over time">
            <ServiceMap run={run} dials={dials} hasDatabase={hasDatabase} widthPx={widthPx} />
            <g transform={`translate(0 ${latencyTop})`}>
              <TimeLane
                {...latencyLane(run, before, aimP95Ms)}
                {...shared}
                widthPx={widthPx}
                heightPx={LATENCY_HEIGHT_PX}
              />
            </g>
            {lanes.map((lane, index) => {
              const left = isWide ? index * (laneWidthPx + GAP_PX) : 0;
              const top = lanesTop + (isWide ? 0 : index * laneStep);
              return (
                <g key={lane.title} transform={`translate(${left.toFixed(1)} ${top})`}>
                  <TimeLane {...lane} {...shared} widthPx={laneWidthPx} heightPx={LANE_HEIGHT_PX} />
                </g>
              );
            })}
          </svg>
        );
      }}
    </Picture>
  );
}

const formatX = (seconds: number) => (seconds === 0 ? "0" : `${seconds / SECONDS_PER_MINUTE} min`);
const formatCount = (count: number) => count.toLocaleString("en", { maximumFractionDigits: 1 });
const formatPercent = (share: number) => `${Math.round(share * 100)} %`;
const formatAxisMs = (ms: number) => (ms >= 1_000 ? `${formatCount(ms / 1_000)} s` : `${formatCount(ms)} ms`);

function lineOf({
  name,
  look,
  run,
  at,
  format,
}: {
  name: string;
  look: LaneLine["look"];
  run: RunSoFar;
  at: (stretch: Stretch) => number | null;
  format: (value: number) => string;
}): LaneLine {
  const points = run.stretches.map((stretch) => ({ x: stretch.untilSeconds, y: at(stretch) }));
  const latest = points.at(-1)?.y ?? null;
  return { name, look, points, value: latest === null ? NONE : format(latest) };
}

const highest = (lines: readonly Pick<LaneLine, "points">[]) =>
  Math.max(0, ...lines.flatMap(({ points }) => points.map(({ y }) => y ?? 0)));

function latencyLane(run: RunSoFar, before: RunSoFar, aimP95Ms: number | null): Lane {
  const p95 = ({ figures }: Stretch) => figures.latency?.p95Ms ?? null;
  const lines = [
    lineOf({
      name: "p50",
      look: "first",
      run,
      at: ({ figures }) => figures.latency?.p50Ms ?? null,
      format: formatMs,
    }),
    lineOf({ name: "p95", look: "second", run, at: p95, format: formatMs }),
    lineOf({
      name: "p99",
      look: "third",
      run,
      at: ({ figures }) => figures.latency?.p99Ms ?? null,
      format: formatMs,
    }),
  ];
  const references: LaneReference[] = [
    {
      name: "p95 of the run before",
      look: "before",
      points: before.stretches.map((stretch) => ({ x: stretch.untilSeconds, y: p95(stretch) })),
    },
  ];
  if (aimP95Ms !== null) {
    const points = [0, RUN_SECONDS].map((x) => ({ x, y: aimP95Ms }));
    references.push({ name: "Aim for p95", look: "limit", points });
  }
  const yEnd = niceTop(highest([...lines, ...references]), 200);
  return { title: "Latency", lines, references, yEnd, formatY: formatAxisMs };
}

type StationFigures = Stretch["figures"]["servers"];

/** One line for the servers and one for the database, where there is one. */
function stationLines(
  run: RunSoFar,
  {
    hasDatabase,
    of,
    format,
  }: { hasDatabase: boolean; of: (station: StationFigures) => number; format: (value: number) => string },
): LaneLine[] {
  const servers = lineOf({
    name: "servers",
    look: "first",
    run,
    at: ({ figures }) => of(figures.servers),
    format,
  });
  if (!hasDatabase) return [servers];
  const at = ({ figures }: Stretch) => (figures.database === null ? null : of(figures.database));
  return [servers, lineOf({ name: "database", look: "second", run, at, format })];
}

function waitingLane(run: RunSoFar, hasDatabase: boolean): Lane {
  const lines = stationLines(run, { hasDatabase, of: ({ waiting }) => waiting, format: formatCount });
  return {
    title: "Waiting, on average",
    lines,
    references: [],
    yEnd: niceTop(highest(lines), 4),
    formatY: formatCount,
  };
}

function busyLane(run: RunSoFar, hasDatabase: boolean): Lane {
  const lines = stationLines(run, {
    hasDatabase,
    of: ({ utilisation }) => utilisation,
    format: formatPercent,
  });
  return { title: "Utilisation", lines, references: [], yEnd: 1, formatY: formatPercent };
}

function throughputLane(run: RunSoFar): Lane {
  const lines = [
    lineOf({
      name: "out",
      look: "first",
      run,
      at: ({ figures }) => figures.answersPerSecond,
      format: formatCount,
    }),
    lineOf({
      name: "in",
      look: "third",
      run,
      at: ({ figures }) => figures.arrived / figures.seconds,
      format: formatCount,
    }),
  ];
  return {
    title: "Requests a second",
    lines,
    references: [],
    yEnd: niceTop(highest(lines), 4),
    formatY: formatCount,
  };
}
