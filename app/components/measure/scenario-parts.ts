import type { SimulatorAttributes } from "@/lib/course/simulator-attributes";
import type { Dials, Service, SliderName } from "@/lib/simulate/dials";
import type { Balancing } from "@/lib/simulate/settings";

/** Where a dial's slider ends; a dial without one is not the learner's to move. */
export type DialEnds = Partial<Readonly<Record<SliderName, number>>>;

type ScenarioParts = {
  readonly service: Service;
  readonly start: Dials;
  readonly ends: DialEnds;
  /** Between which balancers the learner may choose; none where that is given. */
  readonly balancers: readonly Balancing[];
};

/** A lesson's simulator as the simulation knows it: what stays, where the dials stand at first, and how far they go. */
export function partsOf(scenario: SimulatorAttributes): ScenarioParts {
  const start: Dials = {
    arrivalsPerSecond: scenario.arrivalsPerSecond,
    hitPercent: scenario.hitPercent,
    servers: scenario.servers,
    serverSpeed: scenario.serverSpeed,
    databaseSpeed: scenario.databaseSpeed,
    balancing: scenario.balancing,
  };
  const upTo = {
    arrivalsPerSecond: scenario.arrivalsPerSecondUpTo,
    hitPercent: scenario.hitPercentUpTo,
    servers: scenario.serversUpTo,
    serverSpeed: scenario.serverSpeedUpTo,
    databaseSpeed: scenario.databaseSpeedUpTo,
  };
  const ends: DialEnds = Object.fromEntries(Object.entries(upTo).filter(([, end]) => end !== undefined));
  const service = {
    seed: scenario.seed ?? scenario.id,
    serverMs: scenario.serverMs,
    databaseMs: scenario.databaseMs ?? null,
  };
  return { service, start, ends, balancers: scenario.balancingAmong ?? [] };
}
