import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SimulationSettings } from "./settings";
import { openSimulation } from "./simulation";

/** Ten requests a second for one server that can do twelve and a half, unless told otherwise. */
const settingsWith = (changes: Partial<SimulationSettings>) =>
  SimulationSettings.parse({
    seed: "lesson",
    arrivalsPerSecond: 10,
    cache: null,
    servers: 1,
    balancing: "one queue",
    service: { kind: "exponential", meanMs: 80 },
    database: null,
    queueLimit: 100_000,
    ...changes,
  });

/** The figures of a long run, from when it no longer remembers that it began empty. */
function steadyFigures(changes: Partial<SimulationSettings>, arrivals = 80_000) {
  const settings = settingsWith(changes);
  const simulation = openSimulation(settings);
  const seconds = arrivals / settings.arrivalsPerSecond;
  simulation.advance(seconds / 10);
  return simulation.advance(seconds).latest;
}

/** Erlang's formula: the chance that a request finds all `c` servers busy, at a load of `a` servers' work. */
function chanceToWait(c: number, a: number) {
  let term = 1;
  let below = 0;
  for (let k = 0; k < c; k += 1) {
    below += term;
    term *= a / (k + 1);
  }
  const last = (term * c) / (c - a);
  return last / (below + last);
}

/** Mean wait in M/M/c, in ms. */
const meanWaitMs = (c: number, perSecond: number, serviceMs: number) => {
  const load = (perSecond * serviceMs) / 1_000;
  return (chanceToWait(c, load) * serviceMs) / (c - load);
};

const share = (got: number | null | undefined, expected: number) => (got ?? 0) / expected;
/** As digits for `toBeCloseTo`, which allows a difference of half of ten to their negative power. */
const WITHIN_5_PERCENT = 1;
const WITHIN_2_PERCENT = -Math.log10(2 * 0.02);
const WITHIN_1_PERCENT = -Math.log10(2 * 0.01);

describe("within 5 % of theory in the mean, 2 % in utilisation:", () => {
  test.each([
    { name: "M/M/1 at half load", servers: 1, perSecond: 10, serviceMs: 50 },
    { name: "M/M/1 at load 0.7", servers: 1, perSecond: 10, serviceMs: 70 },
    { name: "M/M/2 at load 0.75", servers: 2, perSecond: 10, serviceMs: 150 },
    { name: "M/M/8 at load 0.8", servers: 8, perSecond: 40, serviceMs: 160 },
  ])("$name", ({ servers, perSecond, serviceMs }) => {
    const figures = steadyFigures({
      servers,
      arrivalsPerSecond: perSecond,
      service: { kind: "exponential", meanMs: serviceMs },
    });
    const waitMs = meanWaitMs(servers, perSecond, serviceMs);
    expect(share(figures.servers.meanWaitMs, waitMs)).toBeCloseTo(1, WITHIN_5_PERCENT);
    expect(share(figures.latency?.meanMs, waitMs + serviceMs)).toBeCloseTo(1, WITHIN_5_PERCENT);
    expect(share(figures.servers.waiting, (waitMs / 1_000) * perSecond)).toBeCloseTo(1, WITHIN_5_PERCENT);
    expect(share(figures.servers.utilisation, (perSecond * serviceMs) / 1_000 / servers)).toBeCloseTo(
      1,
      WITHIN_2_PERCENT,
    );
    expect(share(figures.answersPerSecond, perSecond)).toBeCloseTo(1, WITHIN_2_PERCENT);
  });

  test("percentiles of M/M/1, whose latency is exponentially distributed", () => {
    const { latency } = steadyFigures({ service: { kind: "exponential", meanMs: 50 } });
    const meanMs = 1_000 / (20 - 10);
    expect(share(latency?.p50Ms, meanMs * Math.log(2))).toBeCloseTo(1, WITHIN_5_PERCENT);
    expect(share(latency?.p95Ms, meanMs * Math.log(20))).toBeCloseTo(1, WITHIN_5_PERCENT);
    expect(share(latency?.p99Ms, meanMs * Math.log(100))).toBeCloseTo(1, WITHIN_5_PERCENT);
  });

  test("fixed service waits half as long as exponential (Pollaczek and Khinchine)", () => {
    const { servers } = steadyFigures({ service: { kind: "fixed", meanMs: 70 } });
    expect(share(servers.meanWaitMs, meanWaitMs(1, 10, 70) / 2)).toBeCloseTo(1, WITHIN_5_PERCENT);
  });

  test("a database behind the servers is a queue of its own (Jackson)", () => {
    const figures = steadyFigures({
      service: { kind: "exponential", meanMs: 50 },
      database: { connections: 2, service: { kind: "exponential", meanMs: 140 } },
    });
    expect(share(figures.servers.meanWaitMs, meanWaitMs(1, 10, 50))).toBeCloseTo(1, WITHIN_5_PERCENT);
    expect(share(figures.database?.meanWaitMs, meanWaitMs(2, 10, 140))).toBeCloseTo(1, WITHIN_5_PERCENT);
    expect(share(figures.database?.utilisation, 0.7)).toBeCloseTo(1, WITHIN_2_PERCENT);
  });

  test("a cache with 60 % hits leaves 40 % of the requests to the server", () => {
    const figures = steadyFigures({ arrivalsPerSecond: 20, cache: { hitRate: 0.6, ms: 2 } });
    expect(share(figures.answeredByCache / figures.answered, 0.6)).toBeCloseTo(1, WITHIN_2_PERCENT);
    expect(share(figures.servers.meanWaitMs, meanWaitMs(1, 8, 80))).toBeCloseTo(1, WITHIN_5_PERCENT);
    expect(figures.latency?.p50Ms).toBeCloseTo(2, 1);
  });

  test("random balancing makes each server an M/M/1 of its own", () => {
    const figures = steadyFigures({
      arrivalsPerSecond: 40,
      servers: 4,
      balancing: "at random",
      service: { kind: "exponential", meanMs: 60 },
    });
    expect(share(figures.servers.meanWaitMs, meanWaitMs(1, 10, 60))).toBeCloseTo(1, WITHIN_5_PERCENT);
  });

  test("with room for three to wait, as many are dropped as M/M/1/4 drops", () => {
    const load = 0.8;
    const { dropped, arrived } = steadyFigures({ queueLimit: 3 });
    expect(share(dropped / arrived, ((1 - load) * load ** 4) / (1 - load ** 5))).toBeCloseTo(
      1,
      WITHIN_5_PERCENT,
    );
  });
});

