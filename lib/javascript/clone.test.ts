import { expect, test } from "vitest";
import { openProcess } from "./process-for-tests";
import cloneSource from "./guest/clone.guest.js";

/** Evaluates `check` with `there`, which gives a value as another process would receive it. */
async function check(code: string): Promise<unknown> {
  const { process } = await openProcess();
  const { machine } = process;
  const clone = machine.install(cloneSource, "clone");
  machine.context.setProp(machine.context.global, "clone", clone);
  const result = machine.evaluate({
    path: "main.js",
    code: `
      const there = (value) => {
        const { text, buffers } = clone.encode(value, "value");
        return clone.decode(JSON.parse(text), buffers.map((buffer) => buffer.slice()));
      };
      const problemOf = (value) => { try { there(value); return "none"; } catch (error) { return error.name + ": " + error.message; } };
      ${code}`,
  });
  if ("error" in result) throw new Error(`${result.error.message}\n${result.error.stack}`);
  using value = result.value;
  const dumped: unknown = machine.context.dump(value);
  return dumped;
}

test.each([
  [
    "plain values",
    `JSON.stringify(there({ a: [1, "two", true, null], b: {} }))`,
    '{"a":[1,"two",true,null],"b":{}}',
  ],
  [
    "odd numbers",
    `there([NaN, -0, Infinity, -Infinity, 0]).map((n) => Object.is(n, -0) ? "-0" : String(n)).join()`,
    "NaN,-0,Infinity,-Infinity,0",
  ],
  [
    "undefined and big numbers",
    `[String(there(undefined)), String(there({ a: undefined }).a), there(12n ** 30n) === 12n ** 30n].join()`,
    "undefined,undefined,true",
  ],
  ["texts with half a pair and a zero", `there("a\\0b\\ud800") === "a\\0b\\ud800"`, true],
  ["maps and sets", `there(new Map([["k", new Set([1])]])).get("k").has(1)`, true],
  [
    "dates, broken ones too",
    `[there(new Date(5)).getTime(), String(there(new Date(NaN)))].join()`,
    "5,Invalid Date",
  ],
  ["patterns", `String(there(/a\\/b/giu))`, "/a\\/b/giu"],
  [
    "holes and names of a list",
    `const list = [1, , 3]; list.name = "x"; const got = there(list); [got.length, 1 in got, got.name].join()`,
    "3,false,x",
  ],
  [
    "circles",
    `const circle = { list: [] }; circle.list.push(circle); const got = there(circle); got.list[0] === got`,
    true,
  ],
  [
    "the same object twice",
    `const one = {}; const got = there([one, new Map([[one, one]])]); got[1].get(got[0]) === got[0]`,
    true,
  ],
  [
    "views of one buffer",
    `const bytes = new Uint8Array([1, 2, 3]); const got = there([bytes, new DataView(bytes.buffer, 1)]); got[1].getUint8(0) + String(got[0].buffer === got[1].buffer)`,
    "2true",
  ],
  ["boxes", `typeof there(new Number(1)) + there(new String("s")).length`, "object1"],
  ["own __proto__", `Object.hasOwn(there(JSON.parse('{"__proto__":{"a":1e999}}')), "__proto__")`, true],
  [
    "instances as plain objects",
    `class Point { x = 1; } const got = there(new Point()); Object.getPrototypeOf(got) === Object.prototype && got.x === 1`,
    true,
  ],
  [
    "errors with their cause",
    `const got = there(new RangeError("r", { cause: new TypeError("t") })); [got instanceof RangeError, got.cause instanceof TypeError, got.message, got.stack.includes("main.js")].join()`,
    "true,true,r,true",
  ],
  ["errors of one's own", `class Bad extends Error { name = "Bad"; } String(there(new Bad("b")))`, "Bad: b"],
])("another process receives %s as they are", async (_, code, expected) => {
  expect(await check(code)).toBe(expected);
});

test.each([
  ["{ a: [() => 1] }", "value.a[0] is a function"],
  [`{ "two words": Symbol("s") }`, `value["two words"] is a symbol`],
  ["new Map([[1, Promise.resolve()]])", "a value of value is a Promise"],
  ["new WeakMap()", "value is a WeakMap"],
])("what cannot be sent is named by its path: %s", async (value, problem) => {
  expect(await check(`problemOf(${value})`)).toBe(
    `DataCloneError: ${problem}, which cannot be sent to another process.`,
  );
});
