import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { vi } from "vitest";

export const EXERCISE = `title: Double
task: Write it.
checks:
  - { id: two, name: Two becomes four, call: double, arguments: [2], returns: 4 }
hints: [Think., Add.]
explanation: Add it to itself.
`;

export const TERMINAL = `title: The jobs
task: Suspend them.
setup: transcode &
steps:
  - id: suspended
    name: The job is suspended
    after: [measured]
    process: { name: transcode, count: 1, state: stopped, nice: { atLeast: 10 } }
  - { id: measured, name: Measured, ran: '^ab .*-n' }
mistakes:
  - { id: killed, process: { name: transcode, count: 0 }, message: The job is \`gone\`. }
hints: [Look., Stop.]
solution: [ab -n 20 http://127.0.0.1/, killall -STOP transcode]
explanation: STOP suspends.
wrongAnswers:
  - { commands: [killall transcode], misses: suspended, message: is gone }
  - { commands: [kill %1], misses: suspended, message: The job }
  - { commands: [pkill transcode], misses: measured, message: gone. }
`;

export const LESSON = `---
title: Short
description: Short loops.
---

Text.
`;

/** A course without a mistake, to which tests add theirs. */
const sound = {
  "content/course.yaml": "title: Tests\ndescription: A course for tests.\n",
  "content/01-loops/module.yaml": "title: Loops\ndescription: About loops.\n",
  "content/01-loops/01-short/lesson.mdx": LESSON,
  "content/01-loops/01-short/exercises/double/exercise.yaml": EXERCISE,
  "content/01-loops/01-short/exercises/double/starter.py": "def double(number):\n    pass\n",
  "content/01-loops/01-short/exercises/double/solution.py": "def double(number):\n    return 2 * number\n",
};

/** Writes the sound course with other files in it (null: without one) and makes it this process's course. */
export async function installCourse(changes: Readonly<Record<string, string | null>> = {}) {
  const root = await mkdtemp(path.join(tmpdir(), "lento-course-"));
  await mkdir(path.join(root, "quizzes"));
  for (const [name, text] of Object.entries({ ...sound, ...changes })) {
    if (text === null) continue;
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
  vi.spyOn(process, "cwd").mockReturnValue(root);
  vi.stubEnv("CONTENT_DIR", path.join(root, "content"));
  vi.stubEnv("QUIZZES_DIR", path.join(root, "quizzes"));
}
