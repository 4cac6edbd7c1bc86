import type { Occupation } from "./tally";

/** How many waited at a moment of the simulation. */
export type QueuePoint = { readonly atSeconds: number; readonly servers: number; readonly database: number };

const FIRST_STEP_MS = 100;
/** As many as a chart can show; past it every second point goes and the steps are twice as long. */
const POINTS_LIMIT = 600;
const MS_PER_SECOND = 1_000;

/** Opens a history of the queues' lengths at even steps, of the whole simulation however long it runs. */
export function openQueueHistory() {
  let points: QueuePoint[] = [];
  let stepMs = FIRST_STEP_MS;
  let nextMs = 0;
  return {
    /** Until this moment nothing changes. */
    pass: (untilMs: number, { servers, database }: Occupation) => {
      while (nextMs <= untilMs) {
        points.push({
          atSeconds: nextMs / MS_PER_SECOND,
          servers: servers.waiting(),
          database: database.waiting(),
        });
        if (points.length > POINTS_LIMIT) {
          points = points.filter((_, index) => index % 2 === 0);
          stepMs *= 2;
        }
        nextMs = points.length * stepMs;
      }
    },
    points: (): readonly QueuePoint[] => [...points],
  };
}
