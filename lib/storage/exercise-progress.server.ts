import "server-only";
import * as z from "zod";
import { Language } from "@/lib/run/language";
import type { Database } from "./database.server";

/** Whether a learner passed an exercise, and in which languages. */
export type ExerciseProgress = { readonly passed: boolean; readonly languages: readonly Language[] };

const Row = z.object({ exercise: z.string(), language: Language, passed: z.literal([0, 1]) });

/** The learner's progress in every exercise submitted, by the exercise's id. */
export async function exerciseProgress(
  db: Database,
  { learner }: { learner: string },
): Promise<ReadonlyMap<string, ExerciseProgress>> {
  const rows = await db
    .selectFrom("submission")
    .select(["exercise", "language", "passed"])
    .distinct()
    .where("learner", "=", learner)
    .orderBy("language", "desc")
    .execute();
  const progress = new Map<string, ExerciseProgress>();
  for (const { exercise, language, passed } of z.array(Row).parse(rows)) {
    const languages = [...(progress.get(exercise)?.languages ?? []), ...(passed === 1 ? [language] : [])];
    progress.set(exercise, { passed: languages.length > 0, languages });
  }
  return progress;
}
