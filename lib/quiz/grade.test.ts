import { expect, test } from "vitest";
import { gradeQuiz } from "./grade";
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
