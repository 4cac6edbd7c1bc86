import variant from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant } from "quickjs-emscripten-core";
import { expect, test } from "vitest";
import { capMemory } from "@/lib/machine/cap-memory.worker";
import { endOfBrokenEngine } from "./broken-engine";
import { openVirtualMachine } from "./virtual-machine";

capMemory(192 * 1024 * 1024);

const MEMORY_LIMIT_BYTES = 128 * 1024 * 1024;

/** Runs a script in an engine of its own; gives its error, or null, and whether it was caught inside. */
async function errorOf(code: string, stopAfterTicks = Infinity) {
  let ticks = 0;
  const quickjs = await newQuickJSWASMModuleFromVariant(variant);
  const machine = openVirtualMachine({
    quickjs,
    write: () => true,
    nowMs: () => 0,
    isInterrupted: () => (ticks += 1) > stopAfterTicks,
  });
  machine.limitMemory(MEMORY_LIMIT_BYTES);
  try {
    const result = machine.evaluate({ path: "main.js", code });
    if ("error" in result) return { kind: result.error.kind, message: result.error.message };
    result.value.dispose();
    return null;
  } catch (error) {
    const end = endOfBrokenEngine(error);
    return { kind: end.outcome, message: "message" in end ? end.message : "" };
  }
}

test.each([
  ["deep JSON read", "JSON.parse('['.repeat(2e5) + ']'.repeat(2e5))"],
  ["deep JSON written", "let a = []; for (let i = 0; i < 1e5; i++) a = [a]; JSON.stringify(a)"],
  ["a deep list as text", "let a = []; for (let i = 0; i < 1e5; i++) a = [a]; String(a)"],
  ["deep code", "eval('('.repeat(1e5) + '1' + ')'.repeat(1e5))"],
  ["functions in functions", "eval('(function(){'.repeat(5e3) + '})'.repeat(5e3))"],
  ["a deep regular expression", "new RegExp('(?:'.repeat(5e3) + 'a' + ')*'.repeat(5e3))"],
  ["a comparison that sorts", "function f() { [1, 2].sort(f); return 0; } f();"],
  ["a proxy of a proxy", "let p = {}; for (let i = 0; i < 5e4; i++) p = new Proxy(p, {}); p.x"],
])("what is nested too deeply is an error of the program: %s", async (_, code) => {
  expect(await errorOf(code)).toMatchObject({
    kind: "raised",
    message: expect.stringContaining("stack overflow"),
  });
  expect(await errorOf("1 + 1")).toBeNull();
});

test.each([
  ["a regular expression that tries every way", "/^(a+)+$/.test('a'.repeat(40) + 'b')"],
  ["a long regular expression", "for (;;) /(a|b)*c/.test('ab'.repeat(500))"],
  ["a comparison that never ends", "[3, 1, 2].sort(() => { for (;;); })"],
  ["a callback that never ends", "'aaa'.replace(/a/g, () => { for (;;); })"],
  ["a getter that never ends", "JSON.stringify({ get x() { for (;;); } })"],
  ["an iterator that never ends", "Math.max(...(function* () { for (;;) yield* []; })())"],
])("Stop is heard inside a built-in: %s", async (_, code) => {
  expect(await errorOf(code, 20)).toMatchObject({ kind: "interrupted" });
});

test.each([
  ["an iterator that is collected", "Array.from((function* () { for (;;) yield 1; })())"],
  ["a text that doubles", "let s = 'ab'; for (;;) s += s.toUpperCase();"],
  ["lists joined", "let a = [1]; for (;;) a = a.concat(a);"],
  ["a text of texts", "'a'.repeat(2 ** 29).repeat(8)"],
  ["a buffer", "const kept = []; for (;;) kept.push(new Uint8Array(1e7));"],
])("memory past the limit is told as that or as a length that is none: %s", async (_, code) => {
  const error = await errorOf(code);
  expect(error?.kind === "out-of-memory" || /length/.test(error?.message ?? "")).toBe(true);
});
