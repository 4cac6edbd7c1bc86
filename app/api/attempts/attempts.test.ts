import { randomUUID } from "node:crypto";
import { rename } from "node:fs/promises";
import path from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newBrowser } from "@/app/api/browser-for-tests";
import { useCourseForTests } from "@/app/api/course-for-tests";
import { GET as getDraw } from "@/app/api/quizzes/[module]/draw/route";
import { DrawView } from "@/lib/quiz/question-view";
import { closeDatabase, database } from "@/lib/storage/database.server";
import { POST } from "./route";

let root = "";
beforeAll(async () => {
  root = await useCourseForTests();
});
afterAll(closeDatabase);

type Browser = ReturnType<typeof newBrowser>;

const drawn = async (browser: Browser) => {
  const response = await browser.get(getDraw, "/", { params: Promise.resolve({ module: "loops" }) });
  return DrawView.parse(await response.json()).draw;
};
const newAttempt = async (browser: Browser) => ({
  attemptId: randomUUID(),
  quiz: "loops",
  drawn: await drawn(browser),
  answers: { sing: ["aaaa"], mult: ["cccc"] },
});
const submit = (browser: Browser, attempt: unknown) => browser.post(POST, JSON.stringify(attempt));
const countAttempts = async () => {
  const db = await database();
  return (await db.selectFrom("attempt").select("id").execute()).length;
};
const answerOf = async (response: Response) => ({ status: response.status, body: await response.json() });
const refusal = (status: number) => ({ status, body: { message: expect.stringMatching(/^[A-Z].{20,}/s) } });

test("an attempt is graded, with the feedback to each option", async () => {
  const browser = newBrowser();
  const response = await submit(browser, await newAttempt(browser));
  expect(response.status).toBe(201);
  expect(await response.json()).toEqual({
    verdict: {
      score: 1.5,
      outOf: 2,
      pass: null,
      questions: [
        {
          id: "sing",
          outcome: "right",
          points: 1,
          chosen: ["aaaa"],
          right: ["aaaa"],
          options: [
            { id: "aaaa", right: true, feedbackHtml: "CANARY yes." },
            { id: "bbbb", right: false, feedbackHtml: "CANARY no." },
          ],
          remarkHtml: "",
          explanationHtml: "<p>CANARY because.</p>",
          lessonHref: "/lessons/loops/short#why",
        },
        expect.objectContaining({ id: "mult", outcome: "partly", points: 0.5, lessonHref: null }),
      ],
    },
  });
});

test("the same attempt sent again gets the same verdict, and is stored once", async () => {
  const browser = newBrowser();
  const attempt = await newAttempt(browser);
  const before = await countAttempts();
  const first = await submit(browser, attempt);
  const again = await submit(browser, { ...attempt, attemptId: attempt.attemptId.toUpperCase() });
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(await again.json()).toEqual(await first.json());
  expect((await countAttempts()) - before).toBe(1);
});

test("the same attempt sent fifty times at once is stored once, with one verdict", async () => {
  const browser = newBrowser();
  const attempt = await newAttempt(browser);
  const before = await countAttempts();
  const responses = await Promise.all(Array.from({ length: 50 }, () => submit(browser, attempt)));
  expect(responses.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(responses.filter(({ status }) => status === 200)).toHaveLength(49);
  const verdicts = await Promise.all(responses.map((response) => response.text()));
  expect(new Set(verdicts).size).toBe(1);
  expect((await countAttempts()) - before).toBe(1);
});

test("other answers under the same id are refused, and the first ones stay", async () => {
  const browser = newBrowser();
  const attempt = await newAttempt(browser);
  const first = await (await submit(browser, attempt)).json();
  expect(await answerOf(await submit(browser, { ...attempt, answers: { sing: ["bbbb"] } }))).toEqual(
    refusal(409),
  );
  expect(await (await submit(browser, attempt)).json()).toEqual(first);
});

test("another learner's attempt is not there, whatever is sent under its id", async () => {
  const [ada, eve] = [newBrowser(), newBrowser()];
  const attempt = await newAttempt(ada);
  await submit(ada, attempt);
  expect(await answerOf(await submit(eve, attempt))).toEqual(refusal(404));
  expect(await answerOf(await submit(eve, { ...attempt, answers: {} }))).toEqual(refusal(404));
});

test("a tampered cookie makes a new learner, and the attempt counts for that one", async () => {
  const browser = newBrowser();
  const attempt = await newAttempt(browser);
  const genuine = browser.cookie();
  browser.setCookie(`${genuine.slice(0, -1)}${genuine.endsWith("A") ? "B" : "A"}`);
  expect((await submit(browser, attempt)).status).toBe(201);
  expect(browser.cookie()).not.toBe(genuine);
  browser.setCookie(genuine);
  expect(await answerOf(await submit(browser, attempt))).toEqual(refusal(404));
});

test("nothing answered is an attempt of no points", async () => {
  const browser = newBrowser();
  const response = await submit(browser, { ...(await newAttempt(browser)), answers: {} });
  expect(await response.json()).toMatchObject({ verdict: { score: 0, outOf: 2 } });
});

test("a retry gets its verdict even when the quiz is gone", async () => {
  const browser = newBrowser();
  const attempt = await newAttempt(browser);
  await submit(browser, attempt);
  const [file, away] = [path.join(root, "quizzes/01-loops.yaml"), path.join(root, "away.yaml")];
  await rename(file, away);
  try {
    const again = await submit(browser, attempt);
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ verdict: { score: 1.5, outOf: 2 } });
    expect(await answerOf(await submit(browser, { ...attempt, attemptId: randomUUID() }))).toEqual(
      refusal(400),
    );
  } finally {
    await rename(away, file);
  }
});

