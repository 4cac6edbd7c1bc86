import { expect, test } from "vitest";
import type { CourseOutline } from "./course-outline";
import { progressRows, progressSentence, progressTable } from "./progress-rows";
import type { Progress } from "./progress-service";

const course: CourseOutline = [
  {
    slug: "loops",
    number: "1",
    title: "Loops",
    lessons: [
      {
        name: "loops/short",
        number: "1.1",
        title: "Short",
        exercises: [
          { id: "double", title: "Double" },
          { id: "halve", title: "Halve" },
          { id: "jobs", title: "The jobs" },
        ],
      },
      { name: "loops/long", number: "1.2", title: "Long", exercises: [] },
    ],
    hasQuiz: true,
  },
  { slug: "files", number: "2", title: "Files", lessons: [], hasQuiz: false },
];

const nothing: Progress = { quizzes: {}, exercises: {}, reading: [] };
const some: Progress = {
  quizzes: { loops: { attempts: 2, best: { score: 4.5, outOf: 6 } } },
  exercises: {
    double: {
      passed: true,
      languages: ["python", "javascript"],
      best: [
        { language: "python", unit: "steps", count: 12_345 },
        { language: "javascript", unit: "steps", count: 9_000 },
      ],
    },
    halve: { passed: false, languages: [], best: [] },
    jobs: { passed: true, languages: ["shell"], best: [] },
  },
  reading: [
    { lesson: "loops/short", heading: "why", furthest: 0.6, at: "2030-01-01" },
    { lesson: "loops/long", heading: "end", furthest: 1, at: "2030-01-02" },
  ],
};

test("who has done nothing sees the whole course, not begun", () => {
  const rows = progressRows(course, nothing);
  expect(progressTable(rows).rows).toEqual([
    ["1 Loops", "1.1 Short", "lesson", "not begun", ""],
    ["1 Loops", "Double", "exercise", "not tried", ""],
    ["1 Loops", "Halve", "exercise", "not tried", ""],
    ["1 Loops", "The jobs", "exercise", "not tried", ""],
    ["1 Loops", "1.2 Long", "lesson", "not begun", ""],
    ["1 Loops", "Quiz: Loops", "quiz", "not taken", ""],
  ]);
  expect(rows.every(({ share }) => share === 0)).toBe(true);
});

test("what was read, passed and taken is told with its best", () => {
  const rows = progressRows(course, some);
  expect(progressTable(rows).rows).toEqual([
    ["1 Loops", "1.1 Short", "lesson", "60 % read", ""],
    [
      "1 Loops",
      "Double",
      "exercise",
      "passed in Python and JavaScript",
      "12,345 steps in Python, 9,000 steps in JavaScript",
    ],
    ["1 Loops", "Halve", "exercise", "tried", ""],
    ["1 Loops", "The jobs", "exercise", "passed in the shell", ""],
    ["1 Loops", "1.2 Long", "lesson", "read to the end", ""],
    ["1 Loops", "Quiz: Loops", "quiz", "best 4.5 of 6, taken 2 times", ""],
  ]);
  expect(rows.map(({ share }) => share)).toEqual([0.6, 1, 0, 1, 1, 0.75]);
  expect(progressSentence(rows)).toBe(
    "You have read 1 of 2 lessons to the end, passed 2 of 3 exercises and taken 1 of 1 quizzes.",
  );
});
