import "server-only";
import * as z from "zod";
import { ExerciseVerdict } from "@/lib/grading/exercise-verdict";
import type { WorkUnit } from "@/lib/run/evidence";
import { SubmittedLanguage } from "@/lib/run/submitted-language";
import type { Database } from "./database.server";

/** The least counted work with which an exercise was passed in one language. */
export type BestWork = {
  readonly language: SubmittedLanguage;
  readonly unit: WorkUnit;
  readonly count: number;
};

/** Whether a learner passed an exercise, in which languages, and with how little work where it is counted. */
export type ExerciseProgress = {
  readonly passed: boolean;
  readonly languages: readonly SubmittedLanguage[];
  readonly best: readonly BestWork[];
};

const Row = z.object({ exercise: z.string(), language: SubmittedLanguage, passed: z.literal([0, 1]) });
const PassedRow = z.object({ exercise: z.string(), language: SubmittedLanguage, verdict: z.string() });

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
  const best = await bestWork(db, { learner });
  const progress = new Map<string, ExerciseProgress>();
  for (const { exercise, language, passed } of z.array(Row).parse(rows)) {
    const languages = [...(progress.get(exercise)?.languages ?? []), ...(passed === 1 ? [language] : [])];
    const own = best.filter((each) => each.exercise === exercise);
    progress.set(exercise, {
      passed: languages.length > 0,
      languages,
      best: own.map(({ language, unit, count }) => ({ language, unit, count })),
    });
  }
  return progress;
}

async function bestWork(db: Database, { learner }: { learner: string }) {
  const rows = await db
    .selectFrom("submission")
    .select(["exercise", "language", "verdict"])
    .where("learner", "=", learner)
    .where("passed", "=", 1)
    .orderBy("language", "desc")
    .execute();
  const best = new Map<string, BestWork & { readonly exercise: string }>();
  for (const { exercise, language, verdict } of z.array(PassedRow).parse(rows)) {
    const { work } = ExerciseVerdict.parse(JSON.parse(verdict));
    if (work === null || work.count === null || work.unit === null) continue;
    // Counts of different units are different things, and are never compared.
    const key = [exercise, language, work.unit].join(" ");
    if ((best.get(key)?.count ?? Infinity) > work.count)
      best.set(key, { exercise, language, unit: work.unit, count: work.count });
  }
  return [...best.values()];
}
