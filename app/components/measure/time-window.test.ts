import { expect, test } from "vitest";
import { isWhole, momentText, moved, showing, windowByKey, zoomed } from "./time-window";

const END = { endMs: 1_000 };
const WHOLE = { fromMs: 0, toMs: 1_000 };

test("zooming keeps the moment under the pointer where it is", () => {
  const near = zoomed(WHOLE, { factor: 4, aroundMs: 300, ...END });
  expect(near.toMs - near.fromMs).toBeCloseTo(250);
  expect((300 - near.fromMs) / (near.toMs - near.fromMs)).toBeCloseTo(0.3);
  expect(zoomed(near, { factor: 1 / 4, aroundMs: 300, ...END })).toEqual(WHOLE);
});

test("nothing leads out of the run, nor closer than its clock tells", () => {
  expect(zoomed(WHOLE, { factor: 0.1, aroundMs: 500, ...END })).toEqual(WHOLE);
  let near = WHOLE;
  for (let turn = 0; turn < 100; turn += 1) near = zoomed(near, { factor: 2, aroundMs: 999, ...END });
  expect(near.toMs - near.fromMs).toBeCloseTo(0.02);
  expect(near.toMs).toBeLessThanOrEqual(1_000);
  expect(moved({ fromMs: 100, toMs: 200 }, -500, 1_000)).toEqual({ fromMs: 0, toMs: 100 });
  expect(moved({ fromMs: 100, toMs: 200 }, 5_000, 1_000)).toEqual({ fromMs: 900, toMs: 1_000 });
});

test("a run shorter than the clock's step is shown whole", () => {
  expect(zoomed({ fromMs: 0, toMs: 0.01 }, { factor: 2, aroundMs: 0, endMs: 0.01 })).toEqual({
    fromMs: 0,
    toMs: 0.01,
  });
});

test("what is read is brought into view, and what is in view moves nothing", () => {
  const window = { fromMs: 100, toMs: 200 };
  expect(showing(window, { fromMs: 150, toMs: 400 }, 1_000)).toBe(window);
  const { fromMs, toMs } = showing(window, { fromMs: 500, toMs: 510 }, 1_000);
  expect(toMs - fromMs).toBe(100);
  expect(fromMs).toBeLessThan(500);
  expect(toMs).toBeGreaterThan(510);
});

test("keys zoom in and out, show all and move; others mean nothing", () => {
  const key = (name: string, shiftKey = false, window = WHOLE) =>
    windowByKey(window, { key: name, shiftKey }, { aroundMs: 500, ...END });
  expect(key("+")).toEqual({ fromMs: 250, toMs: 750 });
  expect(key("=")).toEqual(key("w"));
  expect(key("-", false, { fromMs: 250, toMs: 750 })).toEqual(WHOLE);
  expect(key("0", false, { fromMs: 250, toMs: 750 })).toEqual(WHOLE);
  expect(key("ArrowRight", true, { fromMs: 0, toMs: 400 })).toEqual({ fromMs: 100, toMs: 500 });
  expect(key("a", false, { fromMs: 100, toMs: 500 })).toEqual(
    key("ArrowLeft", true, { fromMs: 100, toMs: 500 }),
  );
  expect(key("ArrowRight")).toBeNull();
  expect(key("Tab")).toBeNull();
  expect(isWhole(WHOLE, 1_000)).toBe(true);
  expect(isWhole({ fromMs: 0, toMs: 999 }, 1_000)).toBe(false);
});

test("an axis tells its marks apart, however close they stand", () => {
  expect(momentText(0, 250)).toBe("0");
  expect(momentText(2_500, 2_500)).toBe("2.5 s");
  expect(momentText(60_000, 20_000)).toBe("60 s");
  expect(momentText(1_250, 250)).toBe("1,250 ms");
  expect(momentText(1_250.25, 0.25)).toBe("1,250.3 ms");
  expect(momentText(1_250.034, 0.005)).toBe("1,250.034 ms");
});
