import { globSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { closeDatabase, database } from "@/lib/storage/database.server";
import { newBrowser } from "./browser-for-tests";
import { useCourseForTests } from "./course-for-tests";
import { POST as makeKnown } from "./learner/route";

const MUTATIONS = ["POST", "PUT", "PATCH", "DELETE"] as const;
type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** The routes as they lie in `app/api`: whoever adds one has it tried here. `content-changes` is there in development alone. */
const files = globSync("app/api/**/route.ts").filter((file) => !file.includes("content-changes"));
const routes = await Promise.all(
  files.map(async (file) => {
    const handlers: object = await import(path.resolve(file));
    const parts: [string, unknown][] = Object.entries(handlers);
    const isHandler = z.custom<Handler>((part) => typeof part === "function");
    return parts
      .filter(([name]) => name === "GET" || MUTATIONS.some((method) => method === name))
      .map(([method, part]) => ({
        what: `${method} ${path.dirname(file)}`,
        method,
        handler: isHandler.parse(part),
      }));
  }),
).then((found) => found.flat());
const mutations = routes.filter(({ method }) => method !== "GET");
/** Of the course for tests. */
const context = () => ({ params: Promise.resolve({ id: "double", module: "loops" }) });

beforeAll(useCourseForTests);
afterAll(closeDatabase);

/** How many rows each table has that holds something of learners. */
async function countRows() {
  const db = await database();
  const counts = ["learner", "attempt", "submission", "surrender"] as const;
  return Promise.all(counts.map(async (table) => (await db.selectFrom(table).selectAll().execute()).length));
}

test("there are routes to try", () => {
  expect(mutations.map(({ what }) => what)).toEqual(
    expect.arrayContaining(["POST app/api/attempts", "POST app/api/submissions", "POST app/api/learner"]),
  );
});

test.each(mutations)("$what does nothing for a page that is not ours", async ({ handler, method }) => {
  const browser = newBrowser();
  await browser.post(makeKnown, "");
  const [before, cookie] = [await countRows(), browser.cookie()];
  const elsewhere = [
    null,
    "null",
    "",
    "http://evil.example",
    "http://localhost:3001",
    "http://localhost:3000.evil.example",
    "http://localhost",
    "file://",
  ];
  for (const origin of elsewhere)
    for (const type of ["application/json", "text/plain", "application/x-www-form-urlencoded"]) {
      const headers = { origin, "content-type": type, "sec-fetch-site": "same-origin" };
      const response = await browser.postWith(
        withMethod(handler, method),
        { body: "{}", headers },
        context(),
      );
      expect(response.status, `${origin} ${type}`).toBe(403);
      expect(await response.json()).toEqual({ message: expect.stringMatching(/^This request /) });
      expect(response.headers.has("set-cookie")).toBe(false);
    }
  expect(await countRows()).toEqual(before);
  expect(browser.cookie()).toBe(cookie);
});

test.each(routes)(
  "$what never fails over a cookie, and knows nobody by a tampered one",
  async ({ handler, method }) => {
    const browser = newBrowser();
    await browser.post(makeKnown, "");
    const genuine = browser.cookie();
    const [name = "", value = ""] = genuine.split("=");
    const [id = "", signature = ""] = value.split(".");
    const tampered = fc.oneof(
      fc.constantFrom(
        "",
        `${name}=`,
        `${name}=.`,
        `${name}=${id}`,
        `${name}=${id}.`,
        `${name}=.${signature}`,
        `${name}=${value}.${signature}`,
        `${name}=${value}x`,
        `${name}=${id.toLowerCase()}.${signature}`,
        `learner=${value}`,
        `${name}=${"a".repeat(4_000)}`,
        `;;;=;${name}`,
      ),
      fc.string({ unit: "grapheme-ascii" }).map((text) => `${name}=${text}`),
    );
    await fc.assert(
      fc.asyncProperty(tampered, async (cookie) => {
        browser.setCookie(cookie);
        const send = withMethod(handler, method);
        const response = await (method === "GET"
          ? browser.get(send, "/?language=python", context())
          : browser.post(send, "{}", context()));
        expect(response.status).toBeLessThan(500);
        expect(browser.cookie()).not.toBe(genuine);
      }),
      { numRuns: 40 },
    );
  },
);

/** The browser of the tests posts; other methods get what it sends, too. */
const withMethod =
  (handler: Handler, method: string): Handler =>
  (request, more) =>
    handler(method === request.method ? request : new Request(request, { method }), more);
