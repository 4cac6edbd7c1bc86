import { expect, test } from "vitest";
import type { Progress } from "./progress-service";
import { lessonStanding, moduleSentence } from "./standing-words";

const at = "2030-01-01T12:00:00Z";
const read = (lesson: string, furthest: number) => ({ lesson, heading: "h", furthest, at });
const passed = { passed: true, languages: [], best: [] };
const nothing: Progress = { quizzes: {}, exercises: {}, reading: [] };
const loops = { name: "slow/loops", exercises: ["sum", "caesar"] };
const files = { name: "slow/files", exercises: [] };

test("a lesson that nothing was done in has nothing beside it", () => {
  expect(lessonStanding(loops, nothing)).toBeNull();
  expect(lessonStanding(loops, { ...nothing, reading: [read("slow/files", 1)] })).toBeNull();
});

test("a lesson is done when it is read to the end and all its exercises are passed", () => {
  const reading = [read("slow/loops", 1), read("slow/files", 1)];
  const one = { ...nothing, reading, exercises: { sum: passed } };
  expect(lessonStanding(loops, one)).toEqual({ words: "read, 1 of 2 passed", isDone: false });
  const both = { ...one, exercises: { sum: passed, caesar: passed } };
  expect(lessonStanding(loops, both)).toEqual({ words: "read, 2 of 2 passed", isDone: true });
  expect(lessonStanding(files, both)).toEqual({ words: "read", isDone: true });
});

test("what was read in part says how much, and what was only tried is not passed", () => {
  const tried = { sum: { ...passed, passed: false } };
  const progress = { ...nothing, reading: [read("slow/loops", 0.375)], exercises: tried };
  expect(lessonStanding(loops, progress)).toEqual({ words: "38 % read", isDone: false });
});

test("a module adds its lessons up", () => {
  expect(moduleSentence([loops, files], nothing)).toBe("");
  const progress = { ...nothing, reading: [read("slow/files", 1)], exercises: { caesar: passed } };
  expect(moduleSentence([loops, files], progress)).toBe(
    "You have read 1 of 2 lessons and passed 1 of 2 exercises.",
  );
  expect(moduleSentence([files], progress)).toBe("You have read 1 of 1 lessons.");
});
