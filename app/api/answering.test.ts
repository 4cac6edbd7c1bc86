import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as z from "zod";
import { DrawView } from "@/lib/quiz/question-view";
import { closeDatabase, database } from "@/lib/storage/database.server";
import { POST } from "./attempts/route";
import { newBrowser } from "./browser-for-tests";
import { useCourseForTests } from "./course-for-tests";
import { GET as getDraw } from "./quizzes/[module]/draw/route";

beforeAll(async () => {
  await useCourseForTests();
  vi.stubEnv("LOG_LEVEL", "info");
});
afterAll(closeDatabase);

type Browser = ReturnType<typeof newBrowser>;
const drawn = async (browser: Browser) =>
  DrawView.parse(
    await (await browser.get(getDraw, "/", { params: Promise.resolve({ module: "loops" }) })).json(),
  ).draw;

test("the log names each request and its attempt by their ids, and nothing that the learner sent", async () => {
  const browser = newBrowser();
  const attempt = {
    attemptId: randomUUID(),
    quiz: "loops",
    drawn: await drawn(browser),
    answers: { sing: ["aaaa"] },
  };
  const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const response = await browser.post(POST, JSON.stringify(attempt));
  const lines = written.mock.calls.map(([line]) => String(line));
  written.mockRestore();
  expect(lines).toHaveLength(1);
  const entry = z.record(z.string(), z.unknown()).parse(JSON.parse(lines[0] ?? ""));
  expect(entry).toEqual({
    level: "info",
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    requestId: response.headers.get("x-request-id"),
    attemptId: attempt.attemptId,
    method: "POST",
    path: "/",
    status: 201,
    durationMs: expect.any(Number),
    msg: "answered",
  });
  const [cookie = ""] = browser.cookie().split("=").slice(1);
  for (const secret of ["aaaa", "sing", cookie, attempt.drawn]) expect(lines.join("")).not.toContain(secret);
});

test("a failure is logged with its stack under the id that the answer carries, and answered without it", async () => {
  const browser = newBrowser();
  const asked = await drawn(browser);
  const db = await database();
  await db.schema.alterTable("attempt").renameTo("away").execute();
  const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const attempt = { attemptId: randomUUID(), quiz: "loops", drawn: asked, answers: {} };
  const response = await browser.post(POST, JSON.stringify(attempt));
  const lines = written.mock.calls.map(([line]) => String(line)).join("");
  written.mockRestore();
  await db.schema.alterTable("away").renameTo("attempt").execute();
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("no such table");
  expect(lines).toMatch(
    new RegExp(`"level":"error".*${response.headers.get("x-request-id")}.*no such table`),
  );
});
