import { type Balancing, SimulationSettings } from "./settings";

/** What can be turned further or back while a service is looked at. */
type Sliders = {
  readonly arrivalsPerSecond: number;
  /** The share of the requests that the cache answers, in percent. */
  readonly hitPercent: number;
  readonly servers: number;
  /** How many times as fast as at first the program on the servers is. */
  readonly serverSpeed: number;
  /** How many times as fast as at first the database is. */
  readonly databaseSpeed: number;
};
export type SliderName = keyof Sliders;

/** What can be changed while a service is looked at. */
export type Dials = Sliders & { readonly balancing: Balancing };
export type DialName = keyof Dials;

/** What stays as it is. */
export type Service = {
  /** The same seed gives the same requests. */
  readonly seed: string;
  /** What a server works on a request at speed 1, on average. */
  readonly serverMs: number;
  /** What the database works on a request at speed 1, on average; null where there is none. */
  readonly databaseMs: number | null;
};

/** What a cache takes to answer. */
const CACHE_MS = 2;
const QUEUE_LIMIT = 1_000;

/** The simulation of a service with its dials turned like this; it has one database, if any. */
export function settingsAt({ seed, serverMs, databaseMs }: Service, dials: Dials): SimulationSettings {
  return SimulationSettings.parse({
    seed,
    arrivalsPerSecond: dials.arrivalsPerSecond,
    cache: dials.hitPercent === 0 ? null : { hitRate: dials.hitPercent / 100, ms: CACHE_MS },
    servers: dials.servers,
    balancing: dials.balancing,
    service: { kind: "exponential", meanMs: serverMs / dials.serverSpeed },
    database:
      databaseMs === null
        ? null
        : { connections: 1, service: { kind: "exponential", meanMs: databaseMs / dials.databaseSpeed } },
    queueLimit: QUEUE_LIMIT,
  });
}

/** The dials that no longer stand where they stood at first. */
export const movedDials = (start: Dials, now: Dials): DialName[] =>
  [...SLIDER_NAMES, "balancing" as const].filter((name) => start[name] !== now[name]);

export const SLIDER_NAMES = [
  "arrivalsPerSecond",
  "hitPercent",
  "servers",
  "serverSpeed",
  "databaseSpeed",
] as const satisfies SliderName[];
