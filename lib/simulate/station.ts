import type { Balancing } from "./settings";
import { openWaitingLine } from "./waiting-line";

/** Servers with their queues. Times are milliseconds of the simulation. */
export type Station<Request> = {
  readonly servers: number;
  /** The server that starts on the request at once, or what becomes of it. */
  readonly arrive: (request: Request) => { server: number } | "waits" | "dropped";
  /** Frees a server, and gives the request on which it starts next. */
  readonly finish: (server: number) => Request | undefined;
  readonly busy: () => number;
  readonly waiting: () => number;
};

type StationSettings = {
  readonly servers: number;
  readonly balancing: Balancing;
  readonly queueLimit: number;
  /** From 0 to 1, for balancing at random. */
  readonly fraction: () => number;
};

/** Opens a station at which nobody is yet. */
export function openStation<Request>({
  servers,
  balancing,
  queueLimit,
  fraction,
}: StationSettings): Station<Request> {
  const isBusy = Array.from({ length: servers }, () => false);
  const lines = Array.from({ length: balancing === "one queue" ? 1 : servers }, () =>
    openWaitingLine<Request>(),
  );
  let turn = -1;
  let busy = 0;
  let waiting = 0;
  const loadOf = (server: number) => (lines[server]?.length() ?? 0) + (isBusy[server] === true ? 1 : 0);
  const fewest = () => isBusy.reduce((best, _, each) => (loadOf(each) < loadOf(best) ? each : best), 0);
  const choose = {
    "one queue": () => isBusy.indexOf(false),
    "by turns": () => (turn = (turn + 1) % servers),
    "at random": () => Math.floor(fraction() * servers),
    "fewest requests": fewest,
  } satisfies Record<Balancing, () => number>;
  const lineOf = (server: number) => lines[balancing === "one queue" ? 0 : server];

  return {
    servers,
    arrive: (request) => {
      const server = choose[balancing]();
      if (isBusy[server] === false) {
        isBusy[server] = true;
        busy += 1;
        return { server };
      }
      const line = lineOf(server);
      if (line === undefined || line.length() >= queueLimit) return "dropped";
      line.join(request);
      waiting += 1;
      return "waits";
    },
    finish: (server) => {
      const next = lineOf(server)?.leave();
      if (next === undefined) {
        isBusy[server] = false;
        busy -= 1;
      } else waiting -= 1;
      return next;
    },
    busy: () => busy,
    waiting: () => waiting,
  };
}
