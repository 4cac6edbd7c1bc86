import { writeFile } from "node:fs/promises";
import path from "node:path";

/** One question of each kind that is no choice; what no draw may hold says CANARY, or is 7531. */
const KINDS = `
title: All kinds
description: A quiz for tests.
draw: 8
questions:
  - id: trfa
    kind: true-or-false
    tags: [statement]
    prompt: It is so.
    right: false
    whenTrue: CANARY when true.
    whenFalse: CANARY when false.
    explanation: CANARY.
  - id: numb
    kind: numeric
    tags: [number]
    prompt: How many?
    right: 7531
    tolerance: 0.7531
    unit: ms
    feedback: CANARY just so.
    mistakes: [{ value: 75310, feedback: CANARY ten times. }]
    otherwise: CANARY other.
    explanation: CANARY.
  - id: meas
    kind: measured
    tags: [measured]
    prompt: How many steps?
    cell: loops/short#steps
    right: 7531
    feedback: CANARY just so.
    otherwise: CANARY other.
    explanation: CANARY.
  - id: orde
    kind: ordering
    tags: [order]
    prompt: In which order?
    items:
      - { id: aaaa, text: One, feedback: CANARY one. }
      - { id: bbbb, text: Two, feedback: CANARY two. }
      - { id: cccc, text: Three, feedback: CANARY three. }
    explanation: CANARY.
  - id: matc
    kind: matching
    tags: [matching]
    prompt: What belongs together?
    options: [{ id: aaaa, text: A }, { id: bbbb, text: B }]
    rows:
      - { text: Alpha, match: aaaa, feedback: CANARY a. }
      - { text: Beta, match: bbbb, feedback: CANARY b. }
    explanation: CANARY.
  - id: text
    kind: text
    tags: [text]
    prompt: What is it called?
    accepted: [CANARY word]
    feedback: CANARY just so.
    mistakes: [{ forms: [nearly], feedback: CANARY nearly. }]
    otherwise: CANARY other.
    explanation: CANARY.
  - id: code
    kind: fill-in
    tags: [code]
    prompt: What is missing?
    code: |
      function half(number) {
        return ____;
      }
    solution: /* CANARY */ number / 2
    feedback: CANARY just so.
    checks:
      - { id: canary-eight, call: half, arguments: [8], returns: 4, feedback: CANARY eight. }
      - { id: zero, call: half, arguments: [0], returns: 0, feedback: CANARY zero. }
    explanation: CANARY.
  - id: pars
    kind: parsons
    tags: [lines]
    prompt: Which lines, in which order?
    lines:
      - { id: aaaa, text: first(), feedback: CANARY first. }
      - { id: bbbb, text: second(), feedback: CANARY second. }
      - { id: cccc, text: third(), feedback: CANARY third. }
    distractors:
      - { id: dddd, text: never(), feedback: CANARY never. }
    explanation: CANARY.
`;

/** What is right in it. */
export const rightAnswers: Readonly<Record<string, readonly string[]>> = {
  trfa: ["false"],
  numb: ["7,531 ms"],
  meas: ["7531"],
  orde: ["aaaa", "bbbb", "cccc"],
  matc: ["aaaa", "bbbb"],
  text: ["canary  word"],
  code: ["number / 2"],
  pars: ["aaaa", "bbbb", "cccc"],
};

/** A quiz that counts: two tries, and eight tenths to pass. */
const COUNTS = `
title: It counts
description: A quiz for tests.
draw: 1
passPercent: 80
tries: 2
questions:
  - id: trfa
    kind: true-or-false
    tags: [statement]
    prompt: It is so.
    right: true
    whenTrue: Yes.
    whenFalse: No.
    explanation: So it is.
`;

/** As `counts`, and takes a while to be graded. */
const COUNTS_CODE = `
title: It counts, too
description: A quiz for tests.
draw: 1
tries: 2
questions:
  - id: code
    kind: fill-in
    tags: [code]
    prompt: What is missing?
    code: const half = (number) => ____;
    solution: number / 2
    feedback: Just so.
    checks:
      - { id: eight, call: half, arguments: [8], returns: 4, feedback: Eight. }
    explanation: None.
`;

/** Puts these quizzes beside those of the course for tests, as `kinds`, `counts` and `counts-code`. */
export async function addQuizzesOfAllKinds(root: string): Promise<void> {
  await writeFile(path.join(root, "quizzes/02-kinds.yaml"), KINDS);
  await writeFile(path.join(root, "quizzes/03-counts.yaml"), COUNTS);
  await writeFile(path.join(root, "quizzes/04-counts-code.yaml"), COUNTS_CODE);
}
