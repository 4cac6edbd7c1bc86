import { openEventQueue } from "./event-queue";
import { openQueueHistory, type QueuePoint } from "./queue-history";
import { openRandomStream, type RandomStream } from "./random-stream";
import type { Service, SimulationSettings } from "./settings";
import { openStation } from "./station";
import { type Figures, openTally, type StationName, type Tally } from "./tally";

const MS_PER_SECOND = 1_000;

/** A simulation at a moment. Every figure is simulated, none measured. */
export type SimulationSnapshot = {
  readonly atSeconds: number;
  /** Since the step before. */
  readonly latest: Figures;
  /** Since the beginning. */
  readonly total: Figures;
  /** Requests at this moment. */
  readonly now: { readonly inSystem: number; readonly waiting: Readonly<Record<StationName, number>> };
  readonly queues: readonly QueuePoint[];
};

export type Simulation = {
  /** Lets this much simulated time pass. The same steps in sum give the same events, however they are cut. */
  readonly advance: (seconds: number) => SimulationSnapshot;
};

type Request = {
  readonly arrivedMs: number;
  readonly isHit: boolean;
  readonly workMs: Readonly<Record<StationName, number>>;
  /** When it came to the station at which it is. */
  queuedMs: number;
};
type Event =
  | { readonly kind: "arrival" }
  | { readonly kind: "cache answers"; readonly request: Request }
  | {
      readonly kind: "done";
      readonly station: StationName;
      readonly server: number;
      readonly request: Request;
    };

/**
 * Opens a simulation at its beginning, when no request is there: from event to event, no faster and no slower for the
 * time between them. A request's work is drawn when it arrives, from streams of its own: with other servers, queues or
 * caches the very same requests come, so two settings differ by the settings alone.
 */
export function openSimulation(settings: SimulationSettings): Simulation {
  const { seed, arrivalsPerSecond, cache, servers, balancing, service, database, queueLimit } = settings;
  const stream = (purpose: string) => openRandomStream(`${purpose} ${seed}`);
  const arrivals = stream("arrivals");
  const hits = stream("hits");
  const work = { servers: stream("servers"), database: stream("database") };
  const { fraction } = stream("balancing");
  const stations = {
    servers: openStation<Request>({ servers, balancing, queueLimit, fraction }),
    database: openStation<Request>({
      servers: database?.connections ?? 1,
      balancing: "one queue",
      queueLimit,
      fraction,
    }),
  };
  const events = openEventQueue<Event>();
  const capacity = { servers, connections: database?.connections ?? null };
  const total = openTally(capacity);
  const history = openQueueHistory();
  let latest = openTally(capacity);
  let nowMs = 0;
  let inSystem = 0;

  const both = (tell: (tally: Tally) => void) => {
    tell(total);
    tell(latest);
  };
  const occupation = { inSystem: () => inSystem, ...stations };
  const passUntil = (untilMs: number) => {
    both((tally) => tally.pass(untilMs - nowMs, occupation));
    history.pass(untilMs, occupation);
    nowMs = untilMs;
  };
  const planArrival = () =>
    events.plan({ kind: "arrival" }, nowMs + arrivals.exponential(MS_PER_SECOND / arrivalsPerSecond));
  const begin = (station: StationName, server: number, request: Request) => {
    both((tally) => tally.begin(station, nowMs - request.queuedMs));
    events.plan({ kind: "done", station, server, request }, nowMs + request.workMs[station]);
  };
  const come = (station: StationName, request: Request) => {
    request.queuedMs = nowMs;
    const found = stations[station].arrive(request);
    if (found === "dropped") {
      inSystem -= 1;
      both((tally) => tally.count("dropped"));
    } else if (found !== "waits") begin(station, found.server, request);
  };
  const answer = ({ arrivedMs }: Request) => {
    inSystem -= 1;
    both((tally) => tally.answer(nowMs - arrivedMs));
  };
  const arrive = () => {
    planArrival();
    const request = {
      arrivedMs: nowMs,
      queuedMs: nowMs,
      isHit: hits.fraction() < (cache?.hitRate ?? 0),
      workMs: {
        servers: drawn(service, work.servers),
        database: database === null ? 0 : drawn(database.service, work.database),
      },
    };
    inSystem += 1;
    both((tally) => tally.count("arrived"));
    if (cache !== null && request.isHit) events.plan({ kind: "cache answers", request }, nowMs + cache.ms);
    else come("servers", request);
  };
  const happen = (event: Event) => {
    switch (event.kind) {
      case "arrival":
        return arrive();
      case "cache answers":
        both((tally) => tally.count("answeredByCache"));
        return answer(event.request);
      case "done": {
        const next = stations[event.station].finish(event.server);
        if (next !== undefined) begin(event.station, event.server, next);
        return event.station === "servers" && database !== null
          ? come("database", event.request)
          : answer(event.request);
      }
      default:
        return event satisfies never;
    }
  };

  planArrival();
  return {
    advance: (seconds) => {
      if (!(seconds > 0 && Number.isFinite(seconds))) {
        throw new RangeError(`A simulation cannot advance by ${seconds} s: give a time above 0.`);
      }
      latest = openTally(capacity);
      const untilMs = nowMs + seconds * MS_PER_SECOND;
      while (events.nextAtMs() <= untilMs) {
        passUntil(events.nextAtMs());
        const event = events.take();
        if (event !== undefined) happen(event);
      }
      passUntil(untilMs);
      return {
        atSeconds: nowMs / MS_PER_SECOND,
        latest: latest.figures(),
        total: total.figures(),
        now: {
          inSystem,
          waiting: { servers: stations.servers.waiting(), database: stations.database.waiting() },
        },
        queues: history.points(),
      };
    },
  };
}

const drawn = ({ kind, meanMs }: Service, random: RandomStream) => {
  // Drawn in both cases: another kind of service must not shift the numbers of the requests after it.
  const exponential = random.exponential(meanMs);
  return kind === "fixed" ? meanMs : exponential;
};
