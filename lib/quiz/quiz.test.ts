import { expect, test } from "vitest";
import { describeProblem } from "@/lib/course/content-problem";
import { parseYaml } from "@/lib/course/parse-yaml";
import { Quiz } from "./quiz";

const question = (lines: string[], { id = "k3v9", kind = "single" } = {}) =>
  [
    `  - id: ${id}`,
    `    kind: ${kind}`,
    "    tags: [profiles]",
    "    prompt: Which?",
    "    options:",
    ...lines,
    "    explanation: Because.",
  ].join("\n");

const option = (id: string, right: boolean) =>
  `      - {id: ${id}, text: One, feedback: Well., right: ${right}}`;

const problemsOf = (questions: string[], draw = 1) => {
  const source = `title: Slow code\ndescription: A quiz.\ndraw: ${draw}\nquestions:\n${questions.join("\n")}\n`;
  return parseYaml({ source, file: "quizzes/02-slow-code.yaml", schema: Quiz }).problems.map(describeProblem);
};

const rightAndWrong = [option("aaaa", true), option("bbbb", false)];

test("a quiz with one right option in a single choice is fine", () => {
  expect(problemsOf([question(rightAndWrong)])).toEqual([]);
});

test.each([
  ["none", [option("aaaa", false), option("bbbb", false)]],
  ["two", [option("aaaa", true), option("bbbb", true)]],
])("a single choice with %s right is reported where the question stands", (_count, options) => {
  expect(problemsOf([question(rightAndWrong, { id: "w0w0" }), question(options)])).toEqual([
    'quizzes/02-slow-code.yaml:13:5: "questions.1": A single choice needs exactly one option with "right: true". Correct this value.',
  ]);
});

test.each([
  ["no right option", false, "at least one option with"],
  ["no wrong option", true, "at least one wrong option"],
])("a multiple choice with %s is reported", (_what, right, sentence) => {
  const options = [option("aaaa", right), option("bbbb", right)];
  expect(problemsOf([question(options, { kind: "multiple" })])).toEqual([expect.stringContaining(sentence)]);
});

test("an id taken twice is reported at the second place, for questions and for options", () => {
  expect(problemsOf([question(rightAndWrong), question(rightAndWrong)])).toEqual([
    expect.stringContaining(
      'quizzes/02-slow-code.yaml:13:5: "questions.1.id": The id "k3v9" is already taken',
    ),
  ]);
  expect(problemsOf([question([option("aaaa", true), option("aaaa", false)])])).toEqual([
    expect.stringContaining('The id "aaaa" is already taken above'),
  ]);
});

test("a draw larger than the quiz is reported at its number", () => {
  expect(problemsOf([question(rightAndWrong)], 2)).toEqual([
    expect.stringMatching(/^quizzes\/02-slow-code\.yaml:3:1: "draw": There are fewer questions/),
  ]);
});

test("an id that could tell the answer is refused", () => {
  expect(problemsOf([question([option("right-one", true), option("bbbb", false)])])).toEqual([
    expect.stringContaining("An id is four to eight lower-case letters and digits"),
  ]);
});
