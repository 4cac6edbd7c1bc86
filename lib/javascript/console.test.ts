import { format } from "node:util";
import { runInThisContext } from "node:vm";
import variant from "@jitl/quickjs-wasmfile-release-sync";
import * as fc from "fast-check";
import { newQuickJSWASMModuleFromVariant } from "quickjs-emscripten-core";
import { describe, expect, test } from "vitest";
import { openVirtualMachine } from "./virtual-machine";

const quickjs = await newQuickJSWASMModuleFromVariant(variant);

/** What a program prints; its clock stands still but for what `nowMs` is set to. */
function print(code: string, { nowMs = () => 0 }: { nowMs?: () => number } = {}) {
  const printed = { stdout: "", stderr: "" };
  const machine = openVirtualMachine({
    quickjs,
    nowMs,
    isInterrupted: () => false,
    write(stream, text) {
      printed[stream] += text;
      return true;
    },
  });
  try {
    const done = machine.evaluate({ path: "main.js", code });
    if ("error" in done) throw new Error(`${done.error.message}\n${done.error.stack}`);
    done.value.dispose();
    return printed;
  } finally {
    machine.dispose();
  }
}

const inNode = (values: string) => `${format(...runInThisContext(`[${values}]`))}\n`;

describe("a value is written as Node writes it", () => {
  test.each([
    "1, -0, 2n, null, undefined, true, Symbol('s'), 'text'",
    "['it\\'s', \"say \\\"so\\\"\", 'both \\' and \"', 'line\\nbreak', '\\x1b[0m', '\\u{1f600}', '\\ud800', 'back\\\\']",
    "{ a: 1, 'b-c': 2, $d: 3, __proto__: null, [Symbol('k')]: 4, 5: 6 }",
    "{ a: { b: { c: { d: 1 } } } }, [[[[1]]]]",
    "{ a: { b: { c: {} } } }, [[[[]]]], {}, []",
    "[1, , 3], [, ,], [undefined, null], Object.assign([1], { more: true })",
    "Array.from({ length: 130 }, (_, i) => i)",
    "Array.from({ length: 130 }, (_, i) => 'item ' + i)",
    "Array.from({ length: 27 }, (_, i) => 'x'.repeat(i % 9))",
    "Array.from({ length: 7 }, (_, i) => ({ id: i, name: 'name ' + i }))",
    "new Array(120), new Array(3).fill(0)",
    "new Map([['k', { a: [1, [2, [3]]] }], [{}, new Set([1, 'two'])]]), new Map(), new Set()",
    "new Map(Array.from({ length: 105 }, (_, i) => [i, i * i]))",
    "new Uint8Array([1, 2]), new Float64Array(3), new BigInt64Array(2), new Uint8Array(200)",
    "new Uint8Array([1, 255]).buffer, new DataView(new ArrayBuffer(2), 1)",
    "new Date(0), new Date(NaN), /a+/giu, [new Date(0), /b/]",
    "function named() {}, () => {}, class Shape {}, class Square extends Array {}, async () => {}, function* g() {}",
    "[function named() {}, Object.assign(() => {}, { a: 1 }), class {}, Math.max, Object]",
    "class Point { constructor() { this.x = 1; } }, new (class Point { constructor() { this.x = 1; } })()",
    "new (class Stack extends Array {})(3), new (class Bag extends Map {})([[1, 2]]), new (class Empty {})()",
    "Object.create(null), Object.create({ inherited: 1 }), Object.create(class A {}.prototype)",
    "new Number(-0), new String('abc'), new Boolean(false), Object(Symbol('s')), Object(1n)",
    "Promise.resolve({ a: 1 }), new Promise(() => {}), new WeakMap(), new WeakSet()",
    "{ get a() { return 1; }, set a(v) {}, get b() { return 1; }, set c(v) {} }",
    "(() => { const loop = { name: 'x' }; loop.self = loop; loop.list = [loop, { loop }]; return loop; })()",
    "(() => { const shared = { a: 1 }; return [shared, shared]; })()",
    "(function () { return arguments; })(1, 'two')",
    "{ a: 'x'.repeat(30), b: 'y'.repeat(26) }, { a: 'x'.repeat(30), b: 'y'.repeat(20) }",
    "{ text: 'a line\\nand another that is much longer than the first one was, so that it is split' }",
    "{ a: [1, 2, { b: new Map([[{ deep: 1 }, 'v']]) }], f() {}, async g() {}, h: class {} }",
    "[[1, 2, [3, 4, [5, [6]]]], { a: { b: { c: { d: 1 } } } }]",
    "{ [Symbol.toStringTag]: 'Tagged', a: 1 }, new (class A { get [Symbol.toStringTag]() { return 'B'; } })()",
    "Math, JSON, Reflect, globalThis === undefined",
    "[1.5, -2.25, 1e21, NaN, Infinity, -0]",
    "'x'.repeat(10), ['y'.repeat(10_050)]",
    "{ [Symbol.for('nodejs.util.inspect.custom')]() { return 'as it wants'; } }",
  ])("%s", (values) => {
    expect(print(`console.log(${values})`).stdout).toBe(inNode(values));
  });

  test("whatever is nested in whatever", () => {
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.oneof(
          fc.integer(),
          fc.string({ unit: "binary-ascii" }),
          fc.boolean(),
          fc.constant(null),
          fc.double(),
        ),
        fc.array(tie("any"), { maxLength: 12 }),
        fc.dictionary(fc.string({ maxLength: 12 }), tie("any"), { maxKeys: 8 }),
      ),
    })).any;
    fc.assert(
      fc.property(value, (value) => {
        const values = JSON.stringify(value).replaceAll('"__proto__"', '["__proto__"]');
        expect(print(`console.log(${values})`).stdout).toBe(inNode(values));
      }),
      { numRuns: 100 },
    );
  });
});

