import { expect, test } from "vitest";
import { runProfiled, runUnwatched } from "./profile-for-tests";

const programs = [
  "function f(a, b = 1) { /* why */ return a + b; }\nconsole.log(f.toString(), String((x) => x + f), f + '', String([].map));",
  "class A { #x = 1; static s() { return 'a' + this; } get x() { for (;;) return this.#x; } }\nconsole.log(String(A), A.s.toString(), new A().x, Function.prototype.toString.toString());",
  "const o = { m() { return 1; }, async *g() { yield 1; }, get p() { return 1; }, ['c' + 1]: function () {} }; console.log(o.m.toString(), o.g.toString(), o.c1.toString(), o.m.name);",
  "try { null.x; } catch (e) { console.log(e.stack, e); }\nfunction f() {\n  let s = 0; return s + undefined.y;\n}\ntry { f(); } catch (error) { console.log(error); }\n[1].map((x) => f());",
  "const é = '😀'; const e = new Error('here'); console.log(e.stack); throw e;",
  "class Bad extends Error {}\nfunction f() { throw new Bad('no'); }\nfunction g() { try { f(); } finally { console.log('finally'); } }\ng();",
  "label: for (let i = 0; ; i++) { for (;;) { if (i > 2) break label; continue label; } } if (1) if (0) console.log('x'); else console.log('else'); do console.log('once'); while (0)\nvar x = 1, y = 2\n;[x, y] = [y, x]\nconsole.log(x, y)",
  "switch (2) { case 1: console.log(1); case 2: console.log(2); case 3: console.log(3); break; default: console.log('d'); }",
  "'use strict'; console.log((function () { return this; })()); function loose() { 'use strict'; return typeof this; } console.log(loose());",
  "class B { constructor(n) { this.n = n; } } class D extends B { constructor() { super(7); } static { console.log('block'); } y = [3, 1].sort().join(); } console.log(new D().n, new D().y);",
  "function* g() { const got = yield 1; console.log(got); try { yield; } finally { console.log('end'); } }\nconst it = g(); console.log(it.next(), it.next('in'), it.return(5), [...(function* () { yield* [1, 2]; return 3; })()]);",
  "function* g() { try { yield 1; } catch (e) { console.log('caught', e); yield 2; } }\nconst it = g(); it.next(); console.log(it.throw('x'), it.next());",
  "async function f() { await null; throw new Error('late'); }\nasync function main() { try { await f(); } catch (e) { console.log(e.message); } for await (const x of [1, Promise.resolve(2)]) { if (x === 1) continue; console.log(x); } return 'done'; }\nmain().then(console.log);",
  "const f = async (x) => await x; const wait = (ms) => new Promise((done) => setTimeout(done, ms)); await wait(1); console.log(await f(3));",
  "async function main() { await null; null.x; }\nmain()",
  "const main = async () => { throw new Error('last'); };\nmain();\nfunction later() {}\nlet x = 3;\nclass C {}",
  "const a = { b: { c: (x) => x } }; console.log(a?.b.c(1), a.q?.(2), a.q?.b.sort().join(), a.b?.c([2, 1].sort()), (() => ({ a: 1 }))().a);",
  "var x = 1; function x2() { var y = 1; function y() {} return typeof y; } console.log(x2()); function two() { return 1; } function two() { return 2; } console.log(two());",
  "const f = (a, b = (() => 2)()) => /* => */ (a, b); console.log(f(1), ((a = '=>') => a)(), (() => { })());",
  "const log = []; const seen = new Proxy([1, 2], { get: (t, k, r) => (log.push(String(k)), Reflect.get(t, k, r)) }); console.log([...seen], log.join());",
  "let i = 0; while (i < 3) i++; do { i--; } while (i > 0); for (const k in { a: 1 }) console.log(k); for (const [a, b] of new Map([[1, 2]])) console.log(a, b); if (i) ; else console.log(i)",
  "const tag = (strings, ...values) => strings.raw.join('|') + values; console.log(tag`a${1}\\n${2}`, `x${1}y${`z${2}`}`, new Date(0).getTime(), typeof Date.now());",
  "class Stack { items = []; push(x) { this.items.push(x); return this; } sort() { return 'own'; } } console.log(new Stack().push(1).push(2).items.length, new Stack().sort());",
  "let a = 1\nlet b = a\n++b\nconst f = function () { return a }\nconsole.log(f(), b)\n",
  "function deep(n) { return n === 0 ? 0 : 1 + deep(n - 1); } console.log(deep(150));",
  "function deep() { return deep() + 1; } try { deep(); } catch (e) { console.log(e instanceof Error, e.message); }",
  "try { JSON.parse('{'); } catch (e) { console.log(e.name); } try { x; let x = 1; } catch (e) { console.log(e.message); }",
  "console.log(Object.keys(globalThis).length, eval('1 + 1'), new Function('a', 'return a * 2')(4));",
  "Promise.reject(new Error('a')).catch((e) => console.log(e)); queueMicrotask(() => console.log('micro')); console.trace('here');",
  "let a = = 3;",
  "let a = 1;\nlet a = 2;",
  "import { missing } from './other.js';\nconsole.log(missing);",
  "import { half } from './other.js';\nconsole.log(half(4));\nhalf(null);",
  "import { fail } from './other.js';\nexport const x = 1;\nfail();",
  "function leave() { try { process.exit(3); } finally { console.log('never'); } } console.log('before'); leave();",
  "x = 5; with ({ x: 1 }) { console.log(x); }",
];
const files = [
  {
    path: "other.js",
    text: "'use strict';\nexport const half = (n) => n.valueOf() / 2; export function fail() { throw new TypeError('failed'); }",
  },
];

test.each(programs)("a watched program prints and ends as it does unwatched: %s", async (code) => {
  const unwatched = await runUnwatched(code, { files });
  for (const mode of ["deterministic", "sampling"] as const) {
    const watched = await runProfiled(code, { files, mode });
    expect(watched.printed).toEqual(unwatched.printed);
    expect(watched.ended?.end).toEqual(unwatched.ended?.end);
    expect(watched.types.at(-2)).toBe("profile");
  }
});
