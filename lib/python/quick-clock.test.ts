import { expect, test } from "vitest";
import * as z from "zod/mini";
import { bootInNode } from "./boot-in-node";

const { python } = await bootInNode();
const read = (code: string) => z.number().parse(python.runPython(code));

test("Python's clocks are those of the machine it runs on", () => {
  python.runPython("import time");
  for (const [code, nowMs] of [
    ["time.time() * 1000", Date.now],
    ["time.time_ns() / 1_000_000", Date.now],
    ["time.perf_counter() * 1000", () => performance.now()],
    ["time.monotonic() * 1000", () => performance.now()],
  ] as const) {
    const before = nowMs();
    const shown = read(code);
    // A clock's fraction is rounded on its way.
    expect(shown).toBeGreaterThanOrEqual(before - 0.01);
    expect(shown).toBeLessThanOrEqual(nowMs() + 0.01);
  }
});

test("the clock runs on while memory grows", () => {
  expect(
    read(`
before = time.perf_counter()
grown = bytearray(64_000_000)
time.perf_counter() - before`),
  ).toBeGreaterThan(0);
});
