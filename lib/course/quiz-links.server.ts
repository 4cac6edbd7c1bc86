import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { listQuizzes } from "@/lib/quiz/read-quiz.server";
import type { Question } from "@/lib/quiz/question";
import type { CompiledLesson } from "./compile-lesson.server";
import type { ContentProblem } from "./content-problem";

/** The course's lessons by their addresses: `module/lesson`. One with mistakes of its own is null. */
type Lessons = ReadonlyMap<string, Pick<CompiledLesson, "headings" | "cells"> | null>;

/** Where a quiz points to a lesson, a heading or a cell that does not exist. */
export async function quizLinkProblems(lessons: Lessons): Promise<readonly ContentProblem[]> {
  const entries = await listQuizzes();
  const problems = entries.map(async ({ file, quiz }) => {
    const source = quiz === null ? "" : await readFile(path.resolve(file), "utf8");
    return (quiz?.questions ?? []).flatMap((question) =>
      linkProblems(question, lessons).map(({ problem, remedy }) => ({
        file,
        line: source.split("\n").findIndex((line) => line.includes(`id: ${question.id}`)) + 1,
        column: 1,
        problem: `The question "${question.id}" ${problem}`,
        remedy,
      })),
    );
  });
  return (await Promise.all(problems)).flat();
}

function linkProblems(question: Question, lessons: Lessons) {
  const problems: { problem: string; remedy: string }[] = [];
  const lessonOf = (link: string) => {
    const [address = "", anchor] = link.split("#");
    if (!lessons.has(address))
      problems.push({
        problem: `points to the lesson "${address}", which does not exist.`,
        remedy: "Write module/lesson, both without the numbers of their folders.",
      });
    return { lesson: lessons.get(address) ?? null, anchor };
  };
  if (question.lesson !== undefined) {
    const { lesson, anchor } = lessonOf(question.lesson);
    if (lesson !== null && anchor !== undefined && !lesson.headings.some(({ id }) => id === anchor))
      problems.push({
        problem: `points to the heading "#${anchor}", which its lesson does not have.`,
        remedy: `Use one of ${lesson.headings.map(({ id }) => id).join(", ")}.`,
      });
  }
  if (question.kind === "measured") {
    const { lesson, anchor } = lessonOf(question.cell);
    if (lesson !== null && anchor !== undefined && !lesson.cells.has(anchor))
      problems.push({
        problem: `asks to run the cell "${anchor}", which its lesson does not have.`,
        remedy: `Use one of ${[...lesson.cells.keys()].join(", ")}.`,
      });
  }
  return problems;
}
