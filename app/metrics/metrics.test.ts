import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { newBrowser } from "@/app/api/browser-for-tests";
import { POST } from "@/app/api/attempts/route";
import { useCourseForTests } from "@/app/api/course-for-tests";
import { GET as getDraw } from "@/app/api/quizzes/[module]/draw/route";
import { DrawView } from "@/lib/quiz/question-view";
import { closeDatabase } from "@/lib/storage/database.server";
import { GET } from "./route";

const TOKEN = "a token of sixteen or more";

beforeAll(async () => {
  await useCourseForTests();
  vi.stubEnv("METRICS_TOKEN", TOKEN);
});
afterAll(closeDatabase);

const metrics = (authorization?: string) =>
  GET(
    new Request("http://localhost:3000/metrics", {
      headers: authorization === undefined ? {} : { authorization },
    }),
  );

test.each([undefined, "", "Bearer", "Bearer ", `Bearer ${TOKEN}.`, `Basic ${TOKEN}`, TOKEN])(
  "to whoever shows %j there is nothing",
  async (authorization) => {
    const response = await metrics(authorization);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ message: "There is nothing at this address." });
  },
);

test("attempts, those sent again, requests, the verifier and the event loop are told, and nothing of the answers", async () => {
  const browser = newBrowser();
  const drawn = await browser.get(getDraw, "/", { params: Promise.resolve({ module: "loops" }) });
  const { draw } = DrawView.parse(await drawn.json());
  const attempt = { attemptId: randomUUID(), quiz: "loops", drawn: draw, answers: { sing: ["aaaa"] } };
  for (const status of [201, 200])
    expect((await browser.post(POST, JSON.stringify(attempt))).status).toBe(status);

  const response = await metrics(`Bearer ${TOKEN}`);
  expect(response.headers.get("content-type")).toContain("text/plain; version=0.0.4");
  const text = await response.text();
  expect(text).toContain('lento_attempts_total{result="saved"} 1\n');
  expect(text).toContain('lento_attempts_total{result="same"} 1\n');
  expect(text).toMatch(/lento_request_duration_seconds_count\{method="POST",route="\/",status="201"\} 1\n/);
  expect(text).toMatch(/lento_verifier_waiting 0\n/);
  expect(text).toMatch(/nodejs_eventloop_lag_seconds \d/);
  expect(text).not.toMatch(/CANARY|aaaa|sing/);
});