test.each([
  "'%s is %d of %i, %f', 'x', 3, 4.9, '2.5', 'more'",
  "'%s', { a: { b: 1 } }",
  "'%s %s', Symbol('s'), 5n",
  "'%s', new (class A { toString() { return 'own'; } })()",
  "'%o', { f: [1, 2] }",
  "'%O', { a: { b: { c: { d: 1 } } } }",
  "'%j', { a: [1] }",
  "'100%% of %s'",
  "'100%% of %s', 1",
  "'%d%d', '12', {}",
  "'%c styled', 'color: red'",
  "'%s'",
  "'%x %s', 1",
  "5, '%s', 6",
  "'%s', -0",
  "'%s', null, undefined",
])("a format is filled as Node fills it: %s", (values) => {
  expect(print(`console.log(${values})`).stdout).toBe(inNode(values));
});

test("an error is written with its calls, its cause and what else it has", () => {
  const { stdout } = print(`
    class LimitError extends Error {}
    function fail() { throw new LimitError("too much", { cause: new TypeError("inner") }); }
    try { fail(); } catch (error) { error.code = "E1"; console.log(error); console.log({ error }); }
  `);
  expect(stdout).toMatchInlineSnapshot(`
    "LimitError: too much
        at LimitError (main.js:2:37)
        at fail (main.js:3:43)
        at <eval> (main.js:4:15) {
      code: 'E1',
      [cause]: TypeError: inner
          at fail (main.js:3:78)
          at <eval> (main.js:4:15)
    }
    {
      error: LimitError: too much
          at LimitError (main.js:2:37)
          at fail (main.js:3:43)
          at <eval> (main.js:4:15) {
        code: 'E1',
        [cause]: TypeError: inner
            at fail (main.js:3:78)
            at <eval> (main.js:4:15)
      }
    }
    "
  `);
});

test("console.table draws rows and columns", () => {
  const { stdout } = print(`
    console.table([{ n: 1, ok: true }, { n: 20, name: "x" }]);
    console.table([[1, 2], [3]]);
    console.table({ first: { a: 1 }, second: 7 }, ["a"]);
    console.table(new Map([["k", 1]]));
    console.table("no table");
  `);
  expect(stdout).toMatchInlineSnapshot(`
    "┌─────────┬────┬──────┬──────┐
    │ (index) │ n  │ ok   │ name │
    ├─────────┼────┼──────┼──────┤
    │ 0       │ 1  │ true │      │
    │ 1       │ 20 │      │ 'x'  │
    └─────────┴────┴──────┴──────┘
    ┌─────────┬───┬───┐
    │ (index) │ 0 │ 1 │
    ├─────────┼───┼───┤
    │ 0       │ 1 │ 2 │
    │ 1       │ 3 │   │
    └─────────┴───┴───┘
    ┌─────────┬───┬────────┐
    │ (index) │ a │ Values │
    ├─────────┼───┼────────┤
    │ first   │ 1 │        │
    │ second  │   │ 7      │
    └─────────┴───┴────────┘
    ┌───────────────────┬─────┬────────┐
    │ (iteration index) │ Key │ Values │
    ├───────────────────┼─────┼────────┤
    │ 0                 │ 'k' │ 1      │
    └───────────────────┴─────┴────────┘
    no table
    "
  `);
});

