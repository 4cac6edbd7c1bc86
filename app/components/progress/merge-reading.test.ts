import { expect, test } from "vitest";
import { mergeReading } from "./merge-reading";

const place = (lesson: string, heading: string, furthest: number, at: string) => ({
  lesson,
  heading,
  furthest,
  at,
});

test("of what device and server know the later place and the furthest share stay, the lesson read last first", () => {
  const device = [place("a/b", "why", 0.75, "2030-01-01"), place("a/c", "how", 1, "2030-01-03")];
  const server = [place("a/b", "end", 0.5, "2030-01-04"), place("a/d", "top", 0.25, "2030-01-02")];
  const merged = [
    place("a/b", "end", 0.75, "2030-01-04"),
    place("a/c", "how", 1, "2030-01-03"),
    place("a/d", "top", 0.25, "2030-01-02"),
  ];
  expect(mergeReading(device, server)).toEqual(merged);
  expect(mergeReading(server, device)).toEqual(merged);
  expect(mergeReading([], [])).toEqual([]);
});
