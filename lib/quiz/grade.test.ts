import { expect, test } from "vitest";
import { type CodeEvidence, gradeQuiz } from "./grade";
import { Question } from "./question";

const question = (id: string, kind: string, options: Record<string, boolean>) =>
  Question.parse({
    id,
    kind,
    tags: ["loops"],
    prompt: "Which?",
    options: Object.entries(options).map(([option, right]) => ({
      id: option,
      text: "T",
      feedback: "F",
      right,
    })),
    explanation: "E",
  });

const single = question("sing", "single", { aaaa: true, bbbb: false, cccc: false });
const multiple = question("mult", "multiple", {
  aaaa: true,
  bbbb: true,
  cccc: true,
  dddd: false,
  eeee: false,
});

test.each([
  [["aaaa"], "right", 1],
  [["bbbb"], "wrong", 0],
  [[], "unanswered", 0],
])("a single choice answered %j is %s and earns %d", (chosen, outcome, points) => {
  expect(gradeQuiz([single], new Map([["sing", chosen]]))).toMatchObject({
    score: points,
    outOf: 1,
    questions: [{ id: "sing", outcome, points, chosen, right: ["aaaa"] }],
  });
});

test.each([
  [["aaaa", "bbbb", "cccc"], "right", 1],
  [["aaaa", "bbbb"], "partly", 0.67],
  [["aaaa"], "partly", 0.33],
  [["aaaa", "bbbb", "cccc", "dddd"], "partly", 0.67],
  [["aaaa", "dddd"], "wrong", 0],
  [["dddd", "eeee"], "wrong", 0],
  [["aaaa", "bbbb", "cccc", "dddd", "eeee"], "partly", 0.33],
  [[], "unanswered", 0],
])("a multiple choice of three right options answered %j is %s and earns %d", (chosen, outcome, points) => {
  expect(gradeQuiz([multiple], new Map([["mult", chosen]])).questions).toMatchObject([{ outcome, points }]);
});

test("the score is the sum of the points shown", () => {
  const answers = new Map([
    ["sing", ["aaaa"]],
    ["mult", ["aaaa", "bbbb"]],
  ]);
  expect(gradeQuiz([single, multiple], answers)).toMatchObject({ score: 1.67, outOf: 2 });
});

test("a question without an entry is unanswered", () => {
  expect(gradeQuiz([single, multiple], new Map()).questions.map(({ outcome }) => outcome)).toEqual([
    "unanswered",
    "unanswered",
  ]);
});

const fields = { tags: ["loops"], prompt: "Which?", explanation: "E" };
const feedback = "F";
const kinds = {
  statement: { kind: "true-or-false", right: false, whenTrue: feedback, whenFalse: feedback },
  number: { kind: "numeric", right: 1300, tolerance: 50, unit: "ms", feedback, otherwise: feedback },
  share: { kind: "numeric", right: 0.3, tolerance: 0.1, feedback, otherwise: feedback },
  order: {
    kind: "ordering",
    items: ["aaaa", "bbbb", "cccc", "dddd"].map((id) => ({ id, text: id, feedback })),
  },
  program: {
    kind: "parsons",
    lines: ["aaaa", "bbbb", "cccc"].map((id) => ({ id, text: id, feedback })),
    distractors: [{ id: "zzzz", text: "z", feedback }],
  },
  rows: {
    kind: "matching",
    options: ["aaaa", "bbbb"].map((id) => ({ id, text: id })),
    rows: ["aaaa", "bbbb", "aaaa"].map((match) => ({ text: "T", match, feedback })),
  },
  word: { kind: "text", accepted: ["lost update", "race"], feedback, otherwise: feedback },
  code: {
    kind: "fill-in",
    code: "const half = (n) => ____;",
    solution: "n / 2",
    feedback,
    checks: [
      { id: "four", call: "half", arguments: [4], returns: 2, feedback },
      { id: "zero", call: "half", arguments: [0], returns: 0, feedback },
    ],
  },
} as const;
const earned = (kind: keyof typeof kinds, answer: string[], evidence?: CodeEvidence) => {
  const question = Question.parse({ id: "k3v9", ...fields, ...kinds[kind] });
  const [verdict] = gradeQuiz([question], new Map([["k3v9", answer]]), evidence).questions;
  return [verdict?.outcome, verdict?.points];
};

test.each([
  ["statement", ["false"], "right", 1],
  ["statement", ["true"], "wrong", 0],
  ["number", ["1300"], "right", 1],
  ["number", ["1,340 ms"], "right", 1],
  ["number", ["1250"], "right", 1],
  ["number", ["1351"], "wrong", 0],
  ["number", ["soon"], "wrong", 0],
  ["number", ["  "], "unanswered", 0],
  ["share", ["0,2"], "right", 1],
  ["share", ["0.4"], "right", 1],
  ["share", ["0.41"], "wrong", 0],
  ["order", ["aaaa", "bbbb", "cccc", "dddd"], "right", 1],
  ["order", ["bbbb", "cccc", "dddd", "aaaa"], "partly", 0.5],
  ["order", ["aaaa", "bbbb", "dddd", "cccc"], "partly", 0.5],
  ["order", ["dddd", "cccc", "bbbb", "aaaa"], "wrong", 0],
  ["program", ["aaaa", "bbbb", "cccc"], "right", 1],
  ["program", ["aaaa", "bbbb"], "partly", 0.67],
  ["program", ["aaaa", "bbbb", "cccc", "zzzz"], "partly", 0.67],
  ["program", ["zzzz"], "wrong", 0],
  ["program", [], "unanswered", 0],
  ["rows", ["aaaa", "bbbb", "aaaa"], "right", 1],
  ["rows", ["aaaa", "", "bbbb"], "partly", 0.33],
  ["rows", ["", "", ""], "unanswered", 0],
  ["word", ["  Lost   “Update”. "], "right", 1],
  ["word", ["lost updates"], "wrong", 0],
  ["code", ["n / 2"], "wrong", 0],
] as const)("a %s answered %j is %s and earns %d", (kind, answer, outcome, points) => {
  expect(earned(kind, [...answer])).toEqual([outcome, points]);
});

test("code earns its point when every check was equal where it was run, and never without", () => {
  const ran = (zero: "equal" | "failed"): CodeEvidence =>
    new Map([
      [
        "k3v9",
        [
          { id: "four", outcome: "equal" },
          zero === "equal" ? { id: "zero", outcome: zero } : { id: "zero", outcome: zero, message: "No." },
        ],
      ],
    ]);
  expect(earned("code", ["n / 2"], ran("equal"))).toEqual(["right", 1]);
  expect(earned("code", ["n / 2"], ran("failed"))).toEqual(["wrong", 0]);
  expect(earned("code", [" "], ran("equal"))).toEqual(["unanswered", 0]);
});
