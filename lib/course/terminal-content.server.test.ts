import { chmod } from "node:fs/promises";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { checkContent } from "./check-content.server";
import { compileLesson } from "./compile-lesson.server";
import { describeProblem } from "./content-problem";
import { installCourse, LESSON, TERMINAL } from "./course-for-tests";
import { findTerminal } from "./find-terminal.server";
import { requireCourse } from "./read-course.server";

afterEach(() => vi.restoreAllMocks());

const FOLDER = "content/01-loops/01-short/terminals/jobs";
const FILE = `${FOLDER}/terminal.yaml`;
const LESSON_FILE = "content/01-loops/01-short/lesson.mdx";
const shown = { [LESSON_FILE]: `${LESSON}\n<Terminal id="jobs" />\n` };

const problemsOf = async (changes: Record<string, string | null>) => {
  await installCourse(changes);
  return (await checkContent()).map(describeProblem);
};
const withChange = (from: string | RegExp, to: string) =>
  problemsOf({ ...shown, [FILE]: TERMINAL.replace(from, to) });

test("a sound terminal has no problems, and its lesson shows it", async () => {
  expect(await problemsOf({ ...shown, [FILE]: TERMINAL })).toEqual([]);
  const [lesson] = (await requireCourse()).modules.flatMap(({ lessons }) => lessons);
  expect(lesson && (await compileLesson(lesson)).lesson?.terminals).toEqual(new Set(["jobs"]));
});

test("a plain terminal to play with needs a title and nothing more", async () => {
  expect(await problemsOf({ ...shown, [FILE]: "title: A prompt\n" })).toEqual([]);
});

test("its files are placed at the root of the machine, executable where their mode says so", async () => {
  const script = `${FOLDER}/files/usr/local/bin/transcode`;
  await installCourse({
    ...shown,
    [FILE]: TERMINAL,
    [script]: "#!/usr/bin/bash\n",
    [`${FOLDER}/files/root/notes.txt`]: "tide\n",
  });
  await chmod(path.join(process.cwd(), script), 0o755);
  const found = await findTerminal("jobs");
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  expect(found?.files.map((file) => ({ ...file, bytes: text(file.bytes) }))).toEqual([
    { path: "/root/notes.txt", bytes: "tide\n", isExecutable: false },
    { path: "/usr/local/bin/transcode", bytes: "#!/usr/bin/bash\n", isExecutable: true },
  ]);
});

test.each<[string, string | RegExp, string, string]>([
  [
    "an unknown step in after",
    "after: [measured]",
    "after: [weighed]",
    ':7:13: "steps.0.after.0": There is no step "weighed".',
  ],
  [
    "steps that wait for one another",
    "name: Measured,",
    "name: M, after: [suspended],",
    ':7:5: "steps.0.after": These steps wait',
  ],
  [
    "two steps with one id",
    "id: measured",
    "id: suspended",
    ':9:7: "steps.1.id": Two steps or mistakes have the id',
  ],
  [
    "a mistake with the id of a step",
    "id: killed",
    "id: measured",
    ':11:7: "mistakes.0.id": Two steps or mistakes',
  ],
  ["a bad regular expression", "'^ab .*-n'", "'^ab (-n'", ':9:37: "steps.1.ran": Invalid regular expression'],
  [
    "two kinds in one criterion",
    "ran: '^ab .*-n'",
    "ran: ab, probe: ls",
    ':9:5: "steps.1": Say by what it is recognised',
  ],
  [
    "a probe that YAML takes for something else",
    "ran: '^ab .*-n'",
    "probe: true",
    '"steps.1.probe": Invalid input: expected string, received boolean.',
  ],
  ["no kind in a criterion", ", ran: '^ab .*-n'", "", ':9:5: "steps.1": Say by what it is recognised'],
  [
    "an exit code of nothing that was entered",
    "name: transcode, count: 0 }",
    "name: transcode }, exitCode: 1",
    "exitCode goes with ran only",
  ],
  ["a state that no process has", "stopped", "dead", ':8:43: "steps.0.process.state.0": Invalid option'],
  [
    "a nice value that there is not",
    "atLeast: 10",
    "atLeast: 20",
    ':8:67: "steps.0.process.nice.atLeast": Too big',
  ],
  ["bounds without a bound", "{ atLeast: 10 }", "{}", "Say atLeast or atMost"],
  ["a missing solution", /solution: .*\n/, "", '"solution": Where there are steps there is a solution.'],
  ["a missing explanation", /explanation: .*\n/, "", '"explanation": Where there are steps'],
  ["a missing task", /task: .*\n/, "", '"task": Where there are steps'],
  ["a single hint", "[Look., Stop.]", "[Look.]", ':12:1: "hints": At least 2 hints'],
  ["two wrong answers", /.*pkill.*\n/, "", ':15:1: "wrongAnswers": At least 3 wrong answers.'],
  [
    "a wrong answer that misses no step",
    "misses: measured",
    "misses: weighed",
    ':18:36: "wrongAnswers.2.misses": There is no step "weighed".',
  ],
  [
    "a wrong answer that no mistake tells",
    "message: gone.",
    "message: lost",
    '"wrongAnswers.2.message": No mistake says this.',
  ],
  [
    "hints where there are no steps",
    /steps:[^]*mistakes:/,
    "mistakes:",
    '"hints": A terminal without steps has none.',
  ],
  ["more windows than a machine has", "setup:", "windows: 4\nsetup:", ':3:1: "windows": Too big'],
])("%s is reported where it stands", async (_, from, to, problem) => {
  const problems = await withChange(from, to);
  expect(problems.filter((each) => each.startsWith(FILE)).join("\n")).toContain(problem);
});

