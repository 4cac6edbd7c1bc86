import type { SimulationSettings } from "./settings";
import { openSimulation, type SimulationSnapshot } from "./simulation";
import type { Figures } from "./tally";

const SECONDS_PER_MINUTE = 60;
/** A run is as long for everybody, so that its last figures are everybody's too. */
export const RUN_MINUTES = 10;
/** Long enough for percentiles that mean something, short enough to see a queue grow. */
export const STRETCH_SECONDS = 10;
export const STRETCHES_PER_MINUTE = SECONDS_PER_MINUTE / STRETCH_SECONDS;
export const RUN_SECONDS = RUN_MINUTES * SECONDS_PER_MINUTE;

/** What happened in one stretch of a run, and how many waited at its end. */
export type Stretch = {
  readonly untilSeconds: number;
  readonly figures: Figures;
  readonly waiting: SimulationSnapshot["now"]["waiting"];
};

/** A run as far as it has come. Every figure is simulated. */
export type RunSoFar = {
  readonly stretches: readonly Stretch[];
  /** Over the whole run; null before its first stretch. */
  readonly total: Figures | null;
  readonly isDone: boolean;
};

export const NOTHING_YET: RunSoFar = { stretches: [], total: null, isDone: false };

/** A simulation watched from its beginning for ten simulated minutes, stretch by stretch. */
export type WatchedRun = { readonly advance: () => RunSoFar };

/** Opens a run. `advance` gives it with one stretch more, and at its end what it gave before. */
export function openWatchedRun(settings: SimulationSettings): WatchedRun {
  const simulation = openSimulation(settings);
  let soFar = NOTHING_YET;
  return {
    advance: () => {
      if (soFar.isDone) return soFar;
      const { latest, total, now } = simulation.advance(STRETCH_SECONDS);
      const untilSeconds = (soFar.stretches.length + 1) * STRETCH_SECONDS;
      soFar = {
        stretches: [...soFar.stretches, { untilSeconds, figures: latest, waiting: now.waiting }],
        total,
        isDone: untilSeconds >= RUN_SECONDS,
      };
      return soFar;
    },
  };
}
