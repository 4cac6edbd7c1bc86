import { expect, test } from "vitest";
import type { CheckCase } from "@/lib/run/check-plan";
import { bootInNode } from "./boot-in-node";

const { heard, runtime } = await bootInNode();

type Case = [call: string, args: CheckCase["arguments"], returns: CheckCase["returns"]];

function check(code: string, ...cases: Case[]) {
  runtime.replay([]);
  const asked = cases.map(([call, args, returns], index) => ({
    id: String(index),
    call,
    arguments: args,
    returns,
  }));
  return runtime.check({ path: "caesar.py", code }, asked);
}
const outcomes = (...given: Parameters<typeof check>) => check(...given).cases.map(({ outcome }) => outcome);

test("evidence says what was equal, what was different and what raised, with its line", () => {
  const { cases } = check(
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
])("%s against %j is %s", (given, returns, outcome) => {
  expect(outcomes(`def f(): return ${given}`, ["f", [], returns])).toEqual([outcome]);
});

test("every case gets arguments of its own", () => {
  const code = "def drain(values):\n    values.clear()\n    return len(values)";
  expect(outcomes(code, ["drain", [[1, 2]], 0], ["drain", [[1, 2]], 0])).toEqual(["equal", "equal"]);
});

test("long values are shortened, and one that cannot be shown says so", () => {
  const { cases } = check(
    `class Odd:\n    def __repr__(self): return 1 / 0\ndef long(): return "x" * 1_000\ndef odd(): return Odd()`,
    ["long", [], "y"],
    ["odd", [], "y"],
  );
  expect(cases[0]).toMatchObject({ got: `'${"x".repeat(198)}…` });
  expect(cases[1]).toMatchObject({
    got: "<Odd that cannot be shown: ZeroDivisionError: division by zero>",
  });
});

test("a function that leaves by sys.exit raised", () => {
  const { cases } = check("import sys\ndef f():\n    sys.exit(2)", ["f", [], 1]);
  expect(cases).toEqual([{ id: "0", outcome: "raised", message: "SystemExit: 2", line: 3 }]);
});

test("a file that cannot be loaded gives its traceback and no evidence", () => {
  const { end, traceback, cases } = check("1 / 0", ["f", [], 1]);
  expect(end).toEqual({ outcome: "raised", message: "ZeroDivisionError: division by zero" });
  expect(traceback).toContain('File "caesar.py", line 1');
  expect(cases).toEqual([]);
});

test("the file is a module, not a script, and its prints are heard", () => {
  heard();
  check(`print(__name__)\nif __name__ == "__main__": print("script")`);
  expect(heard().map(({ text }) => text)).toEqual(["caesar", "\n"]);
});

test("names of earlier cells are known to the file", () => {
  runtime.replay([{ path: "one.py", code: "ALPHABET = 'abc'" }]);
  const { cases } = runtime.check({ path: "caesar.py", code: "def first(): return ALPHABET[0]" }, [
    { id: "a", call: "first", arguments: [], returns: "a" },
  ]);
  expect(cases).toEqual([{ id: "a", outcome: "equal" }]);
});

test("work is counted for the call alone, on the learner's file and on the starter", () => {
  runtime.replay([]);
  const { end, counts } = runtime.count(
    { path: "caesar.py", code: "TABLE = [n for n in range(1_000)]\ndef f(n):\n    return TABLE[n]" },
    {
      call: "f",
      arguments: [3],
      starter: "def f(n):\n    for m in range(1_000):\n        if m == n:\n            return m",
    },
  );
  expect(end).toEqual({ outcome: "finished" });
  expect(counts).toEqual([1, 10]);
});

test("a call that raises while it is counted gives a traceback and no count", () => {
  runtime.replay([]);
  const { end, counts, traceback } = runtime.count(
    { path: "caesar.py", code: "def f(n):\n    return 1 / n" },
    { call: "f", arguments: [0], starter: "def f(n): return n" },
  );
  expect(end.outcome).toBe("raised");
  expect(counts).toEqual([]);
  expect(traceback).toMatch(/line 2, in f\n {4}return 1 \/ n/);
});
