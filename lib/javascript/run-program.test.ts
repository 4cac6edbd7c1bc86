import { expect, test } from "vitest";
import { capMemory } from "@/lib/machine/cap-memory.worker";
import { openProcess } from "./process-for-tests";
import { runProgram } from "./run-program";

// As in the product: what the program may use, and as much again for the engine itself.
capMemory(128 * 1024 * 1024);

async function run(code: string, { stopAfterTicks = Infinity, memoryLimitBytes = 64 * 1024 * 1024 } = {}) {
  let polls = 0;
  const isInterrupted = () => (polls += 1) > stopAfterTicks;
  const { process, printed, dispose } = await openProcess({ isInterrupted, memoryLimitBytes });
  const end = await runProgram(process, { path: "main.js", code });
  dispose();
  return { end, ...printed };
}

test("what a program logs is written as people know it", async () => {
  const { stdout, end } = await run(`
    console.log("text", 1, -0, 2n, null, undefined, true, Symbol("s"));
    console.log({ a: 1, "b-c": [1, "two", { three: new Map([["k", new Set([1])]]) }] });
    console.log([1, , 3], function named() {}, class Shape {}, () => {});
    console.log("%s is %d", "x", 3, "more");
    console.log(new Uint8Array([1, 2]), new Date(0), /a+/g);
  `);
  expect(end).toEqual({ outcome: "finished" });
  expect(stdout).toMatchInlineSnapshot(`
    "text 1 -0 2n null undefined true Symbol(s)
    { a: 1, 'b-c': [ 1, 'two', { three: [Map] } ] }
    [ 1, <1 empty item>, 3 ] [Function: named] [class Shape] [Function (anonymous)]
    x is 3 more
    Uint8Array(2) [ 1, 2 ] 1970-01-01T00:00:00.000Z /a+/g
    "
  `);
});

test("a long array is cut and a wide object is laid out over lines", async () => {
  const { stdout } = await run(`
    console.log(Array.from({ length: 130 }, (_, index) => index));
    const loop = { name: "x".repeat(40), other: "y".repeat(40) };
    loop.self = loop;
    console.log(loop);
  `);
  expect(stdout).toContain("... 30 more items");
  expect(stdout).toContain("[Circular *1]");
  expect(stdout).toContain("{\n  name: ");
});

test("an error names the learner's line and function", async () => {
  const { end, stderr } = await run(
    `function half(x) {\n  return x.length.y.z;\n}\n[1].map((x) => half(x));\n`,
  );
  expect(end).toMatchObject({ outcome: "raised" });
  expect(stderr).toMatchInlineSnapshot(`
    "TypeError: cannot read property 'y' of undefined
        at half (main.js:2:18)
        at <anonymous> (main.js:4:20)
        at <eval> (main.js:4:8)
    "
  `);
});

test("a syntax error names its line", async () => {
  const { end, stderr } = await run("let a = 1;\nlet = = 2;\n");
  expect(end).toMatchObject({ outcome: "raised" });
  expect(stderr).toContain("main.js:2");
});

test("promises and timers run until nothing is left to wait for", async () => {
  const { stdout } = await run(`
    setTimeout(() => console.log("late"), 20);
    setTimeout(() => console.log("early"), 1);
    const every = setInterval(() => { console.log("tick"); clearInterval(every); }, 5);
    Promise.resolve().then(() => console.log("job"));
    console.log("first");
  `);
  expect(stdout).toBe("first\njob\nearly\ntick\nlate\n");
});

test("a rejected promise nobody handles does not end in silence", async () => {
  const { end, stderr } = await run(`(async () => { null.x; })();`);
  expect(end).toMatchObject({ outcome: "raised" });
  expect(stderr).toContain("TypeError");
});

test("an endless loop ends when it is interrupted", async () => {
  const { end } = await run("for (;;);", { stopAfterTicks: 3 });
  expect(end).toEqual({ outcome: "interrupted" });
});

test("a program cannot catch its interruption", async () => {
  const { end } = await run("for (;;) { try { for (;;); } catch {} }", { stopAfterTicks: 3 });
  expect(end).toEqual({ outcome: "interrupted" });
});

test("memory past the limit is an error of the program", async () => {
  const { end } = await run(`const kept = []; for (;;) kept.push(new Uint8Array(1e6));`);
  expect(end).toEqual({ outcome: "out-of-memory" });
});

test("deep recursion raises and the machine goes on", async () => {
  const { end, stdout } = await run(`
    function down() { return down() + 1; }
    try { down(); } catch (error) { console.log(error.name); }
    console.log("still here");
  `);
  expect(end).toEqual({ outcome: "finished" });
  expect(stdout).toContain("still here");
});

test("a program finds nothing of the page, the worker or the network", async () => {
  const { stdout } = await run(`
    const names = ["fetch", "XMLHttpRequest", "WebSocket", "document", "window", "self", "navigator", "indexedDB",
      "localStorage", "caches", "importScripts", "Worker", "postMessage", "require"];
    console.log(names.filter((name) => name in globalThis).length);
    console.log(typeof (function () {}).constructor("return this")().fetch);
    console.log(Reflect.ownKeys(process).join(), process.constructor === Object);
  `);
  expect(stdout).toBe("0\nundefined\nexitCode,exit true\n");
});

test.each([
  ["throw null;", "Uncaught null"],
  ["throw 'text';", "Uncaught 'text'"],
  ["throw { code: 7 };", "Uncaught { code: 7 }"],
  ["throw { toString() { for (;;); } };", "Uncaught { toString: [Function: toString] }"],
])("what is thrown and is no error is shown: %s", async (code, message) => {
  const { end, stderr } = await run(code);
  expect(end).toEqual({ outcome: "raised", message });
  expect(stderr).toContain(message);
});

test("where no memory is left even for an error, the limit is what is told", async () => {
  const { end } = await run("const sea = new Map();\nfor (let drop = 0; ; drop++) sea.set(drop, { drop });");
  expect(end).toEqual({ outcome: "out-of-memory" });
});

test("process.exit ends a program at once, wherever it is called and whoever would catch it", async () => {
  for (const code of [
    "try { process.exit(3); } catch { console.log('caught'); } finally { console.log('finally'); }",
    "setTimeout(() => process.exit(3), 1); setInterval(() => {}, 1);",
    "await null; process.exit(3); console.log('on');",
    "import process from 'node:process'; process.exitCode = 3; Promise.resolve().then(() => process.exit());",
  ]) {
    const { process, printed } = await openProcess();
    expect(await runProgram(process, { path: "main.js", code })).toEqual({ outcome: "finished" });
    expect([process.machine.exitCode(), printed.stdout + printed.stderr]).toEqual([3, ""]);
  }
});

test("process.exitCode is what a program ends with, and only a small whole number", async () => {
  const { process, printed } = await openProcess();
  const code =
    "process.exitCode = 7; try { process.exitCode = 'many'; } catch (e) { console.log(e.message); }";
  expect(await runProgram(process, { path: "main.js", code })).toEqual({ outcome: "finished" });
  expect(process.machine.exitCode()).toBe(7);
  expect(printed.stdout).toContain("a whole number from 0 to 255");
});