test("a terminal that is not there, is shown twice, or is shown nowhere is reported", async () => {
  expect(await problemsOf({ [LESSON_FILE]: `${LESSON}\n<Terminal id="jobs" />\n` })).toEqual([
    `${LESSON_FILE}:8:1: There is no terminal "jobs". Create terminals/jobs/terminal.yaml or correct the id.`,
  ]);
  const twice = `${LESSON}\n<Terminal id="jobs" />\n\n<Terminal id="jobs" />\n`;
  expect(await problemsOf({ [LESSON_FILE]: twice, [FILE]: TERMINAL })).toEqual([
    `${LESSON_FILE}:10:1: The terminal "jobs" is shown above already. Keep one of the two.`,
  ]);
  expect(await problemsOf({ [FILE]: TERMINAL })).toEqual([
    `${FILE}:1:1: The lesson beside it does not show the terminal "jobs". Write <Terminal id="jobs" /> where it belongs, or remove its folder.`,
  ]);
});

test("an id is one terminal's or one exercise's in the whole course", async () => {
  const problems = await problemsOf({
    ...shown,
    [FILE]: TERMINAL,
    "content/01-loops/01-short/terminals/double/terminal.yaml": "title: Twice\n",
    "content/01-loops/02-long/lesson.mdx": `${LESSON}\n`,
    "content/01-loops/02-long/terminals/jobs/terminal.yaml": TERMINAL,
  });
  const others = problems.filter((problem) => problem.includes("Two terminals or exercises"));
  expect(others).toEqual([
    expect.stringContaining('terminals/double:1:1: Two terminals or exercises have the id "double"'),
    expect.stringContaining(
      `02-long/terminals/jobs:1:1: Two terminals or exercises have the id "jobs": ${FILE}`,
    ),
  ]);
});

test("files that are too much for a page, and a folder without its file, are reported", async () => {
  const problems = await problemsOf({
    ...shown,
    [FILE]: TERMINAL,
    [`${FOLDER}/files/root/log`]: "x".repeat(100_001),
    "content/01-loops/01-short/terminals/empty/notes.txt": "Later.",
  });
  expect(problems.toSorted()).toEqual([
    "content/01-loops/01-short/terminals/empty/terminal.yaml:1:1: This file is missing. Create it, or remove its folder.",
    `${FOLDER}/files:1:1: The files here have 100,001 bytes, and every reader of the lesson fetches them. Leave 100,000 at most: what is longer is made by setup.`,
  ]);
});
