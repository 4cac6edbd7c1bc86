import { afterEach, expect, test, vi } from "vitest";
import { checkContent } from "./check-content.server";
import { describeProblem } from "./content-problem";
import { EXERCISE, LESSON, installCourse } from "./course-for-tests";

afterEach(() => vi.restoreAllMocks());

const LESSON_FILE = "content/01-loops/01-short/lesson.mdx";
const EXERCISE_FILE = "content/01-loops/01-short/exercises/double/exercise.yaml";
const lesson = (text: string) => ({ [LESSON_FILE]: `${LESSON}\n${text}\n` });

const problemsOf = async (changes: Record<string, string | null>) => {
  await installCourse(changes);
  return (await checkContent()).map(describeProblem);
};

test("a sound course has no problems", async () => {
  expect(await problemsOf({})).toEqual([]);
});

test.each([
  ["an unknown component", "<Cel />", ":8:1: There is no component <Cel>. Use one of Cell, Exercise"],
  ["an exercise that is not there", '<Exercise id="triple" />', ':8:1: There is no exercise "triple".'],
  ["a quiz that is not there", '<Quiz module="loops" />', ':8:1: There is no quiz for the module "loops".'],
  ["a missing attribute", '<Cell title="Sum">\n\n```python\n1\n```\n\n</Cell>', ':8:1: <Cell> "id"'],
  ["an attribute too many", '<Note colour="red">Hi</Note>', ":8:1: <Note>"],
  [
    "an answer that no option has",
    '<Predict id="a" question="?" options={["x", "y"]} answer={2}>z</Predict>',
    "There is no option with this number",
  ],
  [
    "a computed attribute",
    '<Predict id="a" question={1 + 1} options={["x", "y"]} answer={0}>z</Predict>',
    "takes plain data only",
  ],
  ["a cell without code", '<Cell id="sum" title="Sum"></Cell>', ':8:1: The cell "sum" has no code.'],
  [
    "prose inside a cell",
    '<Cell id="sum" title="Sum">\n\nHello\n\n</Cell>',
    ':10:1: The cell "sum" holds something that is not code.',
  ],
  [
    "a language no machine runs",
    '<Cell id="sum" title="Sum">\n\n```cobol\n1\n```\n\n</Cell>',
    ':10:1: A cell cannot run "cobol".',
  ],
  [
    "a cell after one that is not above it",
    '<Cell id="sum" title="Sum" after="later">\n\n```python\n1\n```\n\n</Cell>',
    'comes after "later", which is not above it',
  ],
  ["a tag that is never closed", "<Note>\n\nText", ":8:1: This is not valid MDX"],
])("%s is reported at its line and column", async (_, text, problem) => {
  const [found] = await problemsOf(lesson(text));
  expect(found).toContain(`${LESSON_FILE}:`);
  expect(found).toContain(problem);
});

test("two cells with one id are reported at the second", async () => {
  const cell = '<Cell id="sum" title="Sum">\n\n```python\n1\n```\n\n</Cell>';
  expect(await problemsOf(lesson(`${cell}\n\n${cell}`))).toEqual([
    `${LESSON_FILE}:16:1: Two cells of this lesson have the id "sum". Rename one.`,
  ]);
});

test("front matter is reported at the line of what is wrong in it", async () => {
  const source = "---\ntitle: Short\nautor: me\n---\n";
  expect(await problemsOf({ [LESSON_FILE]: source })).toEqual([
    `${LESSON_FILE}:2:1: "description" is missing. Add it (string).`,
    `${LESSON_FILE}:3:1: The file has no setting "autor". Remove it or correct its name.`,
  ]);
});

test("front matter that asks for code is not run and counts as missing", async () => {
  const source = "---js\nglobalThis.wasRun = true\n---\n";
  expect(await problemsOf({ [LESSON_FILE]: source })).toEqual([
    `${LESSON_FILE}:1:1: The lesson has no front matter. Begin it with a line ---, then title and description, then ---.`,
  ]);
  expect(globalThis).not.toHaveProperty("wasRun");
});

test("two lessons with one slug, an unnumbered folder and a missing file are told together", async () => {
  const problems = await problemsOf({
    "content/01-loops/02-short/lesson.mdx": LESSON,
    "content/01-loops/drafts/lesson.mdx": LESSON,
    "content/01-loops/module.yaml": null,
  });
  expect(problems).toEqual([
    'content/01-loops/02-short:1:1: Two folders have the slug "short": 01-short and this one. Rename one: both would have the same address.',
    'content/01-loops/drafts:1:1: The folder "drafts" is not numbered. Name it NN-slug, in lower case with hyphens: the number orders, the slug is the address.',
    "content/01-loops/module.yaml:1:1: This file is missing. Create it, or remove its folder.",
  ]);
});

test("an exercise's mistakes are reported where they stand", async () => {
  const source = EXERCISE.replace("[Think., Add.]", "[Think.]").replace("call: double", "call: 2double");
  expect(await problemsOf({ [EXERCISE_FILE]: source })).toEqual([
    `${EXERCISE_FILE}:4:40: "checks.0.call": This cannot be the name of a function. Correct this value.`,
    `${EXERCISE_FILE}:5:1: "hints": At least two hints, from a nudge to nearly there. Correct this value.`,
  ]);
});

test("a starter without its solution is reported", async () => {
  const solution = EXERCISE_FILE.replace("exercise.yaml", "solution.py");
  expect(await problemsOf({ [solution]: null })).toEqual([
    `${EXERCISE_FILE}:1:1: There is starter.py without solution.py. Write the missing one beside it.`,
  ]);
});

test("YAML that cannot be read is reported at its place", async () => {
  const [found] = await problemsOf({ "content/course.yaml": 'title: "Tests\ndescription: x\n' });
  expect(found).toMatch(/^content\/course\.yaml:\d+:\d+: This is not valid YAML: /);
});
