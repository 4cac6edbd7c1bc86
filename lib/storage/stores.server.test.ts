import { expect, test } from "vitest";
import { sql } from "kysely";
import { readinessProblem } from "./check-readiness.server";
import { addRequestCounts } from "./add-request-counts.server";
import { attemptForTests as attempt } from "./attempt-for-tests";
import { answeredQuestions } from "./answered-questions.server";
import { exerciseStanding } from "./exercise-standing.server";
import { lastAsked, quizTries } from "./quiz-history.server";
import { draftsOnPage } from "./learner-drafts.server";
import { quizStandings } from "./quiz-standings.server";
import { saveAttempt } from "./save-attempt.server";
import { saveCountedAttempt } from "./save-counted-attempt.server";
import { saveDraft } from "./save-draft.server";
import { saveSubmission } from "./save-submission.server";
import { saveSurrender } from "./save-surrender.server";
import { exerciseProgress } from "./exercise-progress.server";
import { onEveryStore } from "./stores-for-tests";

const { now } = attempt;
const submission = {
  id: "s1",
  learner: "ada",
  payloadHash: "hash",
  exercise: "caesar",
  language: "python" as const,
  code: "print('☃')\n",
  evidence: { cases: [], work: null },
  verdict: { outcome: "passed" as const, checks: [], work: null, growth: null },
  trust: "reported" as const,
  now,
};

