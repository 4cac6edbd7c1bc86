import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { newLearner, type Learner } from "../learner";

const answers = { lm4p: ["w2ka"], f0gh: ["o8nb"], wt7c: ["a5ld"] };
const POSTS = 20;
const KIBIBYTE = 1024;

async function newAttempt(learner: Learner) {
  return { attemptId: randomUUID(), quiz: "keeping", drawn: await learner.draw("keeping"), answers };
}
const sentence = { message: expect.stringMatching(/^[A-Z][^]{20,}/) };

test("an attempt posted many times at once and once later is one row with one verdict", async ({
  baseURL,
}) => {
  const learner = await newLearner(baseURL);
  const attempt = await newAttempt(learner);
  const posts = await Promise.all(Array.from({ length: POSTS }, () => learner.post(attempt)));
  const later = await learner.post(attempt);
  expect(posts.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(posts.filter(({ status }) => status === 200)).toHaveLength(POSTS - 1);
  expect(later.status).toBe(200);
  expect(new Set([...posts, later].map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(later.body).toMatchObject({ verdict: { score: 2.5, outOf: 3 } });
  expect(await learner.progress()).toMatchObject({ quizzes: { keeping: { attempts: 1 } } });
});

test("other answers under an attempt's id are refused, and another learner never sees it", async ({
  baseURL,
}) => {
  const learner = await newLearner(baseURL);
  const attempt = await newAttempt(learner);
  const first = await learner.post(attempt);
  expect(await learner.post({ ...attempt, answers: { lm4p: ["r9ds"] } })).toEqual({
    status: 409,
    body: sentence,
  });
  expect(await learner.post(attempt)).toEqual({ status: 200, body: first.body });
  const stranger = await newLearner(baseURL);
  expect(await stranger.post(attempt)).toEqual({ status: 404, body: sentence });
  expect(await stranger.progress()).toMatchObject({ quizzes: {} });
});

test("a post from elsewhere is refused: foreign, null or no origin, or the wrong type", async ({
  baseURL,
}) => {
  const learner = await newLearner(baseURL);
  const attempt = await newAttempt(learner);
  const refused = [
    { headers: { origin: "http://evil.example" }, status: 403 },
    { headers: { origin: "null" }, status: 403 },
    { headers: { origin: null }, status: 403 },
    { headers: { origin: `${baseURL}.evil.example` }, status: 403 },
    { headers: { "content-type": "text/plain" }, status: 415 },
  ];
  for (const { headers, status } of refused)
    expect(await learner.post(attempt, headers), JSON.stringify(headers)).toEqual({ status, body: sentence });
  expect(await learner.progress()).toMatchObject({ quizzes: {} });
});

test("what is no attempt is refused with a sentence, and nothing is kept of it", async ({ baseURL }) => {
  const learner = await newLearner(baseURL);
  const attempt = await newAttempt(learner);
  const garbage = [
    "",
    "{",
    "null",
    "[[]]",
    "\u0000\u0001",
    "a".repeat(1000),
    '{"__proto__":{"quiz":"keeping"}}',
    JSON.stringify({ ...attempt, attemptId: 7 }),
    JSON.stringify({ ...attempt, quiz: "../keeping" }),
    JSON.stringify({ ...attempt, drawn: "e30.e30" }),
    JSON.stringify({ ...attempt, answers: { lm4p: ["w2ka", "r9ds"] } }),
    JSON.stringify({ ...attempt, answers: { none: ["w2ka"] } }),
    JSON.stringify({ ...attempt, score: 3 }),
  ];
  for (const body of garbage)
    expect(await learner.postText(body), body.slice(0, 80)).toEqual({ status: 400, body: sentence });
  const huge = JSON.stringify(attempt).padEnd(65 * KIBIBYTE);
  expect(await learner.postText(huge)).toEqual({ status: 413, body: sentence });
  expect(await learner.progress()).toMatchObject({ quizzes: {} });
});

test("a huge body is cut off or refused, and the server goes on", async ({ baseURL }) => {
  const learner = await newLearner(baseURL);
  const huge = learner.postText("[".repeat(30 * KIBIBYTE * KIBIBYTE));
  const status = await huge.then(
    (posted) => posted.status,
    () => "cut off",
  );
  expect([413, "cut off"]).toContain(status);
  expect((await learner.post(await newAttempt(learner))).status).toBe(201);
});

test("an address or a method that the service does not know is refused, not broken", async ({ request }) => {
  for (const path of [
    "/api/quizzes/none/draw",
    "/api/quizzes/..%2fkeeping/draw",
    "/api/exercises/none/solution",
  ])
    expect((await request.get(path)).status(), path).toBe(404);
  expect((await request.get("/api/attempts")).status()).toBe(405);
  expect((await request.delete("/api/progress")).status()).toBe(405);
});
