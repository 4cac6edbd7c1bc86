import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newBrowser } from "@/app/api/browser-for-tests";
import { useCourseForTests } from "@/app/api/course-for-tests";
import { closeDatabase, database } from "@/lib/storage/database.server";
import { openVerifier } from "@/lib/verify/verifier.server";
import { closeVerifier } from "@/lib/verify/verify-program.server";
import { POST } from "./route";

beforeAll(useCourseForTests);
afterAll(closeDatabase);
afterAll(closeVerifier);

const RIGHT = "function halve(number) { return number / 2; }";
const WRONG = "function halve(number) { return number; }";

/** What a browser says it found out. */
const claims = (outcome: "passed" | "failed") => ({
  cases: ["eight", "zero"].map((id) =>
    outcome === "passed" ? { id, outcome: "equal" } : { id, outcome: "different", got: "1", expected: "2" },
  ),
  work: null,
});
const newSubmission = (code: string, evidence: unknown = claims("passed")) => ({
  submissionId: randomUUID(),
  exercise: "halve",
  language: "javascript",
  code,
  evidence,
});
const submit = (browser: ReturnType<typeof newBrowser>, submission: unknown) =>
  browser.post(POST, JSON.stringify(submission));
const answerOf = async (response: Response) => ({ status: response.status, body: await response.json() });

async function rowOf({ submissionId }: { submissionId: string }) {
  const db = await database();
  return db
    .selectFrom("submission")
    .select(["trust", "passed", "evidence"])
    .where("id", "=", submissionId)
    .executeTakeFirst();
}

test("a wrong file with evidence of a pass fails, and what is stored is what the server found", async () => {
  const submission = newSubmission(WRONG, claims("passed"));
  expect(await answerOf(await submit(newBrowser(), submission))).toEqual({
    status: 201,
    body: {
      trust: "verified",
      verdict: {
        outcome: "failed",
        checks: [
          { id: "eight", outcome: "failed", message: "Gave 8 instead of 4" },
          { id: "zero", outcome: "passed", message: null },
        ],
        work: null,
        growth: null,
      },
    },
  });
  const row = await rowOf(submission);
  expect(row).toMatchObject({ trust: "verified", passed: 0 });
  expect(JSON.parse(row?.evidence ?? "")).toMatchObject({
    cases: [{ outcome: "different" }, { outcome: "equal" }],
  });
});

test("a right file passes, whatever the browser says", async () => {
  const answer = await answerOf(await submit(newBrowser(), newSubmission(RIGHT, claims("failed"))));
  expect(answer).toMatchObject({ status: 201, body: { trust: "verified", verdict: { outcome: "passed" } } });
});

test("TypeScript is run again too", async () => {
  const typed = (body: string) => ({
    ...newSubmission(`function halve(number: number): number { return ${body}; }`),
    language: "typescript",
  });
  const verdictOf = async (body: string) => (await answerOf(await submit(newBrowser(), typed(body)))).body;
  expect(await verdictOf("number / 2")).toMatchObject({ trust: "verified", verdict: { outcome: "passed" } });
  expect(await verdictOf("number as 4")).toMatchObject({ trust: "verified", verdict: { outcome: "failed" } });
});

test("a file that does not even load has no check that was run", async () => {
  const { body } = await answerOf(await submit(newBrowser(), newSubmission("function halve( {")));
  expect(body).toMatchObject({
    verdict: { outcome: "failed", checks: [{ outcome: "not-run" }, { outcome: "not-run" }] },
  });
});

test("the same submission sent many times at once is judged and stored once", async () => {
  const browser = newBrowser();
  await submit(browser, newSubmission(RIGHT));
  const submission = newSubmission(RIGHT);
  const responses = await Promise.all(Array.from({ length: 40 }, () => submit(browser, submission)));
  expect(responses.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(responses.filter(({ status }) => status === 200)).toHaveLength(39);
  const bodies = await Promise.all(responses.map((response) => response.text()));
  expect(new Set(bodies).size).toBe(1);
});

test("another payload under the same id is a conflict, another learner's id is not there", async () => {
  const [ada, eve] = [newBrowser(), newBrowser()];
  const submission = newSubmission(RIGHT);
  await submit(ada, submission);
  expect((await submit(ada, { ...submission, code: WRONG })).status).toBe(409);
  expect((await submit(eve, submission)).status).toBe(404);
});

test("what waits for its turn as the server is told to end is refused at once, with a sentence", async () => {
  await closeVerifier();
  globalThis.lentoVerifier = openVerifier({
    file: process.env["VERIFIER_FILE"] ?? "",
    runningLimit: 0,
    waitingLimit: 1,
  });
  const refused = submit(newBrowser(), newSubmission(RIGHT));
  await expect.poll(() => process.listenerCount("SIGTERM")).toBeGreaterThan(0);
  process.emit("SIGTERM");
  expect(await answerOf(await refused)).toEqual({
    status: 503,
    body: { message: expect.stringMatching(/about to restart, so this could not be handed in yet/) },
  });
  await closeVerifier();
});

test.each([
  ["busy", { runningLimit: 0, waitingLimit: 0 }, /checking many programs .* could not be handed in yet/],
  ["broken", { runningLimit: 1, waitingLimit: 1 }, /cannot check programs .* could not be handed in yet/],
])(
  "a verifier that is %s stores nothing, and the same submission goes through later",
  async (_, limits, sentence) => {
    const browser = newBrowser();
    const submission = newSubmission(RIGHT);
    await closeVerifier();
    globalThis.lentoVerifier = openVerifier({ file: "/nowhere/verifier.mjs", ...limits });
    const refused = await submit(browser, submission);
    expect(refused.headers.get("retry-after")).toBe("5");
    expect(await answerOf(refused)).toEqual({
      status: 503,
      body: { message: expect.stringMatching(sentence) },
    });
    expect(await rowOf(submission)).toBeUndefined();
    await closeVerifier();
    expect((await submit(browser, submission)).status).toBe(201);
  },
);

const SAVES = `
import { execFileSync } from "node:child_process";
execFileSync("cp", ["in/one.txt", "out.txt"]);`;

const copying = (code: string) => ({
  submissionId: randomUUID(),
  exercise: "copies",
  language: "javascript",
  code,
  evidence: { cases: [{ id: "arrives", outcome: "equal" }], work: null },
});

test("the author's script tries the file on the server too, whatever the browser says of it", async () => {
  const right = await answerOf(await submit(newBrowser(), copying(SAVES)));
  expect(right.body).toMatchObject({ trust: "verified", verdict: { outcome: "passed" } });
  const wrong = await answerOf(await submit(newBrowser(), copying("console.log('copied');")));
  expect(wrong.body).toMatchObject({
    trust: "verified",
    verdict: {
      outcome: "failed",
      checks: [
        { id: "arrives", outcome: "failed", message: "CANARY no file arrived" },
        { outcome: "passed" },
      ],
    },
  });
});
