// Apart from the schemas, which a page fetches only when it needs them.
import type { CheckCase, TestCase } from "./check-plan";

export const isTestCase = (check: CheckCase): check is TestCase => "test" in check;

/** The case alone, without what a file or a page says beside it. */
export const caseOf = (check: CheckCase): CheckCase =>
  isTestCase(check)
    ? { id: check.id, test: check.test }
    : { id: check.id, call: check.call, arguments: check.arguments, returns: check.returns };
