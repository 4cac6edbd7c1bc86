import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DrawView } from "@/lib/quiz/question-view";
import { closeDatabase } from "@/lib/storage/database.server";
import { POST as attempt } from "./attempts/route";
import { newBrowser } from "./browser-for-tests";
import { useCourseForTests } from "./course-for-tests";
import { GET as getSolution } from "./exercises/[id]/solution/route";
import { POST as surrender } from "./exercises/[id]/surrender/route";
import { GET as getProgress } from "./progress/route";
import { GET as getDraw } from "./quizzes/[module]/draw/route";
import { POST as submit } from "./submissions/route";

beforeAll(useCourseForTests);
afterAll(closeDatabase);

const id = randomUUID();
const double = { params: Promise.resolve({ id: "double" }) };
const [owner, stranger] = [newBrowser(), newBrowser()];
type Browser = typeof owner;

let drawn = "";
beforeAll(async () => {
  const response = await owner.get(getDraw, "/", { params: Promise.resolve({ module: "loops" }) });
  drawn = DrawView.parse(await response.json()).draw;
});

const attempted = (answers: Record<string, string[]>) => (browser: Browser) =>
  browser.post(attempt, JSON.stringify({ attemptId: id, quiz: "loops", drawn, answers }));
const submitted = (code: string) => (browser: Browser) =>
  browser.post(
    submit,
    JSON.stringify({
      submissionId: id,
      exercise: "double",
      language: "python",
      code,
      evidence: { cases: [], work: null },
    }),
  );
const solution = (browser: Browser) => browser.get(getSolution, "/?language=python", double);

test.each([
  ["an attempt", attempted({ sing: ["aaaa"] }), attempted({ sing: ["aaaa"] }), 404],
  ["an attempt with other answers", attempted({ sing: ["aaaa"] }), attempted({}), 404],
  ["a submission", submitted("pass"), submitted("pass"), 404],
  ["a submission with other code", submitted("pass"), submitted("fail"), 404],
])(
  "%s of another learner is not there, whatever is sent under its id",
  async (_what, mine, theirs, status) => {
    const first = await mine(owner);
    expect(first.ok).toBe(true);
    const refused = await theirs(stranger);
    expect(refused.status).toBe(status);
    expect(Object.keys(await refused.json())).toEqual(["message"]);
    expect((await mine(owner)).status).toBe(200);
  },
);

test("what another learner did opens nothing and shows nowhere", async () => {
  expect((await owner.post(surrender, "", double)).status).toBe(204);
  expect((await solution(owner)).status).toBe(200);
  expect((await solution(stranger)).status).toBe(403);
  const progress = await owner.get(getProgress, "/");
  expect(await progress.json()).toMatchObject({ quizzes: { loops: { attempts: 1 } } });
  expect(await (await stranger.get(getProgress, "/")).json()).toEqual({
    quizzes: {},
    exercises: {},
    reading: [],
  });
});
