import { expect, test } from "vitest";
import { callsByStack, hitsByLine, runProfiled } from "./profile-for-tests";
import { PROFILE_NODES_LIMIT } from "@/lib/run/report-limits";

const callsOf = async (code: string, parts: Parameters<typeof runProfiled>[1] = {}) =>
  callsByStack((await runProfiled(code, parts)).profile);

test("every call of a recursion stands below the one that made it", async () => {
  const code = "function fib(n) {\n  if (n < 2) return n;\n  return fib(n - 1) + fib(n - 2);\n}\nfib(4);";
  const { profile } = await runProfiled(code);
  expect(callsByStack(profile)).toEqual({
    "(program)": 1,
    "(program) > fib": 1,
    "(program) > fib > fib": 2,
    "(program) > fib > fib > fib": 4,
    "(program) > fib > fib > fib > fib": 2,
  });
  expect(hitsByLine(profile)).toEqual({ "main.js:2": 9, "main.js:3": 4, "main.js:5": 1 });
  expect(profile.functions[1]).toEqual({ name: "fib", file: "main.js", line: 1 });
});

test("a line is told as often as it begins", async () => {
  const code =
    "let s = 0;\nfor (let i = 0; i < 3; i++)\n  s += i;\nfor (const x of [1, 2]) {\n  s += x; s -= x;\n}\nwhile (s > 0)\n  s -= 3;\nif (s) s;\nelse\n  s = 1;";
  expect(hitsByLine((await runProfiled(code)).profile)).toEqual({
    "main.js:1": 1,
    "main.js:2": 4,
    "main.js:3": 3,
    "main.js:4": 3,
    "main.js:5": 2,
    "main.js:7": 2,
    "main.js:8": 1,
    "main.js:9": 1,
    "main.js:11": 1,
  });
});

test("functions are called what people call them", async () => {
  const code = `class List { constructor() {} add() {} static of() {} #own() {} get size() { this.#own(); return 1; } }
const half = (n) => n / 2; const api = { save() {} };
List.prototype.last = function () {}; api.load = () => {};
const list = new List(); list.add(); List.of(); list.size; half(2); api.save(); list.last(); api.load(); (() => {})();`;
  const { functions } = (await runProfiled(code)).profile;
  const names = functions.filter(({ file }) => file !== null).map(({ name }) => name);
  expect(names).toEqual([
    "(program)",
    "List.constructor",
    "List.add",
    "List.of",
    "get List.size",
    "List.#own",
    "half",
    "save",
    "List.last",
    "api.load",
    "(anonymous)",
  ]);
});

test("built-ins stand where they are called, with the learner's functions that they call below", async () => {
  const code =
    "const xs = [2, 1];\nxs.sort((a, b) => a - b);\nJSON.parse('[]');\nclass Stack { push() {} }\nnew Stack().push();\ntry { JSON.parse('{'); } catch {}\nxs.map(String);";
  const { profile } = await runProfiled(code);
  expect(callsByStack(profile)).toEqual({
    "(program)": 1,
    "(program) > sort": 1,
    "(program) > sort > (anonymous)": 1,
    "(program) > JSON.parse": 2,
    "(program) > Stack.push": 1,
    "(program) > map": 1,
  });
  expect(profile.functions.find(({ name }) => name === "sort")).toMatchObject({ file: null, line: null });
});

test("a generator is under who asks it, and is called once however often it yields", async () => {
  const code =
    "function* count(n) {\n  for (let i = 0; i < n; i++)\n    yield square(i);\n}\nconst square = (x) => x * x;\nfunction total() {\n  let sum = 0;\n  for (const x of count(3)) sum += x;\n  return sum;\n}\ntotal();";
  expect(await callsOf(code)).toEqual({
    "(program)": 1,
    "(program) > total": 1,
    "(program) > total > count": 1,
    "(program) > total > count > square": 3,
  });
});

test("while an async function waits, its time is nobody's", async () => {
  const code =
    "const wait = (ms) => new Promise((done) => setTimeout(done, ms));\nasync function slow() {\n  await wait(60);\n  after();\n}\nfunction after() {}\nasync function main() {\n  try { await slow(); await Promise.reject(new Error()); } catch { after(); }\n}\nmain();";
  const { profile } = await runProfiled(code);
  expect(callsByStack(profile)).toMatchObject({
    "(program) > main": 1,
    "(program) > main > slow": 1,
    "(program) > main > slow > after": 1,
    "(program) > main > after": 1,
  });
  const ownMs = profile.nodes.reduce((sum, node) => sum + node.ownMs, 0);
  expect(profile.wallMs - ownMs).toBeGreaterThan(50);
});

