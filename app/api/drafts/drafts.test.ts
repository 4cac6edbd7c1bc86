import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newBrowser } from "@/app/api/browser-for-tests";
import { useCourseForTests } from "@/app/api/course-for-tests";
import { closeDatabase } from "@/lib/storage/database.server";
import { GET, PUT } from "./route";

beforeAll(useCourseForTests);
afterAll(closeDatabase);

type Browser = ReturnType<typeof newBrowser>;

const PAGE = "/lessons/loops/short";
const draft = (changed: object = {}) => ({
  page: PAGE,
  name: "double:python",
  text: "def double(number):\n",
  starterHash: "0a1b2c3d",
  change: randomUUID(),
  base: 0,
  ...changed,
});
const put = async (browser: Browser, body: unknown) => {
  const response = await browser.post(PUT, JSON.stringify(body));
  return { status: response.status, body: await response.json() };
};
const on = async (browser: Browser) => {
  const response = await browser.get(GET, `/api/drafts?page=${encodeURIComponent(PAGE)}`);
  return response.status === 204 ? { drafts: [] } : response.json();
};
const kept = (version: number) => ({ status: 200, body: { status: "kept", version } });

test("a draft is kept, version by version, and found by its page", async () => {
  const browser = newBrowser();
  expect(await put(browser, draft())).toEqual(kept(1));
  const second = draft({ base: 1, text: "def double(n):\n" });
  expect(await put(browser, second)).toEqual(kept(2));
  const { base, ...content } = second;
  expect(base).toBe(1);
  expect(await on(browser)).toEqual({
    drafts: [{ ...content, version: 2, at: expect.stringMatching(/^\d{4}-.*Z$/) }],
  });
});

test("a draft that grew from an older one than is there overwrites nothing, and is told what is there", async () => {
  const browser = newBrowser();
  await put(browser, draft());
  await put(browser, draft({ base: 1, text: "of the first device" }));
  for (const base of [0, 1, 7]) {
    const answer = await put(browser, draft({ base, text: "of the second device" }));
    expect(answer).toMatchObject({
      status: 200,
      body: { status: "overtaken", draft: { text: "of the first device", version: 2 } },
    });
  }
});

test("sent again after a lost answer, a draft counts once", async () => {
  const browser = newBrowser();
  const first = draft();
  expect(await put(browser, first)).toEqual(kept(1));
  expect(await put(browser, first)).toEqual(kept(1));
  const second = draft({ base: 1 });
  expect(await put(browser, second)).toEqual(kept(2));
  expect(await put(browser, second)).toEqual(kept(2));
});

test("of fifty devices that write over the same version one does", async () => {
  const browser = newBrowser();
  await put(browser, draft());
  const answers = await Promise.all(Array.from({ length: 50 }, () => put(browser, draft({ base: 1 }))));
  expect(answers.filter(({ body }) => body.status === "kept")).toHaveLength(1);
  expect(answers.filter(({ body }) => body.status === "overtaken")).toHaveLength(49);
});

test("what was put back to the author's code is kept as such", async () => {
  const browser = newBrowser();
  await put(browser, draft());
  await put(browser, draft({ base: 1, text: null }));
  expect(await on(browser)).toMatchObject({ drafts: [{ text: null, version: 2 }] });
});

test("an attempt that was begun is kept as a draft of its quiz, and nothing of it is graded", async () => {
  const browser = newBrowser();
  const begun = draft({
    page: "/quizzes/loops",
    name: "attempt:quiz",
    text: '{"answers":{"sing":["aaaa"]}}',
  });
  expect(await put(browser, begun)).toEqual(kept(1));
  const response = await browser.get(GET, "/api/drafts?page=%2Fquizzes%2Floops");
  expect(await response.json()).toMatchObject({ drafts: [{ text: '{"answers":{"sing":["aaaa"]}}' }] });
  const { GET: getProgress } = await import("@/app/api/progress/route");
  expect(await (await browser.get(getProgress, "/")).json()).toMatchObject({ quizzes: {} });
});

test("a learner sees no draft of another, and writes over none", async () => {
  const [ada, eve] = [newBrowser(), newBrowser()];
  await put(ada, draft({ text: "Ada's" }));
  expect(await on(eve)).toEqual({ drafts: [] });
  expect(await put(eve, draft({ text: "Eve's" }))).toEqual(kept(1));
  expect(await on(ada)).toMatchObject({ drafts: [{ text: "Ada's", version: 1 }] });
});

test("a browser that is not known has no drafts and is given no cookie", async () => {
  const browser = newBrowser();
  expect(await on(browser)).toEqual({ drafts: [] });
  expect(browser.cookie()).toBe("");
});

test.each([
  ["another page", draft({ page: "/progress" }), 400],
  ["a quiz that is not there", draft({ page: "/quizzes/none" }), 404],
  ["a lesson that is not there", draft({ page: "/lessons/loops/long" }), 404],
  ["a page by a path", draft({ page: "/lessons/../short" }), 400],
  ["no language", draft({ name: "double" }), 400],
  ["too much text", draft({ text: "x".repeat(50_001) }), 400],
  ["a version below none", draft({ base: -1 }), 400],
  ["an unknown key", draft({ learner: "somebody else" }), 400],
])("%s is refused with a sentence", async (_what, body, status) => {
  const answer = await put(newBrowser(), body);
  expect(answer).toEqual({ status, body: { message: expect.stringMatching(/^[A-Z].{20,}/s) } });
});

test("another site's page changes nothing", async () => {
  const browser = newBrowser();
  const headers = { origin: "https://elsewhere.example" };
  expect((await browser.postWith(PUT, { body: JSON.stringify(draft()), headers })).status).toBe(403);
  expect(await on(browser)).toEqual({ drafts: [] });
});

test("without a page nobody knows which drafts are meant", async () => {
  for (const query of ["", "?page=", "?page=/", "?page=/lessons/loops"])
    expect((await newBrowser().get(GET, `/api/drafts${query}`)).status).toBe(400);
});
