import { expect, test } from "vitest";
import { openIoClock } from "./io-clock";

test("copies one after the other are one at once, pauses between them do not count", () => {
  const clock = openIoClock();
  clock.note(500, 100);
  clock.note(0, 100);
  expect([clock.chargedMs(), clock.clockMs()]).toEqual([200, 200]);
});

test("what several copies wait together counts once on the clock", () => {
  const clock = openIoClock();
  for (const startMs of [0, 0, 50]) clock.note(startMs, 100);
  clock.note(20, 30);
  expect([clock.chargedMs(), clock.clockMs()]).toEqual([330, 150]);
});

test("nothing copied is nothing waited", () => {
  expect(openIoClock().clockMs()).toBe(0);
});