test("balancing by turns waits longer than by fewest requests, and that longer than one queue", () => {
  const waits = (["by turns", "fewest requests", "one queue"] as const).map(
    (balancing) =>
      steadyFigures({ arrivalsPerSecond: 40, servers: 4, balancing }, 20_000).servers.meanWaitMs ?? 0,
  );
  expect(waits.toSorted((one, other) => other - one)).toEqual(waits);
  expect(new Set(waits).size).toBe(3);
});

const SETTINGS_TRIED = 30;
const anySettings = fc
  .record({
    seed: fc.string({ maxLength: 10 }),
    arrivalsPerSecond: fc.integer({ min: 1, max: 100 }),
    cache: fc.option(fc.record({ hitRate: fc.constantFrom(0, 0.3, 1), ms: fc.constantFrom(0, 3) })),
    servers: fc.integer({ min: 1, max: 5 }),
    balancing: fc.constantFrom("one queue", "by turns", "at random", "fewest requests"),
    service: fc.record({
      kind: fc.constantFrom("exponential", "fixed"),
      meanMs: fc.integer({ min: 1, max: 100 }),
    }),
    database: fc.option(
      fc.record({
        connections: fc.integer({ min: 1, max: 3 }),
        service: fc.record({
          kind: fc.constantFrom("exponential", "fixed"),
          meanMs: fc.integer({ min: 1, max: 100 }),
        }),
      }),
    ),
    queueLimit: fc.constantFrom(0, 5, 100_000),
  })
  .map((settings) => SimulationSettings.parse(settings));

test("whatever is set, nobody gets lost: each request is answered, dropped or still there", () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      const { total, now } = openSimulation(settings).advance(20);
      expect(total.answered + total.dropped + now.inSystem).toBe(total.arrived);
      expect(total.servers.utilisation).toBeLessThanOrEqual(1 + 1e-9);
      expect(total.database?.utilisation ?? 0).toBeLessThanOrEqual(1 + 1e-9);
    }),
    { numRuns: SETTINGS_TRIED },
  );
});

test("Little's law: as many are there on average as arrive in a latency", () => {
  const { inSystem, arrived, seconds, latency } = steadyFigures({
    cache: { hitRate: 0.3, ms: 5 },
    database: { connections: 1, service: { kind: "fixed", meanMs: 60 } },
  });
  expect(share(inSystem, ((arrived / seconds) * (latency?.meanMs ?? 0)) / 1_000)).toBeCloseTo(
    1,
    WITHIN_1_PERCENT,
  );
});

test("the same seed gives the same run, in one step or in many", () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      const whole = openSimulation(settings).advance(8);
      const stepwise = openSimulation(settings);
      for (let step = 1; step < 32; step += 1) stepwise.advance(0.25);
      const last = stepwise.advance(0.25);
      const { arrived, answered, answeredByCache, dropped, latency } = whole.total;
      expect(last.total).toMatchObject({ arrived, answered, answeredByCache, dropped, latency });
      expect(last.total.inSystem).toBeCloseTo(whole.total.inSystem, 6);
      expect(last.queues).toEqual(whole.queues);
      expect(openSimulation(settings).advance(8)).toEqual(whole);
    }),
    { numRuns: SETTINGS_TRIED },
  );
});

test("another seed gives another run; other servers are met by the same requests", () => {
  const run = (changes: Partial<SimulationSettings>) =>
    openSimulation(settingsWith(changes)).advance(100).total;
  expect(run({ seed: "other" }).latency).not.toEqual(run({}).latency);
  expect(run({ servers: 3 }).arrived).toBe(run({}).arrived);
  expect(run({ servers: 3 }).latency?.meanMs).toBeLessThan(run({}).latency?.meanMs ?? 0);
});

test("an overloaded server's queue grows until it is full, and the history shows all of it in 600 points at most", () => {
  const simulation = openSimulation(settingsWith({ arrivalsPerSecond: 20, queueLimit: 500 }));
  const early = simulation.advance(10);
  expect(early.queues.at(-1)?.servers).toBe(early.now.waiting.servers);
  expect(early.queues).toHaveLength(101);
  const late = simulation.advance(990);
  expect(late.now.waiting.servers).toBeGreaterThan(450);
  expect(late.latest.dropped).toBeGreaterThan(0);
  expect(late.queues.length).toBeLessThanOrEqual(600);
  expect([late.queues[0]?.atSeconds, late.queues.at(-1)?.atSeconds]).toEqual([0, expect.closeTo(1_000, -1)]);
});

test.each([0, -1, Number.NaN, Infinity])("it cannot advance by %s seconds", (seconds) => {
  expect(() => openSimulation(settingsWith({})).advance(seconds)).toThrow(`cannot advance by ${seconds} s`);
});