test("groups indent what is printed, also over several lines, errors and warnings go to stderr", () => {
  const { stdout, stderr } = print(`
    console.group("outer"); console.info("in"); console.groupCollapsed(); console.debug("a\\nb");
    console.groupEnd(); console.groupEnd(); console.groupEnd(); console.log("out"); console.log();
    console.error("bad"); console.warn("odd");
  `);
  expect(stdout).toBe("outer\n  in\n    a\n    b\nout\n\n");
  expect(stderr).toBe("bad\nodd\n");
});

test("counts, times and assertions are told as in Node", () => {
  let clockMs = 0;
  const { stdout, stderr } = print(
    `
    console.count(); console.count("loop"); console.count(); console.countReset(); console.count();
    console.time("work"); console.timeLog("work", "so far", { n: 1 }); console.timeEnd("work"); console.timeEnd("work");
    console.assert(true, "unheard"); console.assert(false); console.assert(false, "is %d", 5); console.assert(false, { a: 1 });
    console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 });
  `,
    { nowMs: () => (clockMs += 750.5) },
  );
  expect(stdout).toMatchInlineSnapshot(`
    "default: 1
    loop: 1
    default: 2
    default: 1
    work: 750.5ms so far { n: 1 }
    work: 1.501s
    { a: [Object] }
    "
  `);
  expect(stderr).toMatchInlineSnapshot(`
    "Warning: No such label 'work' for console.timeEnd()
    Assertion failed
    Assertion failed: is 5
    Assertion failed: { a: 1 }
    "
  `);
});

test("a trace names the learner's calls only", () => {
  const { stderr } = print(`function outer() { console.trace("here %d", 1); }\nouter();`);
  expect(stderr).toMatchInlineSnapshot(`
    "Trace: here 1
        at outer (main.js:1:33)
        at <eval> (main.js:2:6)
    "
  `);
});

test("a program that spoils the built-ins still prints", () => {
  const { stdout } = print(`
    const kept = new Map([[1, 2]]);
    const spoilt = () => { throw new Error("spoilt"); };
    const { defineProperty, ownKeys } = Reflect;
    const prototypes = [String.prototype, Map.prototype, RegExp.prototype, Array.prototype];
    const names = prototypes.map((prototype) => ownKeys(prototype).filter((name) => name !== "constructor" && name !== Symbol.toStringTag));
    for (let at = 0; at < prototypes.length; at += 1)
      for (let nth = 0; nth < names[at].length; nth += 1)
        try { defineProperty(prototypes[at], names[at][nth], { get: spoilt, set: spoilt }); } catch {}
    defineProperty(Object.prototype, "0", { get: spoilt, set: spoilt });
    Object.keys = Array.isArray = Reflect.ownKeys = JSON.stringify = Symbol = Map = null;
    console.log({ list: [1, 2], kept }, "text");
  `);
  expect(stdout).toBe("{ list: [ 1, 2 ], kept: Map(1) { 1 => 2 } } text\n");
});

test("what the prelude adds is hidden from loops and named as it should be", () => {
  const { stdout } = print(`
    console.log(Object.keys(globalThis));
    console.log(console.log.name, console.log.length, setTimeout.name, setTimeout.length, queueMicrotask.length);
    console.log(console.log instanceof Function, console instanceof Object, Object.keys(console).includes("table"));
    console.log("prototype" in setTimeout, Object.prototype.toString.call(console));
  `);
  expect(stdout).toMatchInlineSnapshot(`
    "[]
    log 0 setTimeout 1 1
    true true true
    false [object Object]
    "
  `);
});
