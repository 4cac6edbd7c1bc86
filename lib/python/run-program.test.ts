import { expect, test } from "vitest";
import { capMemory } from "@/lib/machine/cap-memory.worker";
import type { ProgramFile } from "@/lib/run/run-request";
import { bootInNode } from "./boot-in-node";
import { stopAfter } from "./frame-for-tests";
import { runIn } from "./run-for-tests";

const booted = await bootInNode();
const { heard, runtime } = booted;
capMemory(256 * 1024 * 1024);

const run = (code: string, before: ProgramFile[] = []) => runIn(booted, code, before);

test("a print without a newline is delivered before the program goes on", async () => {
  const { said } = await run(`print("working", end="")\nprint(".", end="")`);
  expect(said.map(({ text }) => text)).toEqual(["working", "."]);
});

test("both streams keep the order in which they were written", async () => {
  const { said } = await run(`import sys\nprint("a")\nprint("b", file=sys.stderr)\nprint("c")`);
  const streams = said.filter(({ text }) => text !== "\n").map(({ stream }) => stream);
  expect(streams).toEqual(["stdout", "stderr", "stdout"]);
});

test("what is printed past the output limit is not even delivered", async () => {
  await runtime.replay([]);
  await runtime.limitOutput(10);
  await runtime.run({ path: "caesar.py", code: `for i in range(1_000): print("12345")` });
  await runtime.limitOutput(Number.MAX_SAFE_INTEGER);
  expect(
    heard()
      .map(({ text }) => text)
      .join(""),
  ).toBe("12345\n12345");
});

test("a traceback is CPython's own, and shows only the learner's lines", async () => {
  const { end, stderr } = await run(`def divide(n):\n    return 1 / n\n\ndivide(0)\n`);
  expect(end).toEqual({ outcome: "raised", message: "ZeroDivisionError: division by zero" });
  expect(stderr).toMatchInlineSnapshot(`
    "Traceback (most recent call last):
      File "caesar.py", line 4, in <module>
        divide(0)
        ~~~~~~^^^
      File "caesar.py", line 2, in divide
        return 1 / n
               ~~^~~
    ZeroDivisionError: division by zero
    "
  `);
});

test("a syntax error shows its place with a caret and no frames", async () => {
  const { end, stderr } = await run("print(");
  expect(end).toEqual({ outcome: "raised", message: "SyntaxError: '(' was never closed" });
  expect(stderr).toMatchInlineSnapshot(`
    "  File "caesar.py", line 1
        print(
             ^
    SyntaxError: '(' was never closed
    "
  `);
});

test("a misspelt name comes with Python's suggestion, in the message too", async () => {
  expect((await run("prnit(3)")).end).toEqual({
    outcome: "raised",
    message: "NameError: name 'prnit' is not defined. Did you mean: 'print'?",
  });
});

test("chained errors are shown from the first to the last", async () => {
  const { stderr } = await run(`
try:
    1 / 0
except ZeroDivisionError as error:
    raise ValueError("no") from error`);
  expect(stderr).toMatch(/ZeroDivisionError[^]*direct cause[^]*ValueError: no/);
  expect(stderr).not.toContain("machine_runtime");
});

test.each([
  ["sys.exit()", { outcome: "finished" }],
  ["sys.exit(0)", { outcome: "finished" }],
  ["sys.exit(3)", { outcome: "raised", message: "exit code 3" }],
  ["sys.exit('no file')", { outcome: "raised", message: "exit code 1" }],
])("%s ends the program as a shell would see it", async (exit, end) => {
  expect((await run(`import sys\n${exit}`)).end).toEqual(end);
});

test("the text given to sys.exit is for stderr", async () => {
  expect((await run(`import sys\nsys.exit("no file")`)).stderr).toBe("no file\n");
});

test("a program is a script: its name, its path and what it registered for the end", async () => {
  const { stdout } = await run(
    `import atexit, sys\natexit.register(print, "bye")\nprint(__name__, __file__, sys.argv)`,
  );
  expect(stdout).toBe("__main__ /home/learner/caesar.py ['caesar.py']\nbye\n");
});

test("earlier files are executed first, in the same names", async () => {
  const { stdout } = await run("print(double(x))", [
    { path: "one.py", code: "x = 21" },
    { path: "two.py", code: "def double(n): return n * 2" },
  ]);
  expect(stdout).toBe("42\n");
});

