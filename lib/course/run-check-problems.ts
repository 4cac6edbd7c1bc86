import type { Language } from "@/lib/run/language";
import type { ContentProblem } from "./content-problem";
import type { ExerciseFile } from "./exercise";

/** Checks about a run that an exercise's language cannot judge. */
export function runCheckProblems({
  exercise: { checks },
  language,
  file,
  locate,
}: {
  exercise: ExerciseFile;
  language: Language;
  file: string;
  locate: (path: readonly PropertyKey[]) => { readonly line: number; readonly column: number };
}): ContentProblem[] {
  if (language === "python") return [];
  return checks.flatMap((check, index) =>
    "run" in check && check.run.waitingAtMost !== undefined
      ? [
          {
            file,
            ...locate(["checks", index, "run", "waitingAtMost"]),
            problem: `The check "${check.id}" bounds waiting, which JavaScript's simulated clock does not tell from computing.`,
            remedy: "Bound inFlightAtLeast or speedUpAtLeast instead, or leave the exercise to Python.",
          },
        ]
      : [],
  );
}
