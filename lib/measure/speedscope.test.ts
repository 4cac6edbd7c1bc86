import { expect, test } from "vitest";
import * as z from "zod/mini";
import { profileForTests, SEARCHING } from "./profile-for-tests";
import { importIntoSpeedscope } from "./speedscope-importer-for-tests";
import { speedscopeJson } from "./speedscope";

test("speedscope opens it with the right times, a recursion's counted once", async () => {
  expect(await importIntoSpeedscope(speedscopeJson(SEARCHING, "program.py"))).toEqual({
    name: "program.py",
    totalMs: 100,
    frames: {
      "<module>": { place: "program.py:10", ownMs: 5, totalMs: 100 },
      search: { place: "program.py:50", ownMs: 40, totalMs: 60 },
      sort: { place: "program.py:20", ownMs: 20, totalMs: 35 },
      key: { place: "program.py:30", ownMs: 22, totalMs: 22 },
      "<built-in len>": { place: null, ownMs: 13, totalMs: 13 },
    },
  });
});

test("a profile of nothing is a profile of 0 ms", async () => {
  const { totalMs, frames } = await importIntoSpeedscope(speedscopeJson(profileForTests([]), "empty.py"));
  expect({ totalMs, frames }).toEqual({ totalMs: 0, frames: {} });
});

test("names of any characters arrive as they are", async () => {
  const name = 'naïve "<λ>" 雪 \\ </script>';
  const { frames } = await importIntoSpeedscope(speedscopeJson(profileForTests([[name, 1, 2]]), name));
  expect(Object.keys(frames)).toEqual([name]);
});

test("a recursion 5,000 calls deep makes a file that grows with the calls, not with their square", () => {
  const nodes = Array.from({ length: 5_000 }, (_, index) => ({
    function: 0,
    parent: index === 0 ? null : index - 1,
    calls: 1,
    ownMs: 1,
  }));
  const text = speedscopeJson({ ...profileForTests([["down", 1, 1]]), nodes }, "deep.py");
  expect(text.length).toBeLessThan(500_000);
  const Events = z.object({ profiles: z.array(z.object({ events: z.array(z.unknown()) })) });
  expect(Events.parse(JSON.parse(text)).profiles[0]?.events).toHaveLength(10_000);
});
