import { growthCase } from "@/lib/course/growth-case";
import { caseOf, isTestCase } from "@/lib/run/check-case";
import type { CheckPlan } from "@/lib/run/check-plan";
import { starterToRun } from "@/lib/run/starter-to-run";
import type { FetchedChecks } from "./exercise-service";
import type { ExerciseCheckView, GrowthView, WorkView } from "./use-check";

/**
 * What Check asks of a process. Without the server's answer (`fetched` is null) there is no script for the tests to be in:
 * they are left out, and so is the work, which is counted once every check passed.
 */
export function planCheck({
  checks,
  work,
  growth,
  starter,
  fetched,
  seed,
}: {
  checks: readonly ExerciseCheckView[];
  work: WorkView | null;
  growth: GrowthView | null;
  starter: string;
  fetched: FetchedChecks | null;
  seed: number;
}): CheckPlan {
  const all = [...checks, ...(fetched?.checks ?? [])].map(caseOf);
  const code = fetched?.checkCode ?? null;
  const cases = code === null ? all.filter((check) => !isTestCase(check)) : all;
  const counts = cases.length === all.length;
  return {
    cases,
    script: code === null || !cases.some(isTestCase) ? null : { code, seed },
    ...starterToRun(cases, starter),
    work: counts && work !== null ? { call: work.call, arguments: work.arguments, starter } : null,
    ...(counts && growth !== null && { growth: growthCase(growth, starter) }),
  };
}