onEveryStore((open) => {
  test("an acknowledged attempt is there after the database was closed and opened again", async () => {
    const first = await open();
    expect(await saveAttempt(first, attempt)).toEqual({ status: "saved", verdict: attempt.verdict });
    await first.destroy();
    const second = await open();
    expect(await saveAttempt(second, attempt)).toEqual({ status: "same", verdict: attempt.verdict });
    const score = { score: 1.5, outOf: 2 };
    expect([...(await quizStandings(second, { learner: "ada" }))]).toEqual([
      ["loops", { attempts: 1, best: score, last: { ...score, at: "2030-01-01T12:00:00.000Z" } }],
    ]);
  });

  test("other answers under an attempt's id change nothing, and another learner's are foreign", async () => {
    const db = await open();
    await saveAttempt(db, attempt);
    expect(await saveAttempt(db, { ...attempt, payloadHash: "other" })).toEqual({ status: "changed" });
    expect(await saveAttempt(db, { ...attempt, learner: "eve" })).toEqual({ status: "foreign" });
    expect(await saveAttempt(db, attempt)).toEqual({ status: "same", verdict: attempt.verdict });
  });

  test("practice is told from a quiz: it counts nothing, and each knows what it asked last", async () => {
    const db = await open();
    const asking = (...ids: string[]) => ({
      ...attempt.verdict,
      questions: ids.map((id) => ({ id, outcome: "wrong" as const, points: 0, chosen: [], right: [] })),
    });
    const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    const own = { learner: "ada", quiz: "loops" };
    expect(await lastAsked(db, { ...own, mode: "quiz" })).toEqual(new Set());
    await saveAttempt(db, { ...attempt, verdict: asking("aaaa", "bbbb") });
    await saveAttempt(db, { ...attempt, id: "a2", drawId: "d2", verdict: asking("cccc"), now: later(1) });
    const practice = { ...attempt, drawId: "d3", mode: "practice" as const };
    await saveAttempt(db, { ...practice, id: "a3", verdict: asking("dddd"), now: later(2) });
    await saveAttempt(db, { ...practice, id: "a4", verdict: asking("eeee"), now: later(3) });

    expect(await lastAsked(db, { ...own, mode: "quiz" })).toEqual(new Set(["cccc"]));
    expect(await lastAsked(db, { ...own, mode: "practice" })).toEqual(new Set(["dddd", "eeee"]));
    expect(await quizTries(db, own)).toEqual({ tries: 2, drawIds: new Set(["d1", "d2"]) });
    expect((await quizStandings(db, { learner: "ada" })).get("loops")?.attempts).toBe(2);
    const answered = await answeredQuestions(db, { learner: "ada" });
    expect(answered.map(({ id }) => id).toSorted()).toEqual(["aaaa", "bbbb", "cccc", "dddd", "eeee"]);
    expect(answered.find(({ id }) => id === "eeee")?.at).toEqual(later(3));
    expect(await answeredQuestions(db, { learner: "eve" })).toEqual([]);
  });

  test("the same attempt saved many times at once, over two sets of connections, is one row", async () => {
    const [one, other] = [await open(), await open()];
    const saves = Array.from({ length: 50 }, (_, index) =>
      saveAttempt(index % 2 === 0 ? one : other, attempt),
    );
    const statuses = (await Promise.all(saves)).map(({ status }) => status);
    expect(statuses.filter((status) => status === "saved")).toHaveLength(1);
    expect(statuses.filter((status) => status === "same")).toHaveLength(49);
    expect((await quizStandings(one, { learner: "ada" })).get("loops")?.attempts).toBe(1);
  });

  test("of many attempts at once, over two sets of connections, as many are stored as may be taken", async () => {
    const [one, other] = [await open(), await open()];
    const closedBy = ({ tries }: { tries: number }) => (tries < 2 ? null : `There were ${tries}.`);
    const saves = Array.from({ length: 50 }, (_, index) =>
      saveCountedAttempt(index % 2 === 0 ? one : other, {
        attempt: { ...attempt, id: `a${index}`, drawId: `d${index}` },
        closedBy,
      }),
    );
    const answers = await Promise.all(saves);
    expect(answers.filter(({ status }) => status === "saved")).toHaveLength(2);
    expect(answers.filter(({ status }) => status === "closed")).toHaveLength(48);
    expect(answers).toContainEqual({ status: "closed", reason: "There were 2." });
    expect((await quizTries(one, { learner: "ada", quiz: "loops" })).tries).toBe(2);
  });

  test("the same submission saved many times at once is one row, and tells what was passed in which language", async () => {
    const [one, other] = [await open(), await open()];
    const saves = Array.from({ length: 20 }, (_, index) =>
      saveSubmission(index % 2 === 0 ? one : other, submission),
    );
    const statuses = (await Promise.all(saves)).map(({ status }) => status);
    expect(statuses.filter((status) => status === "saved")).toHaveLength(1);
    await saveSubmission(one, { ...submission, id: "s2", language: "javascript" });
    expect([...(await exerciseProgress(other, { learner: "ada" }))]).toEqual([
      ["caesar", { passed: true, languages: ["python", "javascript"], best: [] }],
    ]);
  });

  test("the best attempt is the one with the largest share, the last is the latest", async () => {
    const db = await open();
    const scores = [
      { score: 2, outOf: 4 },
      { score: 3, outOf: 4 },
      { score: 4, outOf: 6 },
    ];
    for (const [hour, score] of scores.entries())
      await saveAttempt(db, {
        ...attempt,
        id: `a${hour}`,
        verdict: { ...attempt.verdict, ...score },
        now: new Date(Date.UTC(2030, 0, 1, hour)),
      });
    expect((await quizStandings(db, { learner: "ada" })).get("loops")).toEqual({
      attempts: 3,
      best: { score: 3, outOf: 4 },
      last: { score: 4, outOf: 6, at: "2030-01-01T02:00:00.000Z" },
    });
  });

  test("giving up twice is giving up, and failed tries are counted", async () => {
    const db = await open();
    const failed = { ...submission.verdict, outcome: "failed" as const };
    await saveSubmission(db, { ...submission, verdict: failed });
    await saveSurrender(db, { learner: "ada", exercise: "caesar", now });
    await saveSurrender(db, { learner: "ada", exercise: "caesar", now });
    const standing = await exerciseStanding(db, { learner: "ada", exercise: "caesar" });
    expect(standing).toEqual({ passed: false, failedTries: 1, surrendered: true });
  });

  test("of many devices that write over one version of a draft one does, and the others are told which", async () => {
    const [one, other] = [await open(), await open()];
    const draft = { learner: "ada", page: "/lessons/a/b", name: "sum:python", starterHash: null, now };
    await saveDraft(one, { ...draft, change: "c0", text: "sum(0)", base: 0 });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, turn) => {
        const change = { change: `c1-${turn}`, text: `sum(${turn})`, base: 1 };
        return saveDraft(turn % 2 === 0 ? one : other, { ...draft, ...change });
      }),
    );
    const [kept] = await draftsOnPage(other, { learner: "ada", page: draft.page });
    expect(answers.filter(({ status }) => status === "kept")).toHaveLength(1);
    expect(answers.filter(({ status }) => status === "overtaken")).toHaveLength(19);
    expect(kept).toMatchObject({ version: 2, change: expect.stringMatching(/^c1-/) });
  });

  test("requests are added up by whom they came from, of many servers at once too, and old ones are forgotten", async () => {
    const [one, other] = [await open(), await open()];
    const counts = new Map([
      ["school", 2],
      ["ada", 1],
    ]);
    await Promise.all(
      Array.from({ length: 50 }, (_, turn) =>
        addRequestCounts(turn % 2 === 0 ? one : other, { minute: 7, counts }),
      ),
    );
    const added = await addRequestCounts(one, { minute: 7, counts: new Map([["school", 1]]) });
    expect(added).toEqual(new Map([["school", 101]]));
    expect(await addRequestCounts(one, { minute: 8, counts })).toEqual(counts);
    const kept = await other.selectFrom("request_count").select("minute").distinct().execute();
    expect(kept).toEqual([{ minute: 8 }]);
  });

  test("servers that start together over a new database all find it migrated", async () => {
    const databases = await Promise.all([open(), open(), open(), open()]);
    for (const db of databases) expect(await readinessProblem(db, { now })).toBeNull();
  });

  test("a database of a later version is refused and left as it is", async () => {
    const db = await open();
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'now')`.execute(db);
    await expect(open()).rejects.toThrow(/could not be brought up to this version/);
  });
});