test.each([
  ["a question that was not asked", { answers: { nope: ["aaaa"] } }],
  ["an option the question does not have", { answers: { sing: ["cccc"] } }],
  ["two options of a single choice", { answers: { sing: ["aaaa", "bbbb"] } }],
  ["an option chosen twice", { answers: { mult: ["cccc", "cccc"] } }],
  ["a token of its own making", { drawn: "e30.e30" }],
  ["another quiz than the drawn one", { quiz: "files" }],
  ["an id that is no UUID", { attemptId: "1" }],
  ["a setting nobody asked for", { score: 100 }],
  ["answers that are no lists", { answers: { sing: "aaaa" } }],
  ["no answers", { answers: undefined }],
])("%s is refused with a sentence, and nothing is stored", async (_what, change) => {
  const browser = newBrowser();
  const attempt = await newAttempt(browser);
  const before = await countAttempts();
  expect(await answerOf(await submit(browser, { ...attempt, ...change }))).toEqual(refusal(400));
  expect(await countAttempts()).toBe(before);
});

test.each([
  ["no Origin", { origin: null }, 403],
  ["a null Origin", { origin: "null" }, 403],
  ["a foreign Origin", { origin: "http://evil.example" }, 403],
  ["a form's type", { "content-type": "text/plain" }, 415],
  ["no type", { "content-type": null }, 415],
  ["a type that only begins like JSON", { "content-type": "application/jsonp" }, 415],
])("%s is refused with a sentence, and nothing is stored", async (_what, headers, status) => {
  const browser = newBrowser();
  const body = new TextEncoder().encode(JSON.stringify(await newAttempt(browser)));
  const before = await countAttempts();
  expect(await answerOf(await browser.postWith(POST, { body, headers }))).toEqual(refusal(status));
  expect(await countAttempts()).toBe(before);
});

test.each(["", "{", "null", "[]", '"text"', "{}", "\u0000", '{"__proto__":{"quiz":"loops"}}'])(
  "the body %j is refused with a sentence",
  async (body) => {
    expect(await answerOf(await newBrowser().post(POST, body))).toEqual(refusal(400));
  },
);

test("a body that is not UTF-8 is refused", async () => {
  expect(await answerOf(await newBrowser().post(POST, new Uint8Array([0x22, 0xff, 0xfe, 0x22])))).toEqual(
    refusal(400),
  );
});

test("64 KiB are taken and one byte more is not", async () => {
  const browser = newBrowser();
  const text = JSON.stringify(await newAttempt(browser));
  const limitBytes = 64 * 1024;
  expect((await browser.post(POST, text.padEnd(limitBytes))).status).toBe(201);
  expect(await answerOf(await browser.post(POST, text.padEnd(limitBytes + 1)))).toEqual(refusal(413));
});

test("an endless body is cut off, not collected", async () => {
  let sentBytes = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sentBytes += 16 * 1024;
      controller.enqueue(new Uint8Array(16 * 1024).fill(0x20));
    },
  });
  const headers = {
    host: "localhost:3000",
    origin: "http://localhost:3000",
    "content-type": "application/json",
  };
  const stream = { method: "POST", body: endless, headers, duplex: "half" };
  const request = new Request("http://localhost:3000", stream);
  expect(await answerOf(await POST(request))).toEqual(refusal(413));
  expect(sentBytes).toBeLessThan(256 * 1024);
});

test("no JSON makes the server fail", async () => {
  const token = await drawn(newBrowser());
  const ids = fc.oneof(
    fc.constantFrom("sing", "mult", "aaaa", "cccc", "__proto__", "constructor"),
    fc.string(),
  );
  const almost = fc.record(
    {
      attemptId: fc.oneof(fc.uuid(), fc.anything()),
      quiz: fc.oneof(fc.constantFrom("loops", "__proto__", "../loops"), fc.anything()),
      drawn: fc.oneof(fc.constant(token), fc.string(), fc.anything()),
      answers: fc.oneof(fc.dictionary(ids, fc.array(ids)), fc.anything()),
    },
    { requiredKeys: [] },
  );
  const body = fc.oneof(
    almost.map((value) => JSON.stringify(value) ?? ""),
    fc.json(),
    fc.string({ unit: "binary" }),
  );
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      // A new one each time: one learner's many requests would be held up.
      const response = await newBrowser().post(POST, text);
      expect(response.status === 201 || (response.status >= 400 && response.status < 500)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
