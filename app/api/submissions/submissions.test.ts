import { randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newBrowser } from "@/app/api/browser-for-tests";
import { useCourseForTests } from "@/app/api/course-for-tests";
import { closeDatabase, database } from "@/lib/storage/database.server";
import { POST } from "./route";

beforeAll(useCourseForTests);
afterAll(closeDatabase);

const passing = {
  cases: [
    { id: "two", outcome: "equal" },
    { id: "zero", outcome: "equal" },
  ],
  work: { unit: "lines", count: 40, starterCount: 100 },
};
const newSubmission = (evidence: unknown = passing) => ({
  submissionId: randomUUID(),
  exercise: "double",
  language: "python",
  code: "def double(number):\n    return number * 2\n",
  evidence,
});
const submit = (browser: ReturnType<typeof newBrowser>, submission: unknown) =>
  browser.post(POST, JSON.stringify(submission));
const answerOf = async (response: Response) => ({ status: response.status, body: await response.json() });
const refusal = (status: number) => ({ status, body: { message: expect.stringMatching(/^[A-Z].{20,}/s) } });

test("a file whose every check passed with little work passes, as reported by the browser", async () => {
  expect(await answerOf(await submit(newBrowser(), newSubmission()))).toEqual({
    status: 201,
    body: {
      trust: "reported",
      verdict: {
        outcome: "passed",
        checks: [
          { id: "two", outcome: "passed", message: null },
          { id: "zero", outcome: "passed", message: null },
        ],
        work: {
          outcome: "passed",
          share: 0.4,
          count: 40,
          starterCount: 100,
          unit: "lines",
          message: "40 lines (counted), 40 % of the starter's.",
        },
        growth: null,
      },
    },
  });
});

test("evidence without the hidden check fails", async () => {
  const evidence = { ...passing, cases: [{ id: "two", outcome: "equal" }] };
  expect(await answerOf(await submit(newBrowser(), newSubmission(evidence)))).toMatchObject({
    status: 201,
    body: { verdict: { outcome: "failed", checks: [{ outcome: "passed" }, { outcome: "not-run" }] } },
  });
});

test("the same submission sent many times at once is stored once, with one verdict", async () => {
  const browser = newBrowser();
  await submit(browser, newSubmission());
  const submission = newSubmission();
  const responses = await Promise.all(Array.from({ length: 20 }, () => submit(browser, submission)));
  expect(responses.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(responses.filter(({ status }) => status === 200)).toHaveLength(19);
  const bodies = await Promise.all(responses.map((response) => response.text()));
  expect(new Set(bodies).size).toBe(1);
  const db = await database();
  const rows = await db
    .selectFrom("submission")
    .select("id")
    .where("id", "=", submission.submissionId)
    .execute();
  expect(rows).toHaveLength(1);
});

test("another payload under the same id is a conflict, another learner's id is not there", async () => {
  const [ada, eve] = [newBrowser(), newBrowser()];
  const submission = newSubmission();
  await submit(ada, submission);
  expect(await answerOf(await submit(ada, { ...submission, code: "" }))).toEqual(refusal(409));
  expect(await answerOf(await submit(eve, submission))).toEqual(refusal(404));
});

test.each([
  ["an unknown exercise", { exercise: "triple" }, 404],
  ["an exercise that is a path", { exercise: "../01-short/exercises/double" }, 404],
  ["a language the exercise is not there in", { language: "javascript" }, 400],
  ["a language nobody knows", { language: "cobol" }, 400],
  ["more code than a learner writes", { code: "x".repeat(50_001) }, 400],
  ["a NUL in the code", { code: "print(\0)" }, 400],
  ["evidence of its own making", { evidence: { passed: true } }, 400],
])("%s is refused with a sentence", async (_what, change, status) => {
  const response = await submit(newBrowser(), { ...newSubmission(), ...change });
  expect(await answerOf(response)).toEqual(refusal(status));
});

test("50,000 characters of any script fit, and a body beyond 256 KiB does not", async () => {
  const submission = { ...newSubmission(), code: "語".repeat(50_000) };
  expect((await submit(newBrowser(), submission)).status).toBe(201);
  const large = JSON.stringify(newSubmission()).padEnd(256 * 1024 + 1);
  expect(await answerOf(await newBrowser().post(POST, large))).toEqual(refusal(413));
});

test("a submission from another site is refused", async () => {
  const body = JSON.stringify(newSubmission());
  const response = await newBrowser().postWith(POST, { body, headers: { origin: "null" } });
  expect(await answerOf(response)).toEqual(refusal(403));
});

test("no JSON makes the server fail", async () => {
  const browser = newBrowser();
  const cases = fc.array(fc.record({ id: fc.string(), outcome: fc.constantFrom("equal", "raised", "none") }));
  const body = fc.record({
    submissionId: fc.oneof(fc.uuid(), fc.anything()),
    exercise: fc.constantFrom("double", "__proto__", "triple"),
    language: fc.constantFrom("python", "javascript"),
    code: fc.string({ unit: "binary" }),
    evidence: fc.oneof(fc.record({ cases, work: fc.constant(null) }), fc.anything()),
  });
  await fc.assert(
    fc.asyncProperty(body, async (submission) => {
      const { status } = await submit(browser, submission);
      expect(status === 201 || (status >= 400 && status < 500)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
