import { expect, test } from "vitest";
import { runCounted, runPlain } from "./machine-for-tests";

const steps = (code: string) => runCounted(code).steps;

test.each([
  ["statements", "1; 2; 3;", 3],
  ["a declaration that does nothing", "function idle() {}", 0],
  ["a call and its statements", "function two() { 1; 2; } two();", 4],
  ["a call of an arrow function", "(() => 1)();", 2],
  ["turns of a loop and what is in them", "for (let i = 0; i < 10; i++) { i; }", 21],
  ["a loop without a body", "for (let i = 0; i < 10; i++);", 11],
  ["the branch that is taken", "if (0) { 1; 2; 3; } else 4;", 2],
  ["a statement after a jump is not reached", "(() => { return; 1; 2; })();", 3],
  ["a built-in and what it walks", "[1, 2, 3].includes(3);", 5],
  ["two parts of a text", "let ab = 'ab'; ab + ab;", 4],
])("a step is: %s", (_, code, count) => {
  expect(steps(code)).toBe(count);
});

test("the count is the same in every machine, whatever it is named inside", () => {
  const program =
    "const seen = new Map(); for (const w of 'a b a c'.split(' ')) seen.set(w, (seen.get(w) ?? 0) + 1);";
  expect(new Set(Array.from({ length: 5 }, () => steps(program))).size).toBe(1);
});

test.each([
  "console.log([].includes.name, [].includes.length, [].map.name, 'x'.at.length, Map.prototype.get.name, eval.name);",
  "console.log(String([].includes), Function.prototype.toString.call([].sort), String(Map.prototype.set));",
  "function f(a, b = 1) { /* why */ return a + b; }\nconsole.log(f.toString(), String((x) => x + f), f + '');",
  "class A { #x = 1; static s() { return 'a' + this; } get x() { for (;;) return this.#x; } }\nconsole.log(String(A), A.s.toString());",
  "const o = { m() { return 1; }, async *g() { yield 1; }, get p() { return 1; }, ['c' + 1]: function () {} }; console.log(o.m.toString(), o.g.toString(), o.c1.toString());",
  "console.log(Object.keys(globalThis).length, Object.getOwnPropertyNames(globalThis).length);",
  "console.log(Object.getOwnPropertyNames(Array.prototype).join(), JSON.stringify(Object.getOwnPropertyDescriptor(Array.prototype, 'map')));",
  "console.log(Array.prototype[Symbol.iterator] === Array.prototype.values, Set.prototype.keys === Set.prototype.values, Number.parseInt === parseInt);",
  "console.log('prototype' in [].map, 'prototype' in Proxy, (() => {}).constructor === Function, Function.prototype.constructor === Function);",
  "try { new [].map(); } catch (e) { console.log(e.name); } try { Uint8Array(1); } catch (e) { console.log(e.name); }",
  "try { [].map(); } catch (e) { console.log(e.message); } try { [].find(1); } catch (e) { console.log(e.message); } try { ''.repeat(-1); } catch (e) { console.log(e.name); }",
  "try { String.prototype.trim.call(null); } catch (e) { console.log(e.name); } try { null.x; } catch (e) { console.log(e.stack.includes('main.js:1')); }",
  "const sparse = [1, , 3]; console.log(sparse.map((x) => x), sparse.indexOf(undefined), sparse.includes(undefined), [NaN].includes(NaN));",
  "class Own extends Array {} const own = Own.from([3, 1, 2]); console.log(own instanceof Own, own.map((x) => x) instanceof Own, own.filter(Boolean).constructor.name, own.length);",
  "Array.prototype[Symbol.iterator] = function* () { yield 'mine'; }; const [one, two] = [1, 2]; console.log(one, two);",
  "Array.prototype.includes = () => 'mine'; console.log([1].includes(2)); String.prototype.split = () => 'mine'; console.log('a b'.split(' '));",
  "Reflect.apply = () => 'mine'; Math.floor = () => 7; console.log([1, 2].indexOf(2), 'abc'.slice(1), Math.max(1, 2));",
  "const log = []; const seen = new Proxy([1, 2], { get: (t, k, r) => (log.push(String(k)), Reflect.get(t, k, r)) }); console.log([...seen], log.includes('0'));",
  "const o = { get a() { console.log('read'); return 1; }, b: 2 }; const { a, ...rest } = o; console.log(a, rest, { ...o });",
  "let order = ''; const t = (name, value) => ({ valueOf() { order += name; return value; } }); console.log(t('a', 1) + t('b', 2), t('c', 1) < t('d', 2), order);",
  "let s = 'a'; const o = { p: 'x' }; s += s += 'b'; o.p += (o.p = 'y', 'z'); console.log(s, o.p, 1 + 2 + 'c' + 3, [1] + [2], 1n + 2n, (1, 2) + (3), 4 /* + */ + /* + */ order); var order = 5;",
  "label: for (let i = 0; ; i++) { for (;;) { if (i > 2) break label; continue label; } } if (1) if (0) console.log('x'); else console.log('else'); do console.log('once'); while (0)\nvar x = 1, y = 2\n;[x, y] = [y, x]\nconsole.log(x, y)",
  "switch (2) { case 1: console.log(1); case 2: console.log(2); case 3: console.log(3); break; default: console.log('d'); }",
  "'use strict'; console.log((function () { return this; })()); function loose() { 'use strict'; return typeof this; } console.log(loose());",
  "console.log([3, 1, 2].sort(), [3, 1, 2].toSorted((a, b) => b - a), [1, 10, 9].sort().join(), 'a-b'.replace('-', (m) => m + m), 'aXbX'.replaceAll('X', '$&$&'));",
  "const re = /(?<y>\\d{4})-(\\d\\d)/g; console.log('2024-05 2025-06'.match(re), [...'2024-05'.matchAll(re)][0].groups.y, re.lastIndex, 'a1b2'.split(/\\d/), /b/y.test('ab'));",
  "console.log(new Uint8Array([1, 2, 300]), Uint8Array.from([1, 2]).map((x) => x * 2), Uint8Array.BYTES_PER_ELEMENT, new Float64Array(2).fill(1.5).join(), new Uint8Array(2).constructor === Uint8Array);",
  "const { proxy, revoke } = Proxy.revocable({ a: 1 }, {}); console.log(proxy.a); revoke(); try { proxy.a; } catch (e) { console.log(e.name); }",
  "console.log(new Set([1, 2]).union(new Set([3])), Object.groupBy([1, 2, 3], (x) => (x % 2 ? 'odd' : 'even')), Map.groupBy([1], (x) => x).size);",
  "const tag = (strings, ...values) => strings.raw.join('|') + values; console.log(tag`a${1}\\n${2}`, `x${1}y${`z${2}`}`);",
  "console.log(eval(5), typeof eval, Function.name, Function.length, (function () {}) instanceof Function);",
])("a program does not notice: %s", (code) => {
  expect(runCounted(code).printed).toBe(runPlain(code));
});

