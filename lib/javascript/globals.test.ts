import variant from "@jitl/quickjs-wasmfile-release-sync";
import { newQuickJSWASMModuleFromVariant } from "quickjs-emscripten-core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { openVirtualMachine } from "./virtual-machine";

const quickjs = await newQuickJSWASMModuleFromVariant(variant);

/** What a script's last value is shown as. */
function value(code: string) {
  const machine = openVirtualMachine({
    quickjs,
    nowMs: () => 5,
    isInterrupted: () => false,
    write: () => true,
  });
  try {
    const done = machine.evaluate({ path: "main.js", code });
    if ("error" in done) return done.error.message;
    using held = done.value;
    return machine.shown(held, 10_000);
  } finally {
    machine.dispose();
  }
}

test("structuredClone copies what data is made of, each once, in the program's own realm", () => {
  const code = `
    const shared = { n: 1 };
    const data = {
      shared, again: shared, map: new Map([[shared, new Set([1, "two"])]]), date: new Date(0), expression: /a+/gi,
      bytes: new Uint8Array([1, 2, 3]).subarray(1), hole: [1, , 3], big: 5n, nothing: undefined, text: new String("s"),
    };
    data.self = data;
    const copy = structuredClone(data);
    const checks = [
      copy !== data, copy.self === copy, copy.shared === copy.again, copy.shared !== shared,
      copy.map instanceof Map, copy.map.has(copy.shared), copy.bytes instanceof Uint8Array, copy.bytes.length === 2,
      copy.date instanceof Date, copy.expression instanceof RegExp, !(1 in copy.hole), copy.hole instanceof Array,
      copy instanceof Object, "nothing" in copy, copy.text instanceof String,
    ];
    [checks.every(Boolean), copy.bytes, copy.expression, copy.map];
  `;
  expect(value(code)).toMatchInlineSnapshot(`
    "[
      true,
      Uint8Array(2) [ 2, 3 ],
      /a+/gi,
      Map(1) { { n: 1 } => Set(2) { 1, 'two' } }
    ]"
  `);
});

test("structuredClone copies errors with their class, and objects without their class", () => {
  const code = `
    class Point { x = 1; get y() { return 2; } }
    const error = structuredClone(new RangeError("far", { cause: new Error("why") }));
    const point = structuredClone(new Point());
    [error instanceof RangeError, error.message, error.cause.message, error.name, point, point instanceof Point];
  `;
  expect(value(code)).toBe("[ true, 'far', 'why', 'RangeError', { x: 1 }, false ]");
});

test.each([
  "() => {}",
  "Symbol('s')",
  "{ inner: { method() {} } }",
  "Promise.resolve()",
  "new WeakMap()",
  "[class A {}]",
])("structuredClone refuses %s", (given) => {
  expect(
    value(
      `try { structuredClone(${given}) } catch (error) { [error.name, error.code, error instanceof Error] }`,
    ),
  ).toBe("[ 'DataCloneError', 25, true ]");
});

test("a transferred buffer is empty afterwards", () => {
  const code = `
    const buffer = new Uint8Array([1, 2]).buffer;
    const copy = structuredClone({ buffer }, { transfer: [buffer] });
    [copy.buffer.byteLength, buffer.byteLength];
  `;
  expect(value(code)).toBe("[ 2, 0 ]");
});

test("texts are encoded and decoded as the host does", () => {
  const anyText = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ unit: "grapheme" })), (text) => {
      const bytes = [...new TextEncoder().encode(text)];
      const code = `const bytes = new TextEncoder().encode(${JSON.stringify(text)});
        JSON.stringify([[...bytes], new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)]) === ${JSON.stringify(JSON.stringify([bytes, text]))}`;
      expect(value(code)).toBe("true");
    }),
    { numRuns: 30 },
  );
});

test("bytes that are no text are decoded as the host does, in one piece and in two", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0x41, 0x80, 0xa0, 0xbf, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf8), {
        maxLength: 8,
      }),
      fc.nat(8),
      (bytes, cut) => {
        const expected = new TextDecoder().decode(new Uint8Array(bytes));
        const code = `const bytes = new Uint8Array(${JSON.stringify(bytes)}), decoder = new TextDecoder();
          const pieces = decoder.decode(bytes.subarray(0, ${cut}), { stream: true }) + decoder.decode(bytes.subarray(${cut}));
          [new TextDecoder().decode(bytes), pieces].every((text) => text === ${JSON.stringify(expected)})`;
        expect(value(code)).toBe("true");
      },
    ),
    { numRuns: 60 },
  );
});

test("a decoder refuses what it cannot decode where it is asked to, and an encoding it does not know", () => {
  expect(
    value(
      "try { new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([255])) } catch (e) { e instanceof TypeError }",
    ),
  ).toBe("true");
  expect(value("try { new TextDecoder('latin1') } catch (e) { e instanceof RangeError }")).toBe("true");
});

test("encodeInto writes whole characters only", () => {
  expect(
    value(
      "const t = new Uint8Array(4); const { read, written } = new TextEncoder().encodeInto('aä€', t); [read, written, t]",
    ),
  ).toBe("[ 2, 3, Uint8Array(4) [ 97, 195, 164, 0 ] ]");
});

test("base64 there and back, and what is refused", () => {
  const code = "[btoa(''), btoa('a'), btoa('ab'), btoa('abc\\xff'), atob(' YW\\nI='), atob('YQ')]";
  expect(value(code)).toBe("[ '', 'YQ==', 'YWI=', 'YWJj/w==', 'ab', 'a' ]");
  for (const text of ["a", "ab=c", "é"])
    expect(value(`try { atob("${text}") } catch (e) { e.name }`)).toBe("'InvalidCharacterError'");
  expect(value("try { btoa('€') } catch (e) { e.name }")).toBe("'InvalidCharacterError'");
});

test("classes of the prelude are the program's own", () => {
  expect(
    value(`[Object.getPrototypeOf(TextEncoder) === Function.prototype, new TextEncoder() instanceof Object,
      Object.prototype.toString.call(new TextDecoder()), new TextEncoder().encode("a") instanceof Uint8Array,
      TextEncoder.name, TextEncoder.length, structuredClone.length, atob.name, performance.now()]`),
  ).toMatchInlineSnapshot(`
    "[
      true,
      true,
      '[object TextDecoder]',
      true,
      'TextEncoder',
      0,
      1,
      'atob',
      5
    ]"
  `);
});
