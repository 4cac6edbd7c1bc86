import { mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { readQuizFolder } from "./read-quiz-folder.server";

const QUIZ = `
title: Loops
description: About loops.
draw: 1
questions:
  - id: k3v9
    kind: single
    tags: [loops]
    prompt: Which?
    options:
      - { id: aaaa, text: One, right: true, feedback: Yes. }
      - { id: bbbb, text: Two, feedback: No. }
    explanation: Because.
`;

let folder = "";
const write = (name: string, text = QUIZ) => writeFile(path.join(folder, name), text);
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "lento-quizzes-"));
});

test("quizzes are found by their module, in the order of their numbers", async () => {
  await write("02-loops.yaml");
  await write("01-first-steps.yaml");
  await write("notes.txt", "not a quiz");
  const entries = await readQuizFolder(folder);
  expect(entries.map(({ module, quiz }) => [module, quiz?.title])).toEqual([
    ["first-steps", "Loops"],
    ["loops", "Loops"],
  ]);
});

test("a folder that does not exist holds no quizzes", async () => {
  expect(await readQuizFolder(path.join(folder, "none"))).toEqual([]);
});

test("two quizzes of one module are a problem that names both files", async () => {
  await write("02-loops.yaml");
  await write("03-loops.yaml");
  const [, second] = await readQuizFolder(folder);
  expect(second).toMatchObject({
    quiz: null,
    problems: [{ file: expect.stringMatching(/03-loops\.yaml$/) }],
  });
  expect(second?.problems[0]?.problem).toMatch(/02-loops\.yaml is already the quiz of "loops"/);
});

test("a file whose name does not fit is a problem", async () => {
  await write("loops.yml");
  const [entry] = await readQuizFolder(folder);
  expect(entry?.problems[0]?.remedy).toContain("02-slow-code.yaml");
});

test("a wrong quiz carries its problems and the others are still read", async () => {
  await write("01-wrong.yaml", QUIZ.replace("right: true, ", ""));
  await write("02-loops.yaml");
  const [wrong, fine] = await readQuizFolder(folder);
  expect(wrong?.problems).toMatchObject([{ line: 6, column: 5 }]);
  expect(fine?.quiz).not.toBeNull();
});

test("folders and links named like a quiz are left alone", async () => {
  await mkdir(path.join(folder, "01-loops.yaml"));
  await symlink("/etc/hostname", path.join(folder, "02-host.yaml"));
  expect(await readQuizFolder(folder)).toEqual([]);
});
