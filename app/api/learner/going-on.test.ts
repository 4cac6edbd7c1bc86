import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { POST as submitAttempt } from "@/app/api/attempts/route";
import { newBrowser } from "@/app/api/browser-for-tests";
import { useCourseForTests } from "@/app/api/course-for-tests";
import { GET as getProgress } from "@/app/api/progress/route";
import { GET as getDraw } from "@/app/api/quizzes/[module]/draw/route";
import { DrawView } from "@/lib/quiz/question-view";
import { closeDatabase } from "@/lib/storage/database.server";
import { POST as goOn } from "./continue/route";
import { POST as deleteAll } from "./deletion/route";
import { GET as getEverything } from "./export/route";
import { POST as makeCode } from "./recovery/route";
import { GET as getLearner } from "./route";

beforeAll(useCourseForTests);
afterAll(closeDatabase);

type Browser = ReturnType<typeof newBrowser>;

async function attempt(browser: Browser) {
  const response = await browser.get(getDraw, "/", { params: Promise.resolve({ module: "loops" }) });
  const { draw } = DrawView.parse(await response.json());
  const body = { attemptId: randomUUID(), quiz: "loops", drawn: draw, answers: {} };
  expect((await browser.post(submitAttempt, JSON.stringify(body))).status).toBe(201);
}

const attempts = async (browser: Browser) =>
  (await (await browser.get(getProgress, "/")).json()).quizzes.loops?.attempts ?? 0;

async function codeOf(browser: Browser): Promise<string> {
  const response = await browser.post(makeCode, "{}");
  expect(response.status).toBe(201);
  return (await response.json()).code;
}

const enter = (browser: Browser, code: string) => browser.post(goOn, JSON.stringify({ code }));

test("with a code another browser goes on as the same learner, and what was done there is added once", async () => {
  const [home, phone] = [newBrowser(), newBrowser()];
  await attempt(home);
  await attempt(phone);
  await attempt(phone);
  const phoneBefore = phone.cookie();
  const code = await codeOf(home);
  expect((await enter(phone, code.toLowerCase().replaceAll("-", " "))).status).toBe(204);
  expect(phone.cookie()).toBe(home.cookie());
  expect(phone.cookie()).not.toBe(phoneBefore);
  expect(await attempts(home)).toBe(3);
  expect((await enter(phone, code)).status).toBe(204);
  expect(await attempts(home)).toBe(3);
  const replayed = newBrowser();
  replayed.setCookie(phoneBefore);
  expect(await attempts(replayed)).toBe(0);
});

test("a browser that is not known goes on, too", async () => {
  const [home, fresh] = [newBrowser(), newBrowser()];
  await attempt(home);
  await enter(fresh, await codeOf(home));
  expect(await attempts(fresh)).toBe(1);
});

test("a wrong code changes nothing, and an old one is worth nothing", async () => {
  const [home, other] = [newBrowser(), newBrowser()];
  await attempt(other);
  const old = await codeOf(home);
  await codeOf(home);
  for (const code of [old, "", "nonsense", old.replace(/^./, "?")]) {
    const response = await enter(other, code);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      message: expect.stringContaining("No learner has this code"),
    });
    expect(response.headers.has("set-cookie")).toBe(false);
  }
  expect(await attempts(other)).toBe(1);
});

test("a learner is told that there is a code, and never which", async () => {
  const browser = newBrowser();
  const unknown = { isKnown: false, isSignedIn: false, recoveryMadeAt: null, signIn: null };
  expect(await (await browser.get(getLearner, "/")).json()).toEqual(unknown);
  const code = await codeOf(browser);
  const told = await (await browser.get(getLearner, "/")).text();
  expect(JSON.parse(told)).toEqual({
    ...unknown,
    isKnown: true,
    recoveryMadeAt: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  expect(told).not.toContain(code);
});

test("everything is handed out as a file to its learner alone", async () => {
  const [browser, other] = [newBrowser(), newBrowser()];
  await attempt(browser);
  const response = await browser.get(getEverything, "/");
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename=".*\.json"$/);
  expect(await response.json()).toMatchObject({ attempt: [{ quiz: "loops", score: 0, answers: {} }] });
  expect((await other.get(getEverything, "/")).status).toBe(404);
});

test("deleted, a learner is nobody: nothing is left, the code leads nowhere and the cookie is gone", async () => {
  const [browser, stolen, other] = [newBrowser(), newBrowser(), newBrowser()];
  await attempt(browser);
  await attempt(other);
  const code = await codeOf(browser);
  stolen.setCookie(browser.cookie());
  const response = await browser.post(deleteAll, "{}");
  expect(response.status).toBe(204);
  expect(response.headers.get("set-cookie")).toMatch(/^__Host-learner=; Path=\/; Max-Age=0;/);
  expect(await attempts(stolen)).toBe(0);
  expect((await enter(newBrowser(), code)).status).toBe(404);
  expect(await attempts(other)).toBe(1);
});

test("another site's page makes no code, deletes nothing and goes on as nobody", async () => {
  const browser = newBrowser();
  await attempt(browser);
  const headers = { origin: "https://elsewhere.example" };
  for (const route of [makeCode, goOn, deleteAll])
    expect((await browser.postWith(route, { body: "{}", headers })).status).toBe(403);
  expect(await attempts(browser)).toBe(1);
});
