import { expect, test } from "vitest";
import type { Measurement } from "@/lib/run/measurement";
import { foldRun, startingRun } from "@/lib/run/run";
import { endSentence } from "./run-sentences";

const running = foldRun(foldRun(startingRun, { type: "started" }), {
  type: "output",
  stream: "stdout",
  text: "Name? ",
});
const ended = (measurement: Measurement) => foldRun(running, { type: "finished", measurement });
const sentence = (wallMs: number, waitingMs: number) =>
  endSentence(ended({ wallMs, waitingMs }), { drawsRandom: false, engine: null });

test.each([
  [2_100, 2_020, "Ran in 2.10 s (measured): 0.08 s computing, 2.02 s waiting."],
  // Each rounded alone would be 0.06 s and 2.05 s, which make no 2.10 s.
  [2_100, 2_045.2, "Ran in 2.10 s (measured): 0.05 s computing, 2.05 s waiting."],
  [1_000, 1_000, "Ran in 1.00 s (measured): 0.00 s computing, 1.00 s waiting."],
  [340, 200, "Ran in 340 ms (measured): 140 ms computing, 200 ms waiting."],
  [4.2, 1.5, "Ran in 4.2 ms (measured): 2.7 ms computing, 1.5 ms waiting."],
  [2_100, 21, "Ran in 2.10 s (measured): 2.08 s computing, 0.02 s waiting."],
])("%d ms with %d ms of waiting: %s", (wallMs, waitingMs, said) => {
  expect(sentence(wallMs, waitingMs)).toBe(said);
});

test.each([
  [2_100, 20.9],
  [4.2, 0.9],
  [340, 0],
])("in %d ms, %d ms of waiting are not worth a word", (wallMs, waitingMs) => {
  expect(sentence(wallMs, waitingMs)).toMatch(/^Ran in [\d.]+ m?s \(measured\)\.$/);
});

test("where there were other processes, the time is told to be of the program's own", () => {
  const usage = { memoryBytes: 1, readBytes: 0, writtenBytes: 0, processes: 2, threads: 0 };
  const pool = ended({ wallMs: 2_100, waitingMs: 2_020, usage });
  expect(endSentence(pool, { drawsRandom: false, engine: null })).toBe(
    "Ran in 2.10 s (measured): 0.08 s computing, 2.02 s waiting in its own process.",
  );
});

test("a program that printed nothing says so, and still how long it waited", () => {
  const silent = foldRun(startingRun, {
    type: "finished",
    measurement: { wallMs: 2_000, waitingMs: 1_900 },
  });
  expect(endSentence(silent, { drawsRandom: false, engine: null })).toBe(
    "Ran in 2.00 s (measured) and printed nothing: 0.10 s computing, 1.90 s waiting.",
  );
});

test("a program that draws random numbers is told to draw the same ones every time, once it has run", () => {
  expect(endSentence(running, { drawsRandom: true, engine: null })).toBe("Running …");
  expect(endSentence(ended({ wallMs: 20, waitingMs: 0 }), { drawsRandom: true, engine: null })).toBe(
    "Ran in 20 ms (measured). Random numbers start from the same seed in every run.",
  );
});

test("stopped runs are told in short, and a program that wants input waits for it", () => {
  const asking = foldRun(running, { type: "input-wanted" });
  expect(endSentence(asking, { drawsRandom: false, engine: null })).toBe("Waiting for input …");
  const measurement = { wallMs: 900, waitingMs: 890 };
  expect(
    endSentence(foldRun(asking, { type: "stopped", measurement }), { drawsRandom: true, engine: null }),
  ).toBe("Stopped after 900 ms.");
});

test.each([
  ["quickjs", "Ran in 20 ms (measured). QuickJS interprets JavaScript here"],
  ["browser", "Ran in 20 ms (measured). Taken on this browser's own engine"],
] as const)("a time in JavaScript says what it was taken on: %s", (engine, said) => {
  const run = ended({ wallMs: 20, waitingMs: 0 });
  expect(endSentence(run, { drawsRandom: false, engine })).toContain(said);
});
