import { expect, test } from "vitest";
import { settingsAt } from "./dials";
import { openWatchedRun, type RunSoFar, type WatchedRun } from "./watched-run";

const service = { seed: "lesson", serverMs: 90, databaseMs: 10 };
const dials = {
  arrivalsPerSecond: 20,
  hitPercent: 0,
  servers: 2,
  serverSpeed: 1,
  databaseSpeed: 1,
  balancing: "one queue" as const,
};

function toItsEnd(run: WatchedRun): RunSoFar {
  let soFar = run.advance();
  while (!soFar.isDone) soFar = run.advance();
  return soFar;
}
const ranWith = (changes: Partial<typeof dials>) =>
  toItsEnd(openWatchedRun(settingsAt(service, { ...dials, ...changes })));
const p95Of = ({ total }: RunSoFar) => total?.latency?.p95Ms ?? Infinity;

test("a run has sixty stretches of ten seconds, whose requests are those of the whole", () => {
  const { stretches, total } = ranWith({});
  expect(stretches.map(({ untilSeconds }) => untilSeconds)).toEqual(
    Array.from({ length: 60 }, (_, index) => (index + 1) * 10),
  );
  expect(stretches.reduce((sum, { figures }) => sum + figures.arrived, 0)).toBe(total?.arrived);
  expect(total?.arrived).toBeGreaterThan(11_000);
});

test("what was shown of a run stays as it was when the run goes on, and its end is its end", () => {
  const run = openWatchedRun(settingsAt(service, dials));
  const first = run.advance();
  const second = run.advance();
  expect(first.stretches).toHaveLength(1);
  expect(second.stretches[0]).toBe(first.stretches[0]);
  const end = toItsEnd(run);
  expect(run.advance()).toBe(end);
});

test("two people who turn the dials alike see the same run; another seed is another one", () => {
  expect(ranWith({ servers: 3 })).toEqual(ranWith({ servers: 3 }));
  const other = toItsEnd(openWatchedRun(settingsAt({ ...service, seed: "other" }, dials)));
  expect(p95Of(other)).not.toBe(p95Of(ranWith({})));
});

test("a third server takes the queue away; a faster database that nobody waits for does next to nothing", () => {
  const before = p95Of(ranWith({}));
  expect(p95Of(ranWith({ servers: 3 }))).toBeLessThan(before / 3);
  expect(p95Of(ranWith({ databaseSpeed: 4 }))).toBeGreaterThan(before * 0.9);
  expect(ranWith({ databaseSpeed: 4 }).total?.database?.utilisation).toBeCloseTo(0.05, 2);
});

test("the cache answers its share, and none where its dial is at nothing", () => {
  const { total } = ranWith({ hitPercent: 60 });
  expect((total?.answeredByCache ?? 0) / (total?.answered ?? 1)).toBeCloseTo(0.6, 1);
  expect(ranWith({}).total?.answeredByCache).toBe(0);
});

test("a service without a database has no figures of one", () => {
  const run = openWatchedRun(settingsAt({ ...service, databaseMs: null }, dials));
  expect(run.advance().total?.database).toBeNull();
});
