import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newBrowser } from "@/app/api/browser-for-tests";
import { useCourseForTests } from "@/app/api/course-for-tests";
import { POST as submit } from "@/app/api/submissions/route";
import { LessonExercise } from "@/app/components/exercise/lesson-exercise";
import { closeDatabase } from "@/lib/storage/database.server";
import { GET as getChecks } from "./checks/route";
import { GET as getSolution } from "./solution/route";
import { POST as surrender } from "./surrender/route";

beforeAll(useCourseForTests);
afterAll(closeDatabase);

type Browser = ReturnType<typeof newBrowser>;
const context = (id = "double") => ({ params: Promise.resolve({ id }) });
const solution = (browser: Browser, language = "python") =>
  browser.get(getSolution, `/?language=${language}`, context());

const attempt = (browser: Browser, outcome: "equal" | "different") => {
  const failed = { outcome, got: "1", expected: "2" };
  const cases = ["two", "zero"].map((id) => ({ id, ...(outcome === "equal" ? { outcome } : failed) }));
  const evidence = { cases, work: { unit: "lines", count: 40, starterCount: 100 } };
  const submission = {
    submissionId: randomUUID(),
    exercise: "double",
    language: "python",
    code: "",
    evidence,
  };
  return browser.post(submit, JSON.stringify(submission));
};

const open = {
  code: "def double(number):\n    return number + number\n",
  html: expect.stringContaining('<span class="line">'),
  explanationHtml: "<p><strong>Add</strong> it to itself.</p>",
  commands: [],
};

test("the checks are the hidden ones only", async () => {
  const response = await newBrowser().get(getChecks, "/?language=python", context());
  expect(await response.json()).toEqual({
    checks: [
      { id: "zero", name: "Zero stays", nameHtml: "Zero stays", call: "double", arguments: [0], returns: 0 },
    ],
    checkCode: null,
  });
});

test.each([
  ["python", "def every_file_arrives(attempt):"],
  ["javascript", "function every_file_arrives(attempt) {"],
])("with the hidden checks comes the script in %s that all tests are in", async (language, test) => {
  const response = await newBrowser().get(getChecks, `/?language=${language}`, context("copies"));
  const name = "CANARY fresh files arrive";
  expect(await response.json()).toEqual({
    checks: [{ id: "canary-fresh", name, nameHtml: name, test: "canary_fresh" }],
    checkCode: expect.stringContaining(test),
  });
});

test("what an exercise gives to its page holds its files, its visible checks by name, and nothing it keeps", async () => {
  const { props } = await LessonExercise({ id: "copies", page: "/lessons/loops/short" });
  expect(props).toMatchObject({
    checks: [{ id: "arrives", test: "every_file_arrives", nameHtml: "Every file arrives" }],
    hasHiddenChecks: true,
    files: [{ path: "in/one.txt", text: "given one\n" }],
    settings: { disk: { latencyMs: 40, bytesPerSecond: 2_000_000 }, processes: 4 },
  });
  expect(JSON.stringify(props)).not.toMatch(/canary|def |exit_code/i);
});

test.each(["", "?language=javascript", "?language=cobol"])(
  "with %j the checks say which languages there are",
  async (query) => {
    const response = await newBrowser().get(getChecks, `/${query}`, context());
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ message: expect.stringContaining("?language=python") });
  },
);

test.each(["triple", "__proto__", "../double"])("there is no exercise %j", async (id) => {
  const browser = newBrowser();
  expect((await browser.get(getChecks, "/?language=python", context(id))).status).toBe(404);
  expect((await browser.get(getSolution, "/?language=python", context(id))).status).toBe(404);
  expect((await browser.post(surrender, "", context(id))).status).toBe(404);
});

test("the solution stays closed to a new browser and says how it opens", async () => {
  const response = await solution(newBrowser());
  expect(response.status).toBe(403);
  expect(await response.json()).toEqual({
    message: "The solution opens when you pass, after 3 more failed tries, or when you give up.",
  });
});

test("three failed tries open the solution", async () => {
  const browser = newBrowser();
  const statuses: number[] = [];
  for (let tries = 0; tries < 3; tries += 1) {
    await attempt(browser, "different");
    statuses.push((await solution(browser)).status);
  }
  expect(statuses).toEqual([403, 403, 200]);
});

test("a pass opens the solution, with its explanation", async () => {
  const browser = newBrowser();
  await attempt(browser, "equal");
  expect(await (await solution(browser)).json()).toEqual(open);
});

test("giving up opens the solution, to this learner only", async () => {
  const browser = newBrowser();
  expect((await browser.post(surrender, "", context())).status).toBe(204);
  expect(await (await solution(browser)).json()).toEqual(open);
  expect((await solution(newBrowser())).status).toBe(403);
});

test("another site cannot give up for a learner", async () => {
  const browser = newBrowser();
  await attempt(browser, "different");
  const headers = { origin: "http://evil.example" };
  expect((await browser.postWith(surrender, { body: "", headers }, context())).status).toBe(403);
  expect((await solution(browser)).status).toBe(403);
});
