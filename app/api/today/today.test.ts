import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { POST } from "@/app/api/attempts/route";
import { newBrowser } from "@/app/api/browser-for-tests";
import { useCourseForTests } from "@/app/api/course-for-tests";
import { addQuizzesOfAllKinds, rightAnswers } from "@/app/api/quiz-kinds-for-tests";
import { GET as getDraw } from "@/app/api/quizzes/[module]/draw/route";
import { DrawView } from "@/lib/quiz/question-view";
import { TodayView } from "@/lib/quiz/today-view";
import { closeDatabase, database } from "@/lib/storage/database.server";
import { closeVerifier } from "@/lib/verify/verify-program.server";
import { GET } from "./route";

beforeAll(async () => {
  await addQuizzesOfAllKinds(await useCourseForTests());
});
afterAll(closeDatabase);
afterAll(closeVerifier);

type Browser = ReturnType<typeof newBrowser>;

async function answer(browser: Browser, answers: object) {
  const draw = await browser.get(getDraw, "/", { params: Promise.resolve({ module: "kinds" }) });
  const { draw: drawn } = DrawView.parse(await draw.json());
  return post(browser, { quiz: "kinds", drawn, answers });
}
const post = (browser: Browser, attempt: object) =>
  browser.post(POST, JSON.stringify({ attemptId: randomUUID(), ...attempt }));
async function today(browser: Browser) {
  const text = await (await browser.get(GET, "/")).text();
  expect(text).not.toMatch(/canary|7531/i);
  return TodayView.parse(JSON.parse(text)).questions;
}
/** As if everything had been done so much earlier. */
async function letPass({ hours }: { hours: number }) {
  const db = await database();
  for (const { id, created_at } of await db.selectFrom("attempt").select(["id", "created_at"]).execute()) {
    const earlier = new Date(Date.parse(created_at) - hours * 3_600_000).toISOString();
    await db.updateTable("attempt").set({ created_at: earlier }).where("id", "=", id).execute();
  }
}

test("a browser that is not known, and who missed nothing, are asked nothing", async () => {
  expect(await today(newBrowser())).toEqual([]);
  const browser = newBrowser();
  await answer(browser, rightAnswers);
  await letPass({ hours: 24 * 365 });
  expect(await today(browser)).toEqual([]);
});

test("what was missed comes back after a while, and what is answered then stays away", async () => {
  const browser = newBrowser();
  await answer(browser, { ...rightAnswers, trfa: ["true"], text: ["nearly"] });
  expect(await today(browser)).toEqual([]);
  await letPass({ hours: 1 });
  const asked = await today(browser);
  expect(asked.map(({ question }) => question.id).toSorted()).toEqual(["text", "trfa"]);
  for (const { quiz, draw, question } of asked) {
    const answers = { [question.id]: rightAnswers[question.id] };
    expect((await post(browser, { quiz, drawn: draw, answers })).status).toBe(201);
  }
  expect(await today(browser)).toEqual([]);
});

test("of eight missed questions five are asked, and nobody else's", async () => {
  const browser = newBrowser();
  await answer(browser, {});
  await letPass({ hours: 1 });
  expect(await today(browser)).toHaveLength(5);
  expect(await today(newBrowser())).toEqual([]);
});
