import { knownLearner } from "@/lib/learner/who.server";
import { database } from "@/lib/storage/database.server";
import { exerciseProgress } from "@/lib/storage/exercise-progress.server";
import { quizStandings } from "@/lib/storage/quiz-standings.server";
import { readingPositions } from "@/lib/storage/reading-positions.server";
import { settings } from "@/lib/storage/settings.server";
import { answering } from "@/app/api/answering.server";

export const dynamic = "force-dynamic";

/** What the asking learner has done so far; a browser that is not known has done nothing. */
export const GET = answering(async (request: Request) => {
  const learner = knownLearner(request, settings());
  if (learner === null) return Response.json({ quizzes: {}, exercises: {}, reading: [] });
  const db = await database();
  const [quizzes, exercises, reading] = await Promise.all([
    quizStandings(db, { learner }),
    exerciseProgress(db, { learner }),
    readingPositions(db, { learner }),
  ]);
  return Response.json({
    quizzes: Object.fromEntries(quizzes),
    exercises: Object.fromEntries(exercises),
    reading,
  });
});
