import { expect, test } from "vitest";
import { MachineSettings } from "@/lib/run/machine-settings";
import { checked } from "./checked-for-tests";

const settings = MachineSettings.parse({ disk: { latencyMs: 500 } });
const files = ["one", "two", "three", "four"].map((name) => ({ path: `in/${name}.txt`, text: `${name}\n` }));

/** What each function of an author's script says of a learner's file. */
async function judge(code: string, script: string, { seed = 1 } = {}) {
  const cases = [...script.matchAll(/function (\w+)\(attempt/g)].map(([, test = ""]) => ({ id: test, test }));
  const { evidence } = await checked(
    code,
    { cases, script: { code: script, seed } },
    { path: "answer.js", files, settings },
  );
  expect(evidence.cases).toHaveLength(cases.length);
  return evidence.cases;
}

/** What a script finds out about one run, as its one test says it. */
async function found(code: string, expression: string) {
  const script = `import fs from "node:fs"; function it(attempt) { const run = attempt.run(); assert(false, JSON.stringify(${expression})); }`;
  const [said] = await judge(code, script);
  if (said?.outcome !== "failed") throw new Error(`The script says: ${JSON.stringify(said)}`);
  return JSON.parse(said.message);
}

const COPY = (how: string) => `
  import { execFile, execFileSync } from "node:child_process";
  import fs from "node:fs";
  const copy = (name) => new Promise((go) => execFile("rsync", ["in/" + name, "out/"], go));
  const names = fs.readdirSync("in");
  ${how}`;

test("a test that throws nothing passes, an assertion is told as it is, what else is thrown as an error", async () => {
  const script = `
    function fine(attempt) {}
    async function later(attempt) { await null; assert(1 > 2, "One is not more than two."); }
    function broken(attempt) { attempt.walk(); }`;
  expect(await judge("", script)).toEqual([
    { id: "fine", outcome: "equal" },
    { id: "later", outcome: "failed", message: "One is not more than two." },
    { id: "broken", outcome: "raised", message: "TypeError: not a function", line: null },
  ]);
});

test("a run gives what the program printed, its exit code and the error that ended it", async () => {
  expect(
    await found("console.log('so far'); process.exit(4);", "[run.stdout, run.exitCode, run.error]"),
  ).toEqual(["so far\n", 4, ""]);
  expect(await found("null.x;", "[run.exitCode, run.error, run.stderr.includes('answer.js:1')]")).toEqual([
    1,
    "TypeError: cannot read property 'x' of null",
    true,
  ]);
  expect(await found("const a = ;", "run.error")).toContain("SyntaxError");
});

test.each([
  ["one after the other", "for (const name of names) await copy(name);", 1],
  [
    "one after the other by waiting",
    "for (const name of names) execFileSync('cp', ['in/' + name, name]);",
    1,
  ],
  ["all at once", "await Promise.all(names.map(copy));", 4],
  ["two and two", "for (const at of [0, 2]) await Promise.all(names.slice(at, at + 2).map(copy));", 2],
  [
    "by a Pool, each worker waiting for its own",
    "function one(name) { execFileSync('rsync', ['in/' + name, 'out/']); } if (isMain) await new Pool(4).map(one, names);",
    4,
  ],
])("of four copies %s so many are under way at once", async (_, how, atOnce) => {
  const [overlap, chargedMs] = await found(COPY(how), "[run.ioOverlap, run.ioChargedMs]");
  expect(overlap).toBeCloseTo(atOnce, 3);
  expect(chargedMs).toBeCloseTo(2_000, 0);
});

test("every command is noted with the process that ran it", async () => {
  const code = `
    import { spawnSync } from "node:child_process";
    function nap(name) { return spawnSync("sleep", [name]).status; }
    if (isMain) { spawnSync("rsync", ["none", "out"]); await new Pool(2).map(nap, ["1", "2"], { chunkSize: 1 }); }`;
  const [commands, started] = await found(code, "[run.commands, run.processesStarted]");
  expect(commands).toMatchObject([
    { name: "rsync", arguments: ["none", "out"], exitCode: 23, process: 1 },
    { name: "sleep", exitCode: 0, process: 2, startedMs: 0, endedMs: 1_000 },
    { name: "sleep", exitCode: 0, process: 3, startedMs: 0, endedMs: 2_000 },
  ]);
  expect(started).toBe(2);
});

test("files stay from one run to the next, until they are made fresh", async () => {
  const script = `
    import fs from "node:fs";
    function first(attempt) { attempt.run(); assert(fs.existsSync("new.txt") && !fs.existsSync("in"), "Not run."); }
    function second(attempt) { assert(attempt.run().exitCode === 1, "There was nothing left to remove."); }
    function third(attempt) {
      attempt.freshFiles();
      assert(!fs.existsSync("new.txt") && fs.readFileSync("in/one.txt", "utf8") === "one\\n", "Not fresh.");
    }`;
  const code = `import fs from "node:fs"; fs.rmSync("in", { recursive: true }); fs.writeFileSync("new.txt", "");`;
  expect((await judge(code, script)).map(({ outcome }) => outcome)).toEqual(["equal", "equal", "equal"]);
});

test("what is drawn at random is another thing with another seed, the same with the same", async () => {
  const script =
    "function it(attempt) { const { random } = attempt; assert(0, [random.integer(1, 6), ...random.sample([1, 2, 3, 4, 5, 6, 7, 8], 8)].join()); }";
  const [one, same, other] = await Promise.all([1, 1, 2].map((seed) => judge("", script, { seed })));
  expect(one).toEqual(same);
  expect(one).not.toEqual(other);
});

test("a program meets nothing of the script, and cannot replace what that judges by", async () => {
  const code = `
    globalThis.assert = () => {}; JSON.parse = () => ({ exitCode: 0 }); Object.prototype.error = "";
    console.log(typeof attempt, typeof __proto__.judge);`;
  const script = `function it(attempt) { assert(attempt.run().stdout === "undefined undefined\\n", "Met."); assert(false, "No."); }`;
  expect(await judge(code, script)).toEqual([{ id: "it", outcome: "failed", message: "No." }]);
});

test("a program without an end is told as one, not waited for", async () => {
  expect(await found("setInterval(() => {}, 60_000);", "run.error")).toContain("not done after an hour");
  expect(
    await found(
      "function never() { return new Promise(() => {}); } if (isMain) await new Pool(2).map(never, [1]);",
      "run.error",
    ),
  ).toContain("waits for what can never come");
});
