// Apart from the schemas, which a page fetches only when it needs them.
import type { CheckCase, RunCase, TestCase } from "./check-plan";
import type { CaseEvidence } from "./evidence";

export const isTestCase = (check: CheckCase): check is TestCase => "test" in check;
export const isRunCase = (check: CheckCase): check is RunCase => "run" in check;

/** The case alone, without what a file or a page says beside it. */
export function caseOf(check: CheckCase): CheckCase {
  if (isTestCase(check)) return { id: check.id, test: check.test };
  if (isRunCase(check)) return { id: check.id, run: check.run };
  return { id: check.id, call: check.call, arguments: check.arguments, returns: check.returns };
}

/** Whether a case failed already where it was tried; a run is judged later. */
export const isFailed = ({ outcome }: CaseEvidence) => outcome !== "equal" && outcome !== "ran";
