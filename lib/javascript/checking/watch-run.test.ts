import { expect, test } from "vitest";
import { MachineSettings } from "@/lib/run/machine-settings";
import { checked } from "./checked-for-tests";

const settings = MachineSettings.parse({ disk: { latencyMs: 500 } });
const files = ["one", "two", "three", "four"].map((name) => ({ path: `in/${name}.txt`, text: `${name}\n` }));
const COPY = (how: string) => `
  import { execFile } from "node:child_process";
  import fs from "node:fs";
  const copy = (name) => new Promise((go) => execFile("cp", ["in/" + name, name], go));
  const names = fs.readdirSync("in");
  ${how}`;
const STARTER = COPY("for (const name of names) await copy(name);");
const TOGETHER = COPY("await Promise.all(names.map(copy));");
const quick = { id: "quick", run: { speedUpAtLeast: 2 } };

const evidenceOf = async (code: string, plan: Parameters<typeof checked>[1]) =>
  (await checked(code, plan, { files, settings })).evidence.cases;

test("a run beside the starter's: what each waited, and the copies that were under way", async () => {
  expect(await evidenceOf(TOGETHER, { cases: [quick], starter: STARTER })).toMatchObject([
    {
      id: "quick",
      outcome: "ran",
      clock: "simulated",
      own: { elapsedMs: expect.closeTo(500, 0), copiesMs: expect.closeTo(2_000, 0), computingMs: null },
      starter: { elapsedMs: expect.closeTo(2_000, 0), copyingMs: expect.closeTo(2_000, 0) },
    },
  ]);
});

test("the same program gives the same figures every time", async () => {
  const plan = { cases: [quick], starter: STARTER };
  expect(await evidenceOf(TOGETHER, plan)).toEqual(await evidenceOf(TOGETHER, plan));
});

test("the starter is run only where a bound compares with it", async () => {
  const [found] = await evidenceOf(TOGETHER, {
    cases: [{ id: "a", run: { inFlightAtLeast: 2 } }],
    starter: STARTER,
  });
  expect(found).toMatchObject({ outcome: "ran", starter: null });
});

test("a program that ends with an error is told its error", async () => {
  expect(await evidenceOf(`${TOGETHER}\nnull.x;`, { cases: [quick], starter: STARTER })).toMatchObject([
    { id: "quick", outcome: "raised", message: expect.stringContaining("cannot read property 'x' of null") },
  ]);
});

test("nothing is run where a check before it has failed", async () => {
  const call = { id: "call", call: "none", arguments: [], returns: 1 };
  expect(await evidenceOf(TOGETHER, { cases: [call, quick], starter: STARTER })).toMatchObject([
    { id: "call" },
  ]);
});