test("an error in an earlier file is reported with that file's line", async () => {
  const { end, traceback } = await runtime.replay([{ path: "one.py", code: "x = 1\nx / 0" }]);
  expect(end.outcome).toBe("raised");
  expect(traceback).toContain('File "one.py", line 2');
});

test("nothing of one run is known to the next", async () => {
  await run("secret = 1");
  expect((await run("print(secret)")).end).toMatchObject({ message: expect.stringContaining("NameError") });
});

test("random numbers are the same every time", async () => {
  const code = "import random\nprint(random.random(), random.sample(range(100), 5))";
  expect((await run(code)).stdout).toBe((await run(code)).stdout);
});

test("endless recursion is an ordinary error, and the next program runs", async () => {
  const { end, stderr } = await run("def again(n): return again(n + 1)\nagain(0)");
  expect(end).toEqual({ outcome: "raised", message: "RecursionError: maximum recursion depth exceeded" });
  expect(stderr).toContain("more times]");
  expect((await run("print(1)")).stdout).toBe("1\n");
});

test("asking for more memory than there is ends out of memory, with a traceback", async () => {
  const { end, stderr } = await run("x = 'x' * 10**9");
  expect(end).toEqual({ outcome: "out-of-memory" });
  expect(stderr).toMatch(/line 1[^]*MemoryError/);
});

test.each(["while True: pass", "import time\ntime.sleep(60)"])(
  "%j is ended by Stop, without a traceback",
  async (code) => {
    await runtime.replay([]);
    heard();
    stopAfter(booted, 100);
    expect(await runtime.run({ path: "caesar.py", code })).toEqual({
      end: { outcome: "interrupted" },
      traceback: "",
      exit_code: -2,
    });
    expect(heard()).toEqual([]);
  },
);

test("a program may clean up after Stop", async () => {
  await runtime.replay([]);
  heard();
  stopAfter(booted, 100);
  const code = `try:\n    while True: pass\nexcept KeyboardInterrupt:\n    print("tidy")`;
  expect((await runtime.run({ path: "caesar.py", code })).end).toEqual({ outcome: "finished" });
  expect(heard()[0]?.text).toBe("tidy");
});

test("a KeyboardInterrupt that the program raises by itself is its own error", async () => {
  expect((await run("raise KeyboardInterrupt")).end).toEqual({
    outcome: "raised",
    message: "KeyboardInterrupt",
  });
});

test("time.sleep sleeps as long as asked and refuses what it always refused", async () => {
  const { stdout } = await run(`
import time
start = time.perf_counter()
time.sleep(0.05)
time.sleep(0.0001)
print(0.05 <= time.perf_counter() - start < 0.5)
for wrong in (-1, "1"):
    try: time.sleep(wrong)
    except (ValueError, TypeError) as error: print(type(error).__name__)`);
  expect(stdout).toBe("True\nValueError\nTypeError\n");
});

test.each([
  "import pyodide_js",
  "from pyodide_js import _api",
  "from pyodide.code import run_js; run_js('1')",
  "from js import fetch",
  "import machine_runtime",
])("%j leads nowhere", async (code) => {
  expect((await run(code)).end).toMatchObject({
    outcome: "raised",
    message: expect.stringMatching(/^(ModuleNotFound|Import)Error/),
  });
});

test.each([
  ["an instance", "N(node)", "class N:\n    def __init__(self, next): self.next = next"],
  ["a tuple", "(1, node)", ""],
  ["a dict", "{'next': node}", ""],
])("a chain of 100,000 nodes, each %s, is freed without harm", async (_name, node, preamble) => {
  const { end, stdout } = await run(`${preamble}
def chain():
    node = None
    for _ in range(100_000): node = ${node}
chain()
print("freed")`);
  expect(end).toEqual({ outcome: "finished" });
  expect(stdout).toBe("freed\n");
});

test.each(["repr(a)", "a == b", "max([1], key=f)", "import json; json.dumps(a)"])(
  "%s too deep for the stack is a RecursionError",
  async (code) => {
    const { end } = await run(`
a, b = [], []
for _ in range(100_000): a, b = [a], [b]
def f(n): return max([1], key=f)
${code}`);
    expect(end).toMatchObject({ message: expect.stringContaining("RecursionError") });
  },
);
