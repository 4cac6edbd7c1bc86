import { expect, test } from "vitest";
import type { CallCase, CheckPlan } from "@/lib/run/check-plan";
import { checked } from "./checked-for-tests";

const check = async (code: string, checks: Partial<CheckPlan>) => (await checked(code, checks)).evidence;

test.each<[string, string, CallCase["returns"]]>([
  ["an object that says it is the answer as JSON", "({ toJSON: () => 42 })", 42],
  [
    "an object that says it is the answer as text",
    "({ toJSON() { throw 1; }, toString: () => 'yes' })",
    "yes",
  ],
  ["a class that says it is the answer", "new (class { toJSON() { return [1, 2]; } })()", [1, 2]],
  ["a list whose prototype says what it is", "Object.setPrototypeOf([], { toJSON: () => [1, 2] })", [1, 2]],
  ["a text object", "new String('yes')", "yes"],
  ["a map where an empty object is asked for", "new Map([[1, 2]])", {}],
  ["a date where its text is asked for", "new Date(0)", "1970-01-01T00:00:00.000Z"],
  ["a promise of a promise's look", "Promise.resolve({ then: 42 })", 42],
  ["a function", "Object.assign(() => 42, { toJSON: () => 42 })", 42],
  ["no number at all", "[NaN]", [null]],
  ["a hole in a list", "[,]", [null]],
  ["a property that is not there", "({ a: undefined })", {}],
  ["a list in a circle", "(() => { const list = []; list.push(list); return list; })()", [[]]],
  ["a list of a thousand million holes", "new Array(1e9)", []],
  ["gigantic text", "'x'.repeat(5e6)", "x"],
])("%s is not the answer", async (_, value, returns) => {
  const cases = [{ id: "it", call: "answer", arguments: [], returns }];
  expect((await check(`function answer() { return ${value}; }`, { cases })).cases).toMatchObject([
    { id: "it", outcome: "different" },
  ]);
});

const wrong = "function answer() { return [41]; }";
const right = "function answer() { return [42]; }";
const asked = { cases: [{ id: "it", call: "answer", arguments: [], returns: [42] }] };

/** Every function a program finds, replaced by one that says 42 or the like. */
const tampering = (says: string) => `
  for (const owner of [JSON, Object, Reflect, Array, Number, String, Math, Symbol, Promise, Map, Set, RegExp,
    Object.prototype, Array.prototype, String.prototype, Number.prototype, Function.prototype, Map.prototype,
    Set.prototype, RegExp.prototype, Promise.prototype])
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (["constructor", "__proto__", "caller", "arguments"].includes(name)) continue;
      const { value, configurable } = Object.getOwnPropertyDescriptor(owner, name);
      if (typeof value === "function" && configurable) replaced.push([owner, name]);
    }
  const define = Object.defineProperty;
  for (let index = 0; index < replaced.length; index += 1)
    define(replaced[index][0], replaced[index][1], { value: () => ${says} });
`;

test.each(["42", "'[42]'", "[42]", "true", "null", "({ value: 42, done: true })", "{ throw 42; }"])(
  "with every built-in replaced by one that says %s, what is wrong stays wrong and what is right stays right",
  async (says) => {
    const tampered = `const replaced = []; ${tampering(says)}`;
    expect((await check(`${tampered}\n${wrong}`, asked)).cases[0]?.outcome).toBe("different");
    expect((await check(`${tampered}\n${right}`, asked)).cases).toEqual([{ id: "it", outcome: "equal" }]);
  },
);

test("setters and getters on the prototypes of all objects and lists change nothing", async () => {
  const code = `
    for (const prototype of [Object.prototype, Array.prototype])
      for (const name of ["0", "1", "toJSON", "json", "shown", "then"])
        Object.defineProperty(prototype, name, { get: () => 42, set() {}, configurable: true });
    ${wrong}`;
  expect((await check(code, asked)).cases[0]?.outcome).toBe("different");
});

test("what a getter of the result throws is told as what the call threw", async () => {
  const code = "const answer = () => ({\n  get total() { throw new Error('not today'); },\n});";
  expect((await check(code, asked)).cases).toEqual([
    { id: "it", outcome: "raised", message: "Error: not today", line: 2 },
  ]);
});

test("errors that pose as the engine's own are a program's errors", async () => {
  const code = "function answer() { throw Object.assign(new Error(''), { name: 'constructor' }); }";
  expect((await check(code, asked)).cases[0]).toMatchObject({ outcome: "raised", message: "constructor" });
});

test("what an error says is cut where nobody reads on", async () => {
  const { cases } = await check("function answer() { throw new Error('x'.repeat(1e6)); }", asked);
  expect(JSON.stringify(cases).length).toBeLessThan(2_000);
});

test("a call whose work is counted must give what the starter's gives", async () => {
  const starter = "function answer(n) { let t = 0; for (let i = 0; i < n; i++) t += 1; return { t }; }";
  const work = { call: "answer", arguments: [200_000], starter };
  expect((await check(starter, { work })).work).toMatchObject({ otherResult: false });
  const lazy = "function answer(n) { if (n > 100) return { t: 0 }; return { t: n }; }";
  expect((await check(lazy, { work })).work).toMatchObject({ otherResult: true });
});
