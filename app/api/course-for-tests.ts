import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { vi } from "vitest";

const QUIZ = `
title: Loops and files
description: A quiz for tests.
draw: 2
questions:
  - id: sing
    kind: single
    tags: [loops]
    prompt: Which loop is <b>quick</b>?
    options:
      - { id: aaaa, text: The short one, right: true, feedback: CANARY yes. }
      - { id: bbbb, text: The long one, feedback: CANARY no. }
    explanation: CANARY because.
    lesson: loops/short#why
  - id: mult
    kind: multiple
    tags: [files]
    prompt: Which files?
    options:
      - { id: cccc, text: One, right: true, feedback: CANARY c. }
      - { id: dddd, text: Two, right: true, feedback: CANARY d. }
      - { id: eeee, text: Three, feedback: CANARY e. }
    explanation: CANARY also.
`;

const EXERCISE = `
title: Double
task: Write it.
checks:
  - { id: two, name: Two becomes four, call: double, arguments: [2], returns: 4 }
  - { id: zero, name: Zero stays, hidden: true, call: double, arguments: [0], returns: 0 }
work: { name: Little work, call: double, arguments: [100], atMost: 0.5, atLeast: 0.01 }
hints: [Think., Add.]
explanation: "**Add** it to itself."
`;

/** An exercise in JavaScript alone: the server runs what is handed in. */
const VERIFIED_EXERCISE = `
title: Halve
task: Write it.
checks:
  - { id: eight, name: Eight becomes four, call: halve, arguments: [8], returns: 4 }
  - { id: zero, name: Zero stays, hidden: true, call: halve, arguments: [0], returns: 0 }
hints: [Think., Divide.]
explanation: Half of it.
`;

/** An exercise that only its author's script can judge; what no page may hold says CANARY. */
const TESTED_EXERCISE = `
title: Copies
task: Copy the files.
checks:
  - { id: arrives, name: Every file arrives, test: every_file_arrives }
  - { id: canary-fresh, name: CANARY fresh files arrive, hidden: true, test: canary_fresh }
machine: { disk: { latencyMs: 40, bytesPerSecond: 2000000 }, processes: 4 }
starterFails: { check: arrives, message: CANARY starter }
hints: [Look., Copy.]
explanation: CANARY explanation.
`;

const CHECK_SCRIPT = `def every_file_arrives(attempt):
    assert attempt.run().exit_code == 0, "CANARY no file arrived"


def canary_fresh(attempt):
    pass
`;

const CHECK_SCRIPT_IN_JAVASCRIPT = `import fs from "node:fs";

function every_file_arrives(attempt) {
  const { exitCode } = attempt.run();
  assert(exitCode === 0 && fs.existsSync("out.txt"), "CANARY no file arrived");
}

function canary_fresh(attempt) {
  attempt.freshFiles();
  assert(!fs.existsSync("out.txt"), "CANARY stale");
}
`;

/** An exercise at a prompt; what its page may not hold says CANARY. */
const TERMINAL = `
title: The jobs
task: Suspend them.
windows: 2
setup: transcode &
steps:
  - { id: measured, name: "**Measured**", ran: '^ab .*-n' }
  - { id: suspended, name: Suspended, after: [measured], process: { name: transcode, state: stopped } }
mistakes:
  - { id: killed, process: { name: transcode, count: 0 }, message: The job is \`gone\`. }
hints: [Look., Stop.]
solution: [ab -n 20 http://127.0.0.1/, "killall -STOP transcode # CANARY"]
explanation: CANARY STOP suspends.
wrongAnswers:
  - { commands: ["killall transcode # CANARY"], misses: suspended, message: is gone }
  - { commands: [kill %1], misses: suspended, message: is gone }
  - { commands: [pkill transcode], misses: suspended, message: is gone }
`;

const files = {
  "quizzes/01-loops.yaml": QUIZ,
  "content/course.yaml": "title: Tests\ndescription: A course for tests.\n",
  "content/01-loops/module.yaml": "title: Loops\ndescription: About loops.\n",
  "content/01-loops/01-short/lesson.mdx": "---\ntitle: Short\ndescription: Short loops.\n---\n",
  "content/01-loops/01-short/exercises/double/exercise.yaml": EXERCISE,
  "content/01-loops/01-short/exercises/double/starter.py": "def double(number):\n    pass\n",
  "content/01-loops/01-short/exercises/double/solution.py":
    "def double(number):\n    return number + number\n",
  "content/01-loops/01-short/exercises/halve/exercise.yaml": VERIFIED_EXERCISE,
  "content/01-loops/01-short/exercises/halve/starter.js": "function halve(number) {}\n",
  "content/01-loops/01-short/exercises/halve/solution.js": "const halve = (number) => number / 2;\n",
  "content/01-loops/01-short/exercises/halve/starter.ts": "function halve(number: number) {}\n",
  "content/01-loops/01-short/exercises/halve/solution.ts": "const halve = (number: number) => number / 2;\n",
  "content/01-loops/01-short/exercises/copies/exercise.yaml": TESTED_EXERCISE,
  "content/01-loops/01-short/exercises/copies/check.py": CHECK_SCRIPT,
  "content/01-loops/01-short/exercises/copies/check.js": CHECK_SCRIPT_IN_JAVASCRIPT,
  "content/01-loops/01-short/exercises/copies/starter.js": "console.log('to do');\n",
  "content/01-loops/01-short/exercises/copies/solution.js": "console.log('CANARY solution');\n",
  "content/01-loops/01-short/exercises/copies/starter.py": "print('to do')\n",
  "content/01-loops/01-short/exercises/copies/solution.py": "print('CANARY solution')\n",
  "content/01-loops/01-short/exercises/copies/wrong/none.py": "# fails: arrives: CANARY no file\n",
  "content/01-loops/01-short/exercises/copies/files/in/one.txt": "given one\n",
  "content/01-loops/01-short/terminals/jobs/terminal.yaml": TERMINAL,
  "content/01-loops/01-short/terminals/jobs/files/root/notes.txt": "tide\n",
  "content/01-loops/01-short/terminals/plain/terminal.yaml": "title: A prompt\n",
};

/** Writes a small course into a folder of its own and makes it this process's; gives the folder. */
export async function useCourseForTests(): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), "lento-course-"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
  vi.stubEnv("QUIZZES_DIR", path.join(root, "quizzes"));
  vi.stubEnv("CONTENT_DIR", path.join(root, "content"));
  vi.stubEnv("DATA_DIR", path.join(root, "data"));
  return root;
}
