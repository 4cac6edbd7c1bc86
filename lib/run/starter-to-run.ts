import { isRunCase } from "./check-case";
import type { CheckCase, CheckPlan } from "./check-plan";

/** What a plan says of the starter: its code, where a case's run is compared with the starter's. */
export const starterToRun = (cases: readonly CheckCase[], starter: string): Pick<CheckPlan, "starter"> =>
  cases.some((check) => isRunCase(check) && check.run.speedUpAtLeast !== undefined) ? { starter } : {};
