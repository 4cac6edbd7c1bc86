import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newBrowser } from "@/app/api/browser-for-tests";
import { useCourseForTests } from "@/app/api/course-for-tests";
import { addQuizzesOfAllKinds, rightAnswers } from "@/app/api/quiz-kinds-for-tests";
import { GET as getDraw } from "@/app/api/quizzes/[module]/draw/route";
import { evidenceOf, gradeQuiz } from "@/lib/quiz/grade";
import { DrawView } from "@/lib/quiz/question-view";
import { readQuiz } from "@/lib/quiz/read-quiz.server";
import { Verdict } from "@/lib/quiz/verdict";
import { VerdictView } from "@/lib/quiz/verdict-view";
import { closeDatabase, database } from "@/lib/storage/database.server";
import { closeVerifier } from "@/lib/verify/verify-program.server";
import { POST } from "./route";

beforeAll(async () => {
  await addQuizzesOfAllKinds(await useCourseForTests());
});
afterAll(closeDatabase);
afterAll(closeVerifier);

type Browser = ReturnType<typeof newBrowser>;

async function drawn(browser: Browser, module: string, query = "") {
  const response = await browser.get(getDraw, `/${query}`, { params: Promise.resolve({ module }) });
  return { status: response.status, text: await response.text() };
}
async function newAttempt(browser: Browser, answers: object, { quiz = "kinds", query = "" } = {}) {
  const { draw } = DrawView.parse(JSON.parse((await drawn(browser, quiz, query)).text));
  return { attemptId: randomUUID(), quiz, drawn: draw, answers };
}
const submit = (browser: Browser, attempt: unknown) => browser.post(POST, JSON.stringify(attempt));
const verdictOf = async (response: Response) => VerdictView.parse((await response.json()).verdict);
const remark = (verdict: VerdictView, id: string) =>
  verdict.questions.find((question) => question.id === id)?.remarkHtml;

test("right answers of every kind earn a point each, code by being run", async () => {
  const browser = newBrowser();
  const response = await submit(browser, await newAttempt(browser, rightAnswers));
  expect(response.status).toBe(201);
  const verdict = await verdictOf(response);
  expect(verdict.questions.map(({ id, outcome }) => [id, outcome])).toEqual(
    Object.keys(rightAnswers).map((id) => [id, "right"]),
  );
  expect(verdict).toMatchObject({ score: 8, outOf: 8 });
});

test("wrong answers are told what was the matter with them", async () => {
  const browser = newBrowser();
  const answers = {
    numb: ["75310"],
    meas: ["soon"],
    text: ["Nearly"],
    code: ["8 / 2"],
    matc: ["aaaa", ""],
    orde: ["bbbb", "cccc", "aaaa"],
  };
  const verdict = await verdictOf(await submit(browser, await newAttempt(browser, answers)));
  expect(verdict.questions.map(({ id, points }) => [id, points])).toEqual([
    ["trfa", 0],
    ["numb", 0],
    ["meas", 0],
    ["orde", 0.33],
    ["matc", 0.5],
    ["text", 0],
    ["code", 0],
    ["pars", 0],
  ]);
  expect(remark(verdict, "numb")).toBe("CANARY ten times.");
  expect(remark(verdict, "meas")).toBe("“soon” could not be read as a number. CANARY other.");
  expect(remark(verdict, "text")).toBe("CANARY nearly.");
  expect(remark(verdict, "code")).toBe("CANARY zero.");
  expect(remark(verdict, "pars")).toBe("");
});

test.each([
  ["that is no JavaScript", "}}}"],
  ["that never ends", "(() => { for (;;); })()"],
  ["that has the gap end too early", "1; } function other() { return 2"],
])("code %s is wrong, and the server goes on", async (_what, part) => {
  const browser = newBrowser();
  const verdict = await verdictOf(
    await submit(browser, await newAttempt(browser, { ...rightAnswers, code: [part] })),
  );
  expect(verdict.score).toBe(7);
  expect(remark(verdict, "code")).not.toBe("");
});

