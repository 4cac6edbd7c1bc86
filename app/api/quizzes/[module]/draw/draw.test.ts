import { afterAll, beforeAll, expect, test } from "vitest";
import { newBrowser } from "@/app/api/browser-for-tests";
import { useCourseForTests } from "@/app/api/course-for-tests";
import { DrawView } from "@/lib/quiz/question-view";
import { closeDatabase } from "@/lib/storage/database.server";
import { GET } from "./route";

beforeAll(useCourseForTests);
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
