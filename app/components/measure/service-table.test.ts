import { expect, test } from "vitest";
import { settingsAt } from "@/lib/simulate/dials";
import { openWatchedRun } from "@/lib/simulate/watched-run";
import { serviceTable } from "./service-table";

const dials = {
  arrivalsPerSecond: 20,
  hitPercent: 0,
  servers: 2,
  serverSpeed: 1,
  databaseSpeed: 1,
  balancing: "one queue" as const,
};

function twoStretches(databaseMs: number | null) {
  const run = openWatchedRun(settingsAt({ seed: "lesson", serverMs: 90, databaseMs }, dials));
  run.advance();
  return run.advance();
}

test("each stretch is a row with the figures that the picture shows, in the columns' units", () => {
  const run = twoStretches(10);
  const { columns, rows } = serviceTable(run, true);
  const [first, second] = run.stretches;
  expect(rows.map(([until]) => until)).toEqual([10, 20]);
  const cell = (row: number, name: string) => Number(rows[row]?.[columns.indexOf(name)]);
  expect(cell(0, "p95 (ms)")).toBeCloseTo(first?.figures.latency?.p95Ms ?? 0, 0);
  expect(cell(1, "Servers busy (%)")).toBeCloseTo((second?.figures.servers.utilisation ?? 0) * 100, 0);
  expect(cell(1, "Arrived (a second)")).toBeCloseTo((second?.figures.arrived ?? 0) / 10, 1);
  expect(cell(1, "Waiting for database")).toBeCloseTo(second?.figures.database?.waiting ?? -1, 0);
});

test("a service without a database has no columns for one", () => {
  const { columns, rows } = serviceTable(twoStretches(null), false);
  expect(columns.filter((name) => name.toLowerCase().includes("database"))).toEqual([]);
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
});
