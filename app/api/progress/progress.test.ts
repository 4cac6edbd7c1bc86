import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { POST as submitAttempt } from "@/app/api/attempts/route";
import { newBrowser } from "@/app/api/browser-for-tests";
import { useCourseForTests } from "@/app/api/course-for-tests";
import { GET as getDraw } from "@/app/api/quizzes/[module]/draw/route";
import { POST as noteReading } from "@/app/api/reading/route";
import { POST as submitExercise } from "@/app/api/submissions/route";
import { DrawView } from "@/lib/quiz/question-view";
import { closeDatabase } from "@/lib/storage/database.server";
import { GET } from "./route";

beforeAll(useCourseForTests);
afterAll(closeDatabase);

type Browser = ReturnType<typeof newBrowser>;

async function attempt(browser: Browser, answers: Record<string, string[]>) {
  const response = await browser.get(getDraw, "/", { params: Promise.resolve({ module: "loops" }) });
  const { draw } = DrawView.parse(await response.json());
  const body = { attemptId: randomUUID(), quiz: "loops", drawn: draw, answers };
  await browser.post(submitAttempt, JSON.stringify(body));
}

async function submit(browser: Browser, count: number) {
  const cases = ["two", "zero"].map((id) => ({ id, outcome: "equal" }));
  const evidence = { cases, work: { unit: "lines", count, starterCount: 100 } };
  const submission = {
    submissionId: randomUUID(),
    exercise: "double",
    language: "python",
    code: "",
    evidence,
  };
  await browser.post(submitExercise, JSON.stringify(submission));
}

test("a browser that is not known has done nothing and gets no cookie", async () => {
  const response = await newBrowser().get(GET, "/");
  expect(await response.json()).toEqual({ quizzes: {}, exercises: {}, reading: [] });
  expect(response.headers.has("set-cookie")).toBe(false);
});

test("progress has the best and the last attempt, and survives a new start of the server", async () => {
  const browser = newBrowser();
  await attempt(browser, { sing: ["aaaa"], mult: ["cccc", "dddd"] });
  await attempt(browser, { sing: ["aaaa"] });
  await closeDatabase();
  expect(await (await browser.get(GET, "/")).json()).toEqual({
    quizzes: {
      loops: {
        attempts: 2,
        best: { score: 2, outOf: 2 },
        last: { score: 1, outOf: 2, at: expect.stringMatching(/^\d{4}-.*Z$/) },
      },
    },
    exercises: {},
    reading: [],
  });
});

test("an exercise is passed once it was passed, whatever comes after, and the least work counts", async () => {
  const browser = newBrowser();
  const exercises = async () => (await (await browser.get(GET, "/")).json()).exercises;
  await submit(browser, 100);
  expect(await exercises()).toEqual({ double: { passed: false, languages: [], best: [] } });
  for (const count of [45, 40, 50, 100]) await submit(browser, count);
  expect(await exercises()).toEqual({
    double: { passed: true, languages: ["python"], best: [{ language: "python", unit: "lines", count: 40 }] },
  });
});

test("where a learner reads is noted once they are known, and the furthest place stays", async () => {
  const browser = newBrowser();
  const read = (heading: string, furthest: number, lesson = "loops/short") =>
    browser.post(noteReading, JSON.stringify({ lesson, heading, furthest }));
  const reading = async () => (await (await browser.get(GET, "/")).json()).reading;
  expect((await read("why", 0.5)).status).toBe(204);
  expect(browser.cookie()).toBe("");
  await attempt(browser, {});
  expect(await reading()).toEqual([]);
  await read("why", 0.75);
  await read("how", 0.25);
  const at = expect.stringMatching(/^\d{4}-.*Z$/);
  expect(await reading()).toEqual([{ lesson: "loops/short", heading: "how", furthest: 0.75, at }]);
  expect((await read("why", 0.5, "loops/none")).status).toBe(404);
  expect((await read("why", 1.5)).status).toBe(400);
});

test("one learner's progress is not another's", async () => {
  const [ada, eve] = [newBrowser(), newBrowser()];
  await attempt(ada, { sing: ["aaaa"] });
  await attempt(eve, {});
  expect(await (await eve.get(GET, "/")).json()).toMatchObject({
    quizzes: { loops: { attempts: 1, best: { score: 0 } } },
  });
});

test("a cookie that was tampered with shows no progress", async () => {
  const browser = newBrowser();
  await attempt(browser, { sing: ["aaaa"] });
  browser.setCookie(browser.cookie().replace(/=.{4}/, "=AAAA"));
  expect(await (await browser.get(GET, "/")).json()).toEqual({ quizzes: {}, exercises: {}, reading: [] });
});
