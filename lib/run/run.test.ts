import { expect, test } from "vitest";
import type { RunEvent } from "./run-event";
import { foldInput, foldRun, idleRun, isActive, startingRun } from "./run";

const measurement = { wallMs: 12, waitingMs: 0 };
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

test("a program that wants input waits until it gets a line, which then stands in the output", () => {
  const asking = folded([
    { type: "started" },
    { type: "output", stream: "stdout", text: "Name? " },
    { type: "input-wanted" },
  ]);
  expect(asking.wantsInput).toBe(true);
  const answered = foldInput(asking, "Ida\n");
  expect(answered).toMatchObject({ wantsInput: false, state: "running" });
  expect(answered.output).toEqual([
    { stream: "stdout", text: "Name? " },
    { stream: "stdin", text: "Ida\n" },
  ]);
});

test("the end of input leaves nothing in the output, and an ended run wants none", () => {
  const asking = folded([{ type: "started" }, { type: "input-wanted" }]);
  expect(foldInput(asking, "")).toMatchObject({ wantsInput: false, output: [] });
  expect(foldRun(asking, { type: "stopped", measurement }).wantsInput).toBe(false);
});

test("what a program wrote is kept, with how much more there was", () => {
  const files = [{ path: "out/log.txt", sizeBytes: 3, bytes: new Uint8Array(3) }];
  const run = folded([
    { type: "started" },
    { type: "files", files, leftOut: 2 },
    { type: "finished", measurement },
  ]);
  expect(run).toMatchObject({ state: "done", files, filesLeftOut: 2 });
});
