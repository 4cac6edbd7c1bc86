import { expect, test } from "vitest";
import type { RunEvent } from "./run-event";
import { foldRun, idleRun, isActive, startingRun } from "./run";

const measurement = { wallMs: 12 };
const folded = (events: RunEvent[]) => events.reduce(foldRun, startingRun);

test("a run that prints and ends is done and keeps what it printed in order", () => {
  const run = folded([
    { type: "started" },
    { type: "output", stream: "stdout", text: "one\n" },
    { type: "output", stream: "stderr", text: "careful\n" },
    { type: "output", stream: "stdout", text: "two\n" },
    { type: "finished", measurement },
  ]);
  expect(run.state).toBe("done");
  expect(run.output.map(({ text }) => text)).toEqual(["one\n", "careful\n", "two\n"]);
  expect(run.measurement).toEqual(measurement);
});

test("neighbouring output of one stream is one chunk", () => {
  const run = folded([
    { type: "output", stream: "stdout", text: "a" },
    { type: "output", stream: "stdout", text: "b" },
  ]);
  expect(run.output).toEqual([{ stream: "stdout", text: "ab" }]);
});

test("a passed limit ends failed and says which limit it was", () => {
  const problem = { kind: "time-limit", timeoutMs: 10_000 } as const;
  const run = folded([{ type: "started" }, { type: "failed", problem, measurement }]);
  expect(run).toMatchObject({ state: "failed", problem });
});

test("cut output is told and the run goes on", () => {
  const run = folded([{ type: "started" }, { type: "output-cut", outputLimitBytes: 100 }]);
  expect(run).toMatchObject({ state: "running", outputCutAtBytes: 100 });
});

test("a run is active from the press to its end", () => {
  expect(isActive(idleRun)).toBe(false);
  expect(isActive(startingRun)).toBe(true);
  expect(isActive(folded([{ type: "started" }]))).toBe(true);
  expect(isActive(folded([{ type: "stopped", measurement }]))).toBe(false);
});
