import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { POST } from "@/app/api/attempts/route";
import { newBrowser } from "@/app/api/browser-for-tests";
import { useCourseForTests } from "@/app/api/course-for-tests";
import { DrawView } from "@/lib/quiz/question-view";
import { closeDatabase } from "@/lib/storage/database.server";
import { GET } from "./route";

/** Six statements, of which three are asked at a time. */
const MANY = `
title: Many
description: A quiz for tests.
draw: 3
questions:
${["aaaa", "bbbb", "cccc", "dddd", "eeee", "ffff"]
  .map(
    (id) => `  - id: ${id}
    kind: true-or-false
    tags: [statement]
    prompt: It is so.
    right: true
    whenTrue: Yes.
    whenFalse: No.
    explanation: So it is.
`,
  )
  .join("")}`;

beforeAll(async () => {
  const root = await useCourseForTests();
  await writeFile(path.join(root, "quizzes/02-many.yaml"), MANY);
});
afterAll(closeDatabase);

const draw = (browser = newBrowser(), module = "loops") =>
  browser.get(GET, "/", { params: Promise.resolve({ module }) });

test("a draw has the questions as HTML, a token, and makes the browser a learner", async () => {
  const browser = newBrowser();
  const response = await draw(browser);
  expect(response.status).toBe(200);
  const { title, questions } = DrawView.parse(await response.json());
  expect(title).toBe("Loops and files");
  expect(questions.map(({ id }) => id).toSorted()).toEqual(["mult", "sing"]);
  expect(questions.find(({ id }) => id === "sing")).toMatchObject({
    kind: "single",
    promptHtml: "<p>Which loop is quick?</p>",
    options: expect.arrayContaining([{ id: "aaaa", html: "The short one" }]),
  });
  expect(browser.cookie()).toMatch(/^__Host-learner=/);
});

test("a learner who is known keeps the cookie", async () => {
  const browser = newBrowser();
  await draw(browser);
  expect((await draw(browser)).headers.has("set-cookie")).toBe(false);
});

test("nothing of the key is in a draw, not even inside its token", async () => {
  for (let round = 0; round < 20; round += 1) {
    const text = await (await draw()).text();
    const { draw: token } = DrawView.parse(JSON.parse(text));
    const opened = token.split(".").map((part) => Buffer.from(part, "base64url").toString("latin1"));
    for (const seen of [text, ...opened]) expect(seen).not.toMatch(/CANARY|right|feedback|explanation/);
  }
});

test.each(["none", "../loops", "01-loops", "loops\0", "__proto__", "LOOPS", ""])(
  "there is no quiz called %j",
  async (module) => {
    const response = await draw(newBrowser(), module);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ message: expect.stringMatching(/^There is no quiz/) });
    expect(response.headers.has("set-cookie")).toBe(false);
  },
);

const drawAgain = (browser: ReturnType<typeof newBrowser>, token: string, module = "many") =>
  browser.get(GET, `/?again=${encodeURIComponent(token)}`, { params: Promise.resolve({ module }) });

test("what one device drew another is given again: the same questions, their parts in the same order", async () => {
  for (const module of ["many", "loops"]) {
    const first = DrawView.parse(await (await draw(newBrowser(), module)).json());
    expect(DrawView.parse(await (await drawAgain(newBrowser(), first.draw, module)).json())).toEqual(first);
  }
});

test("what was not drawn here, or for another quiz, or was handed in already is not given again", async () => {
  const browser = newBrowser();
  const { draw: token, questions } = DrawView.parse(await (await draw(browser, "many")).json());
  for (const other of ["", "e30.e30", `${token}x`])
    expect((await drawAgain(browser, other)).status).toBe(400);
  expect((await drawAgain(browser, token, "loops")).status).toBe(400);
  const answers = Object.fromEntries(questions.map(({ id }) => [id, ["true"]]));
  const attempt = { attemptId: randomUUID(), quiz: "many", drawn: token, answers };
  expect((await browser.post(POST, JSON.stringify(attempt))).status).toBe(201);
  expect((await drawAgain(browser, token)).status).toBe(409);
});

test("in practice too, what was just asked is asked again last", async () => {
  const browser = newBrowser();
  const practise = async () => {
    const response = await browser.get(GET, "/?mode=practice", {
      params: Promise.resolve({ module: "many" }),
    });
    const { draw: drawn, questions } = DrawView.parse(await response.json());
    for (const { id } of questions)
      await browser.post(
        POST,
        JSON.stringify({ attemptId: randomUUID(), quiz: "many", drawn, answers: { [id]: ["true"] } }),
      );
    return questions.map(({ id }) => id);
  };
  let before: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    const asked = await practise();
    expect(asked.filter((id) => before.includes(id))).toEqual([]);
    before = asked;
  }
});
