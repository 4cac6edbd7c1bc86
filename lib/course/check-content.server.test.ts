import { writeFile } from "node:fs/promises";
import path from "node:path";
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
  [
    "a simulator in which nothing moves",
    '<Simulator id="desk" title="Desk" arrivalsPerSecond={8} serverMs={80} />',
    ':8:1: <Simulator> "arrivalsPerSecondUpTo": Nothing can be moved',
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
  [
    "a folder of files that is not there",
    '<Cell id="sum" title="Sum" files="photos">\n\n```python\n1\n```\n\n</Cell>',
    ':8:1: There is no folder "files/photos" for the cell "sum".',
  ],
  [
    "more processes than a machine has",
    '<Cell id="sum" title="Sum" processes={9}>\n\n```python\n1\n```\n\n</Cell>',
    ':8:1: <Cell> "processes"',
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

const TESTED = EXERCISE.replace(/call: .*\]/, "test: doubles").replace(", returns: 4", "");
const beside = (name: string) => EXERCISE_FILE.replace("exercise.yaml", name);

test("a test and its function in check.py, wrong answers that say what fails and given files are no mistakes", async () => {
  expect(
    await problemsOf({
      [EXERCISE_FILE]: `${TESTED}machine: { processes: 4 }\nstarterFails: { check: two, message: None }\n`,
      [beside("check.py")]: "def doubles(attempt):\n    assert attempt\n",
      [beside("wrong/adds-two.py")]: "# fails: two: gave 4\n# fails: two: expected\n\nimport sys\n",
      [beside("wrong/adds-three.js")]: "// fails: two: gave 5\n\nlet total;\n",
      [beside("files/in/numbers.txt")]: "1 2 3\n",
    }),
  ).toEqual([]);
});

test.each([
  ["without check.py", null, ':4:40: The check "two" is a test, and there is no check.py.'],
  ["without its function", "def other(attempt): ...\n", ":4:40: There is no function doubles in check.py."],
  ["whose function is only called", "doubles(1)\n", ":4:40: There is no function doubles in check.py."],
])("a test %s is reported where it is named", async (_, script, problem) => {
  const [found, ...more] = await problemsOf({ [EXERCISE_FILE]: TESTED, [beside("check.py")]: script });
  expect(found).toContain(`${EXERCISE_FILE}${problem}`);
  expect(more).toEqual([]);
});

test("every language of an exercise with tests needs a script of its own", async () => {
  const both = {
    [EXERCISE_FILE]: TESTED,
    [beside("check.py")]: "def doubles(attempt): ...\n",
    [beside("starter.js")]: "",
    [beside("solution.js")]: "",
  };
  expect(await problemsOf(both)).toEqual([
    `${EXERCISE_FILE}:4:40: The check "two" is a test, and there is no check.js. Write function doubles(attempt) in check.js beside this file.`,
  ]);
  expect(await problemsOf({ ...both, [beside("check.js")]: "async function doubles(attempt) {}\n" })).toEqual(
    [],
  );
});

test.each([
  ["does not say what fails", "def double(number): ...\n", ":1:1: The file does not begin with what fails."],
  ["says it in another form", "# fails two: gave 4\n", ":1:1: This line does not say what fails."],
  ["names no check", "# fails: two: gave 4\n# fails: three: gave 4\n", ':2:1: There is no check "three".'],
  ["names work that nobody asks for", "# fails: work: too much\n", ':1:1: There is no check "work".'],
])("a wrong answer that %s is reported", async (_, code, problem) => {
  const file = beside("wrong/slow.py");
  const [found, ...more] = await problemsOf({ [file]: code });
  expect(found).toContain(`${file}${problem}`);
  expect(more).toEqual([]);
});

test("a starter that is to fail by a check that is not there is reported at its name", async () => {
  const source = `${EXERCISE}starterFails: { check: three, message: None }\n`;
  expect(await problemsOf({ [EXERCISE_FILE]: source })).toEqual([
    `${EXERCISE_FILE}:7:17: "starterFails.check": There is no check with this id. Correct this value.`,
  ]);
});

const WORK = "name: Little, call: double, arguments: [9]";
const GROWTH = "name: Slow growth, call: double, arguments: [{ size: n }], atLeastSteps: 1";

test("criteria on steps, on steps for each item and on growth are no mistakes", async () => {
  const work = `work: { ${WORK}, atMostSteps: 90, atMostPerItem: 8, items: 9, atLeastSteps: 9, why: too slow }`;
  const growth = `growth: { ${GROWTH}, sizes: [8, 16, 32, 64, 128], atMost: n log n }`;
  const fails = "starterFails: { check: growth, message: O(n²) }";
  expect(await problemsOf({ [EXERCISE_FILE]: `${EXERCISE}${work}\n${growth}\n${fails}\n` })).toEqual([]);
});

test.each([
  ["work without a bound", `work: { ${WORK}, atLeast: 0.1 }`, "Say how much work passes"],
  ["work without a floor", `work: { ${WORK}, atMost: 0.5 }`, "Say from how little on"],
  ["work for each of no items", `work: { ${WORK}, atMostPerItem: 5, atLeastSteps: 1 }`, "go together"],
  ["a floor above the bound", `work: { ${WORK}, atMostSteps: 5, atLeastSteps: 5 }`, "Must be below"],
  ["growth over four sizes", `growth: { ${GROWTH}, sizes: [1, 2, 4, 8], atMost: n }`, "At least 5 sizes"],
  [
    "sizes that hardly rise",
    `growth: { ${GROWTH}, sizes: [8, 9, 10, 11, 12], atMost: n }`,
    "twice the one before",
  ],
  [
    "a class of growth that there is not",
    `growth: { ${GROWTH}, sizes: [8, 16, 32, 64, 128], atMost: n2 }`,
    "growth.atMost",
  ],
])("%s is reported", async (_, criterion, problem) => {
  const [found, ...more] = await problemsOf({ [EXERCISE_FILE]: `${EXERCISE}${criterion}\n` });
  expect(found).toContain(`${EXERCISE_FILE}:7:`);
  expect(found).toContain(problem);
  expect(more).toEqual([]);
});

test("a check that is neither a call nor a test is told as what it comes closest to", async () => {
  const source = EXERCISE.replace("call: double", "cal: double");
  expect(await problemsOf({ [EXERCISE_FILE]: source })).toEqual([
    `${EXERCISE_FILE}:4:5: "checks.0.call" is missing. Add it (string).`,
    `${EXERCISE_FILE}:4:40: "checks.0" has no setting "cal". Remove it or correct its name.`,
  ]);
  const both = EXERCISE.replace("call: double", "test: doubles, call: double");
  expect(await problemsOf({ [EXERCISE_FILE]: both })).toEqual([
    `${EXERCISE_FILE}:4:40: "checks.0" has no setting "test". Remove it or correct its name.`,
  ]);
});

test("a given file that is no text is reported by its name", async () => {
  const file = beside("files/photo.bin");
  await installCourse({ [file]: "" });
  await writeFile(path.join(process.cwd(), file), new Uint8Array([0xff, 0xd8, 0xff]));
  expect((await checkContent()).map(describeProblem)).toEqual([
    `${file}:1:1: This file is not UTF-8 text. Programs are given text only: save it as UTF-8.`,
  ]);
});

test("YAML that cannot be read is reported at its place", async () => {
  const [found] = await problemsOf({ "content/course.yaml": 'title: "Tests\ndescription: x\n' });
  expect(found).toMatch(/^content\/course\.yaml:\d+:\d+: This is not valid YAML: /);
});

const QUIZ_FILE = "quizzes/01-loops.yaml";
const quizWith = (links: string) => `title: Loops
description: About loops.
draw: 1
questions:
  - id: k3v9
    kind: measured
    tags: [loops]
    prompt: How many?
${links}
    right: 3
    feedback: Yes.
    otherwise: No.
    explanation: Because.
`;
const withLinks = (lessonLink: string, cell: string) => ({
  ...lesson('## Why\n\n<Cell id="sum" title="Sum">\n\n```python\n1\n```\n\n</Cell>'),
  [QUIZ_FILE]: quizWith(`    lesson: ${lessonLink}\n    cell: ${cell}`),
});

test("a quiz that points to a heading and a cell that are there is sound", async () => {
  expect(await problemsOf(withLinks("loops/short#why", "loops/short#sum"))).toEqual([]);
});

test.each([
  ["a lesson that is not there", "loops/long", "loops/short#sum", 'points to the lesson "loops/long"'],
  ["a heading that is not there", "loops/short#how", "loops/short#sum", 'points to the heading "#how"'],
  ["a cell that is not there", "loops/short", "loops/short#total", 'asks to run the cell "total"'],
])("%s is reported where the question stands", async (_what, lessonLink, cell, sentence) => {
  expect(await problemsOf(withLinks(lessonLink, cell))).toEqual([
    expect.stringMatching(new RegExp(`^${QUIZ_FILE}:5:1: The question "k3v9" ${sentence}`)),
  ]);
});
