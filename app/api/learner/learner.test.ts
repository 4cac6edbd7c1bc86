import { afterAll, beforeAll, expect, test } from "vitest";
import { newBrowser } from "@/app/api/browser-for-tests";
import { useCourseForTests } from "@/app/api/course-for-tests";
import { closeDatabase } from "@/lib/storage/database.server";
import { POST } from "./route";

beforeAll(useCourseForTests);
afterAll(closeDatabase);

test("a browser is made known once, and stays who it is", async () => {
  const browser = newBrowser();
  const first = await browser.post(POST, "{}");
  expect(first.status).toBe(204);
  expect(browser.cookie()).toMatch(/^__Host-learner=/);
  expect((await browser.post(POST, "{}")).headers.has("set-cookie")).toBe(false);
});

test("another site's page makes nobody known", async () => {
  const browser = newBrowser();
  const headers = { origin: "https://elsewhere.example" };
  const response = await browser.postWith(POST, { body: "{}", headers });
  expect(response.status).toBe(403);
  expect(browser.cookie()).toBe("");
});
