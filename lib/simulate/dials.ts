import { SimulationSettings } from "./settings";

/** What can be turned while a service is looked at. */
export type Dials = {
  readonly arrivalsPerSecond: number;
  /** The share of the requests that the cache answers, in percent. */
  readonly hitPercent: number;
  readonly servers: number;
  /** How many times as fast as at first the database is. */
  readonly databaseSpeed: number;
};
export type DialName = keyof Dials;

/** What stays as it is. */
export type Service = {
  /** The same seed gives the same requests. */
  readonly seed: string;
  /** What a server works on a request, on average. */
  readonly serverMs: number;
  /** What the database works on a request at speed 1, on average; null where there is none. */
  readonly databaseMs: number | null;
};

/** What a cache takes to answer. */
const CACHE_MS = 2;
const QUEUE_LIMIT = 1_000;

/** The simulation of a service with its dials turned like this: one queue for all servers, and one database. */
export function settingsAt({ seed, serverMs, databaseMs }: Service, dials: Dials): SimulationSettings {
  return SimulationSettings.parse({
    seed,
    arrivalsPerSecond: dials.arrivalsPerSecond,
    cache: dials.hitPercent === 0 ? null : { hitRate: dials.hitPercent / 100, ms: CACHE_MS },
    servers: dials.servers,
    balancing: "one queue",
    service: { kind: "exponential", meanMs: serverMs },
    database:
      databaseMs === null
        ? null
        : { connections: 1, service: { kind: "exponential", meanMs: databaseMs / dials.databaseSpeed } },
    queueLimit: QUEUE_LIMIT,
  });
}

/** The dials that no longer stand where they stood at first. */
export const movedDials = (start: Dials, now: Dials): DialName[] =>
  DIAL_NAMES.filter((name) => start[name] !== now[name]);

export const DIAL_NAMES = [
  "arrivalsPerSecond",
  "hitPercent",
  "servers",
  "databaseSpeed",
] as const satisfies DialName[];
