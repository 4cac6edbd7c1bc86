import { expect, test } from "vitest";
import { runCounted } from "./machine-for-tests";

const N = 200;

/** How many times the steps grow when the input doubles. */
function growth(program: string) {
  const stepsAt = (n: number) => {
    const { steps, printed } = runCounted(`const n = ${n};\n${LIST}\n${program}`);
    expect(printed).toBe("");
    return steps - runCounted(`const n = ${n};\n${LIST}`).steps;
  };
  return stepsAt(2 * N) / stepsAt(N);
}

const LIST =
  "const list = Array.from({ length: n }, (_, i) => i); const text = 'x'.repeat(n); const words = list.map(String); let kept;";
const times = (work: string) => `for (let i = 0; i < n; i++) { ${work} }`;

/** Each does quadratic work while its own statements are linear. */
test.each([
  ["a method", times("list.includes(-1);")],
  ["a method by `call`", times("Array.prototype.includes.call(list, -1);")],
  ["a method by `apply`", times("list.indexOf.apply(list, [-1]);")],
  ["a bound method", `const has = list.includes.bind(list); ${times("has(-1);")}`],
  ["a method by Reflect", times("Reflect.apply([].lastIndexOf, list, [-1]);")],
  [
    "a method through a table",
    `const { indexOf: where } = Array.prototype; ${times("where.call(list, -1);")}`,
  ],
  [
    "a method kept by `Function.prototype.call.bind`",
    `const has = Function.prototype.call.bind([].includes); ${times("has(list, -1);")}`,
  ],
  [
    "a method on what is only like an array",
    `const like = { ...list, length: n }; ${times("[].indexOf.call(like, -1);")}`,
  ],
  [
    "a length that lies",
    `let turn = 0; const like = { ...list, get length() { return turn++ % 3 === 2 ? n : 1; } }; ${times("[].indexOf.call(like, -1);")}`,
  ],
  ["a proxy", `const seen = new Proxy(list, {}); ${times("seen.includes(-1);")}`],
  ["a method that calls another built-in", times("list.find(Number.isNaN);")],
  ["a callback that is a built-in", times("list.map(Math.abs);")],
  ["a subclass", `class Own extends Array {} const own = Own.from(list); ${times("own.includes(-1);")}`],
  ["spread into an array", times("kept = [...list];")],
  ["spread into arguments", times("Math.max(...list);")],
  ["arguments by `apply`", `const none = () => 0; ${times("none.apply(null, list);")}`],
  ["the rest of an array", times("const [first, ...rest] = list;")],
  [
    "a loop that ends at once, over names",
    `const names = Object.fromEntries(words.map((word) => [word, 1])); ${times("for (const name in names) break;")}`,
  ],
  ["the rest of an object", `const names = { ...words }; ${times("const { none, ...rest } = names;")}`],
  [
    "the rest of an object as a parameter",
    `const names = { ...words }; const rest = ({ none, ...rest }) => rest; ${times("rest(names);")}`,
  ],
  [
    "the rest of an object, assigned",
    `const names = { ...words }; let none; ${times("({ none, ...kept } = names);")}`,
  ],
  ["spread into an object", `const names = { ...words }; ${times("kept = { ...names };")}`],
  ["Array.from", times("Array.from(list);")],
  ["Array.from of a set", `const set = new Set(list); ${times("Array.from(set);")}`],
  ["a set made anew", times("new Set(list);")],
  [
    "a map walked to its end",
    `const map = new Map(list.map((x) => [x, x])); ${times("[...map.values()].length;")}`,
  ],
  [
    "an iterator taken in hand",
    `const next = list[Symbol.iterator]().__proto__.next; ${times("const it = list.values(); while (!next.call(it).done);")}`,
  ],
  ["yield*", `function* all() { yield* list; } ${times("for (const x of all()) if (x < 0) break;")}`],
  [
    "an overwritten iterator",
    `const odd = { [Symbol.iterator]: () => list.values() }; ${times("kept = [...odd];")}`,
  ],
  ["sort by default", times("list.toSorted();")],
  ["sort by a built-in", times("[...words].sort(Function.prototype.call.bind(''.localeCompare));")],
  ["joining", times("list.join();")],
  ["joining by conversion", times("kept = `${list}`;")],
  ["JSON written", times("JSON.stringify(list);")],
  ["JSON read", `const json = JSON.stringify(list); ${times("JSON.parse(json);")}`],
  ["a regular expression", times("/y/.test(text);")],
  ["a regular expression by a method", times("text.replace(/y/, '');")],
  ["a regular expression's own method", times("RegExp.prototype[Symbol.match].call(/y/g, text);")],
  ["a text that is searched", times("text.includes('y');")],
  ["a text that is split", times("text.split('');")],
  ["a text that is cut", times("kept = text.slice(1);")],
  ["texts joined", times("kept = text + text;")],
  ["texts joined by a template", times("kept = `${text}${text}`;")],
  ["texts joined by `+=`", times("kept = ''; kept += text;")],
  ["texts compared", `const [one, other] = [text + "a", text + "b"]; ${times("kept = one === other;")}`],
  ["texts ordered", `const [one, other] = [text + "a", text + "b"]; ${times("kept = one < other;")}`],
  ["typed arrays", `const bytes = new Uint8Array(n); ${times("bytes.indexOf(1);")}`],
  ["typed arrays copied", `const bytes = new Uint8Array(n); ${times("new Uint8Array(bytes);")}`],
  ["shift", times("list.shift(); list.push(0);")],
  ["concat", times("[].concat(list);")],
  [
    "recursion without a statement",
    "const down = (k) => k && 1 + down(k - 1); const all = (k) => k && down(n) + all(k - 1); all(n);",
  ],
])("work hidden in %s is counted", (_, program) => {
  expect(growth(program)).toBeGreaterThan(3);
});

test.each([
  ["a loop", times("kept = list[i];")],
  ["a search that ends early", times("list.includes(0);")],
  ["a map in a loop", `const map = new Map(); ${times("map.set(i, i);")}`],
  ["a text made piece by piece", `kept = ''; ${times("kept += 'ab';")}`],
  ["a text made by a template", `kept = ''; ${times("kept = `${kept}${i}`;")}`],
  ["a text made backwards", `kept = ''; ${times("kept = i + kept;")}`],
  ["methods one after the other", "list.map((x) => x + 1).filter((x) => x % 2 === 0).join();"],
])("linear work stays linear: %s", (_, program) => {
  expect(growth(program)).toBeLessThan(2.3);
});

test("a regular expression that tries every way is charged for each", () => {
  const tried = (length: number) => runCounted(`/^(a+)+$/.test("a".repeat(${length}) + "b");`).steps;
  expect(tried(22) / tried(20)).toBeGreaterThan(3);
});