test("an error in the counting pass names the learner's line", () => {
  const code = "const names = `a\nb`;\nfor (let i = 0; i < 2; i++) {\n  if (i === 1) null.x;\n}";
  expect(runCounted(code).printed).toContain("main.js:4");
});

test.each([
  [
    "its own globals",
    "for (const name of Object.getOwnPropertyNames(globalThis)) if (name.length > 30) console.log(name);",
  ],
  [
    "the text of its functions",
    "function f() { for (;;) { let a = 'x' + f; break; } } console.log(/\\$[0-9a-f]{32}/.test(f.toString()), /steps/.test(String(f)));",
  ],
  [
    "a global it sets up ahead",
    "globalThis.steps = 0; Object.defineProperty(Object.prototype, 'steps', { set() { console.log('caught'); }, configurable: true }); for (let i = 0; i < 3; i++);",
  ],
])("a program does not find the meter in %s", (_, code) => {
  expect(runCounted(code).printed).toBe(code.includes("toString") ? "false false\n" : "");
});

test.each([
  ["with (new Proxy({}, { has: () => true })) { 1; }", "`with`"],
  ["eval('1')", "cannot be counted"],
  ["(0, eval)('1')", "cannot be counted"],
  ["new Function('return 1')()", "cannot be counted"],
  ["(async () => {}).constructor('1')", "cannot be counted"],
  ["Reflect.construct(Function, ['1'])", "cannot be counted"],
  ["Object.getPrototypeOf((async () => {}).constructor)('return 1')", "cannot be counted"],
])("code that could hide its steps is refused: %s", (code, message) => {
  expect(runCounted(code).printed).toContain(message);
});