test("what a timer calls was called by nothing in the profile", async () => {
  const calls = await callsOf("function tick() {}\nsetTimeout(tick, 1);\nsetTimeout(tick, 2);");
  expect(calls).toEqual({ "(program)": 1, tick: 2 });
});

test("a function that throws has ended", async () => {
  const code =
    "function fail() { throw new Error('no'); }\nfunction after() {}\ntry { fail(); } catch {}\nafter();";
  expect(await callsOf(code)).toEqual({ "(program)": 1, "(program) > fail": 1, "(program) > after": 1 });
});

test("a program in TypeScript and its modules are told by their own files and lines", async () => {
  const { profile, printed } = await runProfiled(
    "import { half } from './half.ts';\ninterface Point {\n  x: number;\n}\nconst p: Point = { x: 2 };\nconsole.log(half(p.x));",
    {
      path: "main.ts",
      files: [
        {
          path: "half.ts",
          text: "export function half(\n  n: number,\n): number {\n  return n / 2;\n}",
        },
      ],
    },
  );
  expect(printed).toEqual({ stdout: "1\n", stderr: "" });
  expect(hitsByLine(profile)).toEqual({ "main.ts:5": 1, "main.ts:6": 1, "half.ts:4": 1 });
  expect(profile.functions).toContainEqual({ name: "half", file: "half.ts", line: 1 });
});

test("what is replayed before the program is not in its profile, but its functions are when the program calls them", async () => {
  const calls = await callsOf("kept();", {
    before: [{ path: "first.js", code: "function kept() {}\nkept(); kept();" }],
  });
  expect(calls).toEqual({ "(program)": 1, "(program) > kept": 1 });
});

test.each(["deterministic", "sampling"] as const)(
  "a program that is interrupted, or throws, has a %s profile all the same",
  async (mode) => {
    let polls = 0;
    const isInterrupted = () => (polls += 1) > 500;
    const { profile, ended, types } = await runProfiled(
      "function spin() {\n  for (;;) {\n    1;\n  }\n}\nspin();",
      {
        mode,
        isInterrupted,
      },
    );
    expect(ended?.end).toEqual({ outcome: "interrupted" });
    expect(callsByStack(profile)).toHaveProperty(["(program) > spin"]);
    const thrown = await runProfiled("function fail() { null.x; }\nfail();", { mode });
    expect(thrown.ended?.end).toMatchObject({ outcome: "raised" });
    expect(types.slice(-2)).toEqual(["profile", "ended"]);
  },
);

test("a profile with too many chains of calls is cut, and callers still stand before what they call", async () => {
  const names = Array.from({ length: 40 }, (_, index) => `f${index}`);
  const code = `${names.map((name) => `function ${name}(n) { if (n > 0) for (const f of all) f(n - 1); }`).join("\n")}
const all = [${names.join(", ")}];
for (const f of all) f(2);`;
  const { profile } = await runProfiled(code);
  expect(profile.isCut).toBe(true);
  expect(profile.nodes).toHaveLength(PROFILE_NODES_LIMIT);
  expect(profile.nodes.every(({ parent }, at) => parent === null || parent < at)).toBe(true);
});

test("looking every few milliseconds finds the built-in that takes the time, and the line that calls it", async () => {
  const code =
    "const xs = Array.from({ length: 10000 }, (_, i) => i);\nfunction light() {\n  let s = 0;\n  for (let i = 0; i < 5; i++) s += i;\n}\nfunction heavy() {\n  return xs.includes(-1);\n}\nfor (let i = 0; i < 3000; i++) {\n  light();\n  heavy();\n}";
  const { profile } = await runProfiled(code, { mode: "sampling" });
  expect(profile).toMatchObject({ mode: "sampling", isCut: false });
  expect(profile.samples).toBeGreaterThan(5);
  const most = profile.nodes.toSorted((one, other) => other.ownMs - one.ownMs)[0];
  expect(profile.functions[most?.function ?? -1]?.name).toBe("includes");
  const line = profile.lines.toSorted((one, other) => other.ownMs - one.ownMs)[0];
  expect(line).toMatchObject({ file: "main.js", line: 7, hits: 0 });
});
