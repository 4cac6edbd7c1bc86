import { expect, test } from "vitest";
import type { CallCase } from "@/lib/run/check-plan";
import { bootInNode } from "./boot-in-node";

const { heard, runtime } = await bootInNode();

type Case = [call: string, args: CallCase["arguments"], returns: CallCase["returns"]];

async function check(code: string, ...cases: Case[]) {
  await runtime.replay([]);
  const asked = cases.map(([call, args, returns], index) => ({
    id: String(index),
    call,
    arguments: args,
    returns,
  }));
  return runtime.check({ path: "caesar.py", code }, { cases: asked, script: null });
}
const outcomes = async (...given: Parameters<typeof check>) =>
  (await check(...given)).cases.map(({ outcome }) => outcome);

test("evidence says what was equal, what was different and what raised, with its line", async () => {
  const { cases } = await check(
    `def encrypt(text, key):\n    if key > 25:\n        raise ValueError("key too large")\n    return text * key`,
    ["encrypt", ["a", 2], "aa"],
    ["encrypt", ["a", 3], "aa"],
    ["encrypt", ["a", 30], "aa"],
    ["decrypt", ["a", 1], "a"],
  );
  expect(cases).toMatchInlineSnapshot(`
    [
      {
        "id": "0",
        "outcome": "equal",
      },
      {
        "expected": "'aa'",
        "got": "'aaa'",
        "id": "1",
        "outcome": "different",
      },
      {
        "id": "2",
        "line": 3,
        "message": "ValueError: key too large",
        "outcome": "raised",
      },
      {
        "id": "3",
        "line": null,
        "message": "There is no function \`decrypt\` in caesar.py.",
        "outcome": "raised",
      },
    ]
  `);
});

test.each([
  ["(1, 2)", [1, 2], "equal"],
  [
    "[(1, 'a'), (2, 'b')]",
    [
      [1, "a"],
      [2, "b"],
    ],
    "equal",
  ],
  ["2.0", 2, "equal"],
  ["0.1 + 0.2", 0.3, "different"],
  ["True", 1, "different"],
  ["1", true, "different"],
  ["[True]", [1], "different"],
  ["None", null, "equal"],
  ["0", null, "different"],
  ["{'a': (1,)}", { a: [1] }, "equal"],
  ["{'a': 1, 'b': 2}", { a: 1 }, "different"],
  ["{1: 'a'}", { "1": "a" }, "different"],
  ["'12'", ["1", "2"], "different"],
  ["{1, 2}", [1, 2], "different"],
])("%s against %j is %s", async (given, returns, outcome) => {
  expect(await outcomes(`def f(): return ${given}`, ["f", [], returns])).toEqual([outcome]);
});

test("every case gets arguments of its own", async () => {
  const code = "def drain(values):\n    values.clear()\n    return len(values)";
  expect(await outcomes(code, ["drain", [[1, 2]], 0], ["drain", [[1, 2]], 0])).toEqual(["equal", "equal"]);
});

test("long values are shortened, and one that cannot be shown says so", async () => {
  const { cases } = await check(
    `class Odd:\n    def __repr__(self): return 1 / 0\ndef long(): return "x" * 1_000\ndef odd(): return Odd()`,
    ["long", [], "y"],
    ["odd", [], "y"],
  );
  expect(cases[0]).toMatchObject({ got: `'${"x".repeat(198)}…` });
  expect(cases[1]).toMatchObject({
    got: "<Odd that cannot be shown: ZeroDivisionError: division by zero>",
  });
});

test("a function that leaves by sys.exit raised", async () => {
  const { cases } = await check("import sys\ndef f():\n    sys.exit(2)", ["f", [], 1]);
  expect(cases).toEqual([{ id: "0", outcome: "raised", message: "SystemExit: 2", line: 3 }]);
});

test("a file that cannot be loaded gives its traceback and no evidence", async () => {
  const { end, traceback, cases } = await check("1 / 0", ["f", [], 1]);
  expect(end).toEqual({ outcome: "raised", message: "ZeroDivisionError: division by zero" });
  expect(traceback).toContain('File "caesar.py", line 1');
  expect(cases).toEqual([]);
});

