import { type Latencies, openLatencyHistogram } from "./latency-histogram";

const MS_PER_SECOND = 1_000;

/** What happened at the servers or at the database during some time. */
export type StationFigures = {
  /** The share of the time in which a server worked, on average over them: 0 to 1. */
  readonly utilisation: number;
  /** On average over the time. */
  readonly waiting: number;
  /** On average over the requests that were begun; null where none was. */
  readonly meanWaitMs: number | null;
};

/** What happened in a simulation during some time. */
export type Figures = {
  readonly seconds: number;
  readonly arrived: number;
  readonly answered: number;
  readonly answeredByCache: number;
  readonly dropped: number;
  readonly answersPerSecond: number;
  /** From arrival to answer, of the requests answered meanwhile; null where none was. */
  readonly latency: Latencies | null;
  /** Requests that were neither answered nor dropped yet, on average over the time. */
  readonly inSystem: number;
  readonly servers: StationFigures;
  readonly database: StationFigures | null;
};

/** How many are where at the moment. */
export type Occupation = {
  readonly inSystem: () => number;
  readonly servers: { readonly busy: () => number; readonly waiting: () => number };
  readonly database: { readonly busy: () => number; readonly waiting: () => number };
};
export type StationName = "servers" | "database";

type Capacity = { readonly servers: number; readonly connections: number | null };

/** Opens a count of what happens from now on. */
export function openTally({ servers, connections }: Capacity) {
  const counts = { arrived: 0, answered: 0, answeredByCache: 0, dropped: 0 };
  const areas = {
    ms: 0,
    inSystem: 0,
    servers: { busy: 0, waiting: 0, begun: 0, waitMs: 0 },
    database: { busy: 0, waiting: 0, begun: 0, waitMs: 0 },
  };
  const latency = openLatencyHistogram();
  const averaged = (area: number) => (areas.ms === 0 ? 0 : area / areas.ms);
  const figuresOf = (station: StationName, capacity: number): StationFigures => {
    const { busy, waiting, begun, waitMs } = areas[station];
    return {
      utilisation: averaged(busy) / capacity,
      waiting: averaged(waiting),
      meanWaitMs: begun === 0 ? null : waitMs / begun,
    };
  };
  return {
    /** Time passes in which nothing changes. */
    pass: (ms: number, { inSystem, servers, database }: Occupation) => {
      areas.ms += ms;
      areas.inSystem += inSystem() * ms;
      areas.servers.busy += servers.busy() * ms;
      areas.servers.waiting += servers.waiting() * ms;
      areas.database.busy += database.busy() * ms;
      areas.database.waiting += database.waiting() * ms;
    },
    count: (what: keyof typeof counts) => void (counts[what] += 1),
    begin: (station: StationName, waitMs: number) => {
      areas[station].begun += 1;
      areas[station].waitMs += waitMs;
    },
    answer: (latencyMs: number) => {
      counts.answered += 1;
      latency.add(latencyMs);
    },
    figures: (): Figures => ({
      seconds: areas.ms / MS_PER_SECOND,
      ...counts,
      answersPerSecond: averaged(counts.answered) * MS_PER_SECOND,
      latency: latency.summary(),
      inSystem: averaged(areas.inSystem),
      servers: figuresOf("servers", servers),
      database: connections === null ? null : figuresOf("database", connections),
    }),
  };
}
export type Tally = ReturnType<typeof openTally>;
