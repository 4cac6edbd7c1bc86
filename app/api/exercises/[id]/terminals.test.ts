import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newBrowser } from "@/app/api/browser-for-tests";
import { useCourseForTests } from "@/app/api/course-for-tests";
import { GET as getProgress } from "@/app/api/progress/route";
import { POST as submit } from "@/app/api/submissions/route";
import { LessonTerminal } from "@/app/components/terminal/lesson-terminal";
import { database, closeDatabase } from "@/lib/storage/database.server";
import { GET as getSolution } from "./solution/route";
import { POST as surrender } from "./surrender/route";

beforeAll(useCourseForTests);
afterAll(closeDatabase);

type Browser = ReturnType<typeof newBrowser>;
const context = (id = "jobs") => ({ params: Promise.resolve({ id }) });
const solution = (browser: Browser, language = "shell") =>
  browser.get(getSolution, `/?language=${language}`, context());

const handIn = (browser: Browser, reached: readonly string[], exercise = "jobs") => {
  const cases = ["measured", "suspended"].map((id) =>
    reached.includes(id) ? { id, outcome: "equal" } : { id, outcome: "failed", message: "Not reached yet." },
  );
  const submission = {
    submissionId: randomUUID(),
    exercise,
    language: "shell",
    code: "ab -n 20 http://127.0.0.1/",
    evidence: { cases, work: null },
  };
  return browser.post(submit, JSON.stringify(submission));
};
const both = ["measured", "suspended"];

test("what was reached at a prompt passes, as reported by the browser, and is kept with what was entered", async () => {
  const browser = newBrowser();
  const response = await handIn(browser, both);
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({ trust: "reported", verdict: { outcome: "passed" } });
  expect(await (await browser.get(getProgress, "/")).json()).toMatchObject({
    exercises: { jobs: { passed: true, languages: ["shell"], best: [] } },
  });
  const db = await database();
  const kept = await db.selectFrom("submission").select("code").where("exercise", "=", "jobs").execute();
  expect(kept).toContainEqual({ code: "ab -n 20 http://127.0.0.1/" });
});

test("what was reached in part fails, step by step", async () => {
  expect(await (await handIn(newBrowser(), ["measured"])).json()).toMatchObject({
    verdict: {
      outcome: "failed",
      checks: [
        { id: "measured", outcome: "passed" },
        { id: "suspended", outcome: "failed", message: "Not reached yet." },
      ],
    },
  });
});

test.each(["plain", "double", "none"])("nothing can be handed in from a prompt for %j", async (exercise) => {
  expect((await handIn(newBrowser(), both, exercise)).status).toBe(404);
});

test("the solution is closed to a new browser, and open with its commands after a pass", async () => {
  const browser = newBrowser();
  expect((await solution(browser)).status).toBe(403);
  await handIn(browser, both);
  expect(await (await solution(browser)).json()).toEqual({
    code: "ab -n 20 http://127.0.0.1/\nkillall -STOP transcode # CANARY",
    html: expect.stringContaining('<span class="line">'),
    explanationHtml: "<p>CANARY STOP suspends.</p>",
    commands: ["ab -n 20 http://127.0.0.1/", "killall -STOP transcode # CANARY"],
  });
});

test("three tries open it, and so does giving up", async () => {
  const trying = newBrowser();
  const statuses: number[] = [];
  for (let tries = 0; tries < 3; tries += 1) {
    await handIn(trying, []);
    statuses.push((await solution(trying)).status);
  }
  expect(statuses).toEqual([403, 403, 200]);
  const tired = newBrowser();
  expect((await tired.post(surrender, "", context())).status).toBe(204);
  expect((await solution(tired)).status).toBe(200);
});

test("a terminal to play with has no solution, and no other language than the shell", async () => {
  const browser = newBrowser();
  expect((await browser.get(getSolution, "/?language=shell", context("plain"))).status).toBe(404);
  expect((await browser.post(surrender, "", context("plain"))).status).toBe(404);
  expect((await solution(browser, "python")).status).toBe(400);
});

test("what a terminal gives to its page holds its files and steps, and nothing that it keeps", async () => {
  const { props } = await LessonTerminal({ id: "jobs", page: "/lessons/loops/short" });
  expect(props).toMatchObject({
    windows: 2,
    taskHtml: "<p>Suspend them.</p>",
    setup: "transcode &",
    files: [{ path: "/root/notes.txt", content: "tide\n", isExecutable: false }],
    steps: [
      { id: "measured", nameHtml: "<strong>Measured</strong>", ran: "^ab .*-n" },
      { id: "suspended", after: ["measured"], process: { state: ["stopped"] } },
    ],
    mistakes: [{ id: "killed", messageHtml: "The job is <code>gone</code>." }],
  });
  expect(JSON.stringify(props)).not.toContain("CANARY");
});
