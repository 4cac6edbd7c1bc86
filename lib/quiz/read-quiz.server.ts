import "server-only";
import { ContentError, type ContentProblem } from "@/lib/course/content-problem";
import { readEnvironment } from "@/lib/storage/environment.server";
import type { Quiz } from "./quiz";
import { type QuizEntry, readQuizFolder } from "./read-quiz-folder.server";

const kept = new Map<string, Promise<readonly QuizEntry[]>>();

/** Every quiz file in its order. In production the files are read once a process, else each time. */
export function listQuizzes(): Promise<readonly QuizEntry[]> {
  const { quizzesDir } = readEnvironment(process.env);
  if (process.env.NODE_ENV !== "production") return readQuizFolder(quizzesDir);
  const entries = kept.get(quizzesDir) ?? readQuizFolder(quizzesDir);
  kept.set(quizzesDir, entries);
  return entries;
}

/** The quiz of a module, or null if it has none. Throws a `ContentError` if its file is not right. */
export async function readQuiz(module: string): Promise<Quiz | null> {
  const entries = await listQuizzes();
  const entry = entries.find((candidate) => candidate.module === module);
  if (entry === undefined) return null;
  if (entry.quiz === null) throw new ContentError(entry.problems);
  return entry.quiz;
}

/** All that is wrong with any quiz file. */
export async function checkQuizzes(): Promise<readonly ContentProblem[]> {
  const entries = await listQuizzes();
  return entries.flatMap(({ problems }) => problems);
}
