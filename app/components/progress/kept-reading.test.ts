import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepReading, keptReading } from "./kept-reading";

beforeEach(() => {
  const kept: Record<string, string> = {};
  const setItem = (key: string, value: string) => void (kept[key] = value);
  Object.defineProperty(kept, "setItem", { value: setItem });
  vi.stubGlobal("localStorage", kept);
});
afterEach(() => vi.unstubAllGlobals());

const place = {
  lesson: "loops/short",
  heading: "why-it-waits",
  furthest: 5 / 7,
  at: "2030-01-01T12:00:00.000Z",
};

test("a place is kept as it was, each lesson's latest", () => {
  keepReading(place);
  keepReading({ ...place, lesson: "loops/long", furthest: 1 });
  keepReading({ ...place, heading: "end" });
  expect(keptReading()).toEqual([
    { ...place, heading: "end" },
    { ...place, lesson: "loops/long", furthest: 1 },
  ]);
});

test("what is no place is none, and other things that the browser keeps are left alone", () => {
  for (const text of ["", "far", "0.5 then", "2 2030-01-01T12:00:00.000Z why", `{"lesson":"loops/short"}`])
    localStorage.setItem("lento:reading:loops/short", text);
  localStorage.setItem("lento:theme", "0.5 2030-01-01T12:00:00.000Z why");
  expect(keptReading()).toEqual([]);
});