test("the file is a module, not a script, and its prints are heard", async () => {
  heard();
  await check(`print(__name__)\nif __name__ == "__main__": print("script")`, ["f", [], 1]);
  expect(heard().map(({ text }) => text)).toEqual(["caesar", "\n"]);
});

test("names of earlier cells are known to the file", async () => {
  await runtime.replay([{ path: "one.py", code: "ALPHABET = 'abc'" }]);
  const { cases } = await runtime.check(
    { path: "caesar.py", code: "def first(): return ALPHABET[0]" },
    { cases: [{ id: "a", call: "first", arguments: [], returns: "a" }], script: null },
  );
  expect(cases).toEqual([{ id: "a", outcome: "equal" }]);
});

test("work is counted for the call alone, on the learner's file and on the starter", async () => {
  await runtime.replay([]);
  const { end, counts } = await runtime.count(
    { path: "caesar.py", code: "TABLE = [n for n in range(1_000)]\ndef f(n):\n    return TABLE[n]" },
    {
      call: "f",
      arguments: [3],
      starter: "def f(n):\n    for m in range(1_000):\n        if m == n:\n            return m",
    },
  );
  expect(end).toEqual({ outcome: "finished" });
  expect(counts).toEqual([2, 11]);
});

test("a call that raises while it is counted gives a traceback and no count", async () => {
  await runtime.replay([]);
  const { end, counts, traceback } = await runtime.count(
    { path: "caesar.py", code: "def f(n):\n    return 1 / n" },
    { call: "f", arguments: [0], starter: "def f(n): return n" },
  );
  expect(end.outcome).toBe("raised");
  expect(counts).toEqual([]);
  expect(traceback).toMatch(/line 2, in f\n {4}return 1 \/ n/);
});

/** What an author's tests, which are the functions of this script, say about a learner's file. */
async function judge(code: string, script: string, seed = 1) {
  await runtime.replay([]);
  const tests = [...script.matchAll(/^def (\w+)/gm)].map(([, name = ""]) => ({ id: name, test: name }));
  return runtime.check({ path: "caesar.py", code }, { cases: tests, script: { code: script, seed } });
}

test("a test passes by returning, and fails with its author's sentence", async () => {
  const { end, cases } = await judge(
    "def double(n): return n * 3",
    `
def passes(attempt):
    assert attempt.load().double(0) == 0, "never said"
def fails(attempt):
    got = attempt.load().double(2)
    assert got == 4, f"double(2) gave {got}, not 4."`,
  );
  expect(end).toEqual({ outcome: "finished" });
  expect(cases).toEqual([
    { id: "passes", outcome: "equal" },
    { id: "fails", outcome: "failed", message: "double(2) gave 6, not 4." },
  ]);
});

test("an error of the learner's ends a test with its line, an assertion of the learner's too", async () => {
  const { cases } = await judge(
    `def divide(n): return 1 / n\ndef claim(n):\n    assert n > 3, "n is too small"`,
    `
def divides(attempt): attempt.load().divide(0)
def claims(attempt): attempt.load().claim(1)
def loads(attempt): attempt.load()`,
  );
  expect(cases).toEqual([
    { id: "divides", outcome: "raised", message: "ZeroDivisionError: division by zero", line: 1 },
    { id: "claims", outcome: "raised", message: "AssertionError: n is too small", line: 3 },
    { id: "loads", outcome: "equal" },
  ]);
});

test("a file that cannot be loaded fails the tests that load it, and no others", async () => {
  const { end, cases } = await judge(
    "x = 1\nx.y",
    "def first(attempt): pass\ndef second(attempt): attempt.load()",
  );
  expect(end).toEqual({ outcome: "finished" });
  expect(cases).toMatchObject([{ outcome: "equal" }, { outcome: "raised", line: 2 }]);
});

test("what a test draws at random is another value for every seed, and the same for the same", async () => {
  const script = "def draws(attempt): assert False, str(attempt.random.random())";
  const drawn = async (seed: number) => (await judge("", script, seed)).cases;
  expect(await drawn(1)).toEqual(await drawn(1));
  expect(await drawn(1)).not.toEqual(await drawn(2));
});