test("nothing of any key is in a draw, not even inside its token, and nothing stands in the right order", async () => {
  for (let round = 0; round < 20; round += 1) {
    const { text } = await drawn(newBrowser(), "kinds");
    const { draw, questions } = DrawView.parse(JSON.parse(text));
    const opened = draw.split(".").map((part) => Buffer.from(part, "base64url").toString("latin1"));
    for (const seen of [text, ...opened])
      expect(seen).not.toMatch(/canary|7531|feedback|explanation|accepted|seed|toleran|match"|distractor/i);
    const orders = questions.map((question) => {
      if (question.kind === "ordering") return question.items.map(({ id }) => id).join(" ");
      return question.kind === "parsons" ? question.lines.map(({ id }) => id).join(" ") : "";
    });
    expect(orders).not.toContain("aaaa bbbb cccc");
    expect(orders).not.toContain("aaaa bbbb cccc dddd");
  }
});

test("every stored verdict comes out the same when its answers are graded again", async () => {
  const browser = newBrowser();
  for (const answers of [rightAnswers, { code: ["7"], orde: ["bbbb", "aaaa", "cccc"] }, {}])
    expect((await submit(browser, await newAttempt(browser, answers))).status).toBe(201);
  const quiz = await readQuiz("kinds");
  const db = await database();
  const rows = await db
    .selectFrom("attempt")
    .select(["answers", "verdict"])
    .where("quiz", "=", "kinds")
    .execute();
  expect(rows.length).toBeGreaterThanOrEqual(3);
  for (const row of rows) {
    const stored = Verdict.parse(JSON.parse(row.verdict));
    const answers = new Map(Object.entries<string[]>(JSON.parse(row.answers)));
    expect(gradeQuiz(quiz?.questions ?? [], answers, evidenceOf(stored))).toEqual(stored);
  }
});

test.each([
  ["an order without one of its parts", { orde: ["aaaa", "bbbb"] }],
  ["an order with one part twice", { orde: ["aaaa", "bbbb", "bbbb"] }],
  ["a part of another program", { pars: ["aaaa", "eeee"] }],
  ["a row too many", { matc: ["aaaa", "bbbb", "aaaa"] }],
  ["an option that no row has", { matc: ["aaaa", "zzzz"] }],
  ["a statement neither true nor false", { trfa: ["maybe"] }],
  ["both true and false", { trfa: ["true", "false"] }],
  ["two numbers", { numb: ["1", "2"] }],
  ["a text that is a book", { text: ["word ".repeat(50)] }],
  ["more code than a gap holds", { code: [" ".repeat(4_001)] }],
])("%s is refused with a sentence", async (_what, answers) => {
  const browser = newBrowser();
  const response = await submit(browser, await newAttempt(browser, answers));
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ message: expect.stringMatching(/^[A-Z].{20,}/s) });
});

test("practice takes one question at a time, as often as one likes, and leaves the best result alone", async () => {
  const browser = newBrowser();
  const practice = { query: "?mode=practice" };
  const attempt = await newAttempt(browser, { trfa: ["true"] }, practice);
  expect(await verdictOf(await submit(browser, attempt))).toMatchObject({ score: 0, outOf: 1 });
  const again = { ...attempt, attemptId: randomUUID(), answers: { trfa: ["false"] } };
  expect(await verdictOf(await submit(browser, again))).toMatchObject({ score: 1, outOf: 1 });
  expect((await submit(browser, attempt)).status).toBe(200);
  expect((await submit(browser, await newAttempt(browser, rightAnswers, practice))).status).toBe(400);
  const { GET } = await import("@/app/api/progress/route");
  expect(await (await browser.get(GET, "/")).json()).toMatchObject({ quizzes: {} });
});

test("a quiz that counts says whether it is passed, asks nothing twice, ends its tries, and is not for practice", async () => {
  const browser = newBrowser();
  const counts = { quiz: "counts" };
  const first = await newAttempt(browser, { trfa: ["false"] }, counts);
  expect((await verdictOf(await submit(browser, first))).pass).toEqual({ percent: 80, isPassed: false });
  const corrected = { ...first, attemptId: randomUUID(), answers: { trfa: ["true"] } };
  expect((await submit(browser, corrected)).status).toBe(409);
  expect((await submit(browser, first)).status).toBe(200);
  const [second, third] = [
    await newAttempt(browser, { trfa: ["true"] }, counts),
    await newAttempt(browser, { trfa: ["true"] }, counts),
  ];
  expect((await verdictOf(await submit(browser, second))).pass).toEqual({ percent: 80, isPassed: true });
  expect((await submit(browser, third)).status).toBe(403);
  expect((await drawn(browser, "counts")).status).toBe(403);
  expect((await drawn(newBrowser(), "counts", "?mode=practice")).status).toBe(403);
  expect((await drawn(newBrowser(), "counts", "?mode=none")).status).toBe(400);
});

test("attempts that are graded at once are not more tries than a quiz allows, and each that was stored stays so", async () => {
  const browser = newBrowser();
  const attempts = [];
  for (let tries = 0; tries < 8; tries += 1)
    attempts.push(await newAttempt(browser, { code: ["number / 2"] }, { quiz: "counts-code" }));
  const answers = await Promise.all(attempts.map((attempt) => submit(browser, attempt)));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(2);
  expect(statuses.filter((status) => status === 403)).toHaveLength(6);
  for (const [index, attempt] of attempts.entries())
    expect((await submit(browser, attempt)).status).toBe(statuses[index] === 201 ? 200 : 403);
});
