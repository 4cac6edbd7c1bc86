import type { SimulatorAttributes } from "@/lib/course/simulator-attributes";
import type { DialName, Dials, Service } from "@/lib/simulate/dials";

/** Where a dial's slider ends; a dial without one is not the learner's to move. */
export type DialEnds = Partial<Readonly<Record<DialName, number>>>;

type ScenarioParts = { readonly service: Service; readonly start: Dials; readonly ends: DialEnds };

/** A lesson's simulator as the simulation knows it: what stays, where the dials stand at first, and how far they go. */
export function partsOf(scenario: SimulatorAttributes): ScenarioParts {
  const start: Dials = {
    arrivalsPerSecond: scenario.arrivalsPerSecond,
    hitPercent: scenario.hitPercent,
    servers: scenario.servers,
    databaseSpeed: scenario.databaseSpeed,
  };
  const upTo = {
    arrivalsPerSecond: scenario.arrivalsPerSecondUpTo,
    hitPercent: scenario.hitPercentUpTo,
    servers: scenario.serversUpTo,
    databaseSpeed: scenario.databaseSpeedUpTo,
  };
  const ends: DialEnds = Object.fromEntries(Object.entries(upTo).filter(([, end]) => end !== undefined));
  const service = {
    seed: scenario.seed ?? scenario.id,
    serverMs: scenario.serverMs,
    databaseMs: scenario.databaseMs ?? null,
  };
  return { service, start, ends };
}
