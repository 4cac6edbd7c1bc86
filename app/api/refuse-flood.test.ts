import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase } from "@/lib/storage/database.server";
import { newBrowser } from "./browser-for-tests";
import { useCourseForTests } from "./course-for-tests";
import { POST as makeKnown } from "./learner/route";
import { refuseFlood } from "./refuse-flood.server";

beforeAll(async () => {
  await useCourseForTests();
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterAll(async () => {
  vi.useRealTimers();
  await closeDatabase();
});

type Browser = ReturnType<typeof newBrowser>;

test("a learner who sends far too much is asked to wait, others are not, and it passes", async () => {
  vi.setSystemTime(new Date("2030-01-01T12:00:15Z"));
  const [eager, calm] = [newBrowser(), newBrowser()];
  await eager.post(makeKnown, "");
  const statuses = new Set<number>();
  for (let sent = 0; sent < 300; sent += 1) statuses.add((await eager.post(makeKnown, "")).status);
  expect([...statuses]).toEqual([204]);
  const refused = await eager.post(makeKnown, "");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("45");
  expect(await refused.json()).toEqual({ message: expect.stringContaining("send it again in 45 s") });
  expect((await calm.post(makeKnown, "")).status).toBe(204);
  vi.setSystemTime(new Date("2030-01-01T12:01:00Z"));
  expect((await eager.post(makeKnown, "")).status).toBe(204);
});

test("a classroom of 300 behind one address passes, and a flood from one address is held up, whoever it claims to be", async () => {
  vi.setSystemTime(new Date("2030-01-01T13:00:00Z"));
  const from = (browser: Browser, forwardedFor: string) =>
    browser.postWith(makeKnown, { body: "", headers: { "x-forwarded-for": forwardedFor } });
  const classroom = Array.from({ length: 300 }, () => newBrowser());
  const statuses = new Set<number>();
  for (let round = 0; round < 10; round += 1)
    for (const learner of classroom) statuses.add((await from(learner, "192.0.2.7")).status);
  expect([...statuses]).toEqual([204]);
  const headers = { "x-forwarded-for": "192.0.2.7" };
  for (let sent = 3_000; sent < 12_000; sent += 1)
    refuseFlood(new Request("http://localhost:3000", { headers }));
  expect((await from(newBrowser(), "203.0.113.9, 192.0.2.7")).status).toBe(429);
  expect((await from(newBrowser(), "192.0.2.8")).status).toBe(204);
});
