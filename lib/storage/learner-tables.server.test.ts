import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Database } from "./database.server";
import { deleteLearner } from "./delete-learner.server";
import { exportLearner } from "./export-learner.server";
import { learnerOfIdentity } from "./identity.server";
import { learnerTables } from "./learner-tables.server";
import { mergeLearners } from "./merge-learners.server";
import { readingPositions } from "./reading-positions.server";
import { recoveredLearner, saveRecovery } from "./recovery.server";
import { onEveryStore } from "./stores-for-tests";
import { renameLearner } from "./rename-learner.server";
import { saveAttempt } from "./save-attempt.server";
import { saveDraft } from "./save-draft.server";
import { saveReading } from "./save-reading.server";
import { saveSubmission } from "./save-submission.server";
import { saveSurrender } from "./save-surrender.server";

let db: Database;

const at = (hour: number) => new Date(Date.UTC(2030, 0, 1, hour));
const verdict = { rubricVersion: 1, score: 1, outOf: 2, questions: [] };

/** A learner with a row in every table; `hour` tells two of them apart. */
async function work(learner: string, { hour, heading }: { hour: number; heading: string }) {
  const now = at(hour);
  const own = { learner, now, payloadHash: `hash of ${learner}` };
  await saveAttempt(db, {
    ...own,
    id: `attempt of ${learner}`,
    quiz: "loops",
    mode: "quiz",
    drawId: "d",
    answers: {},
    verdict,
  });
  await saveSubmission(db, {
    ...own,
    id: `submission of ${learner}`,
    exercise: "caesar",
    language: "python",
    code: "pass",
    evidence: { cases: [], work: null },
    verdict: { outcome: "passed", checks: [], work: null, growth: null },
    trust: "reported",
  });
  await saveSurrender(db, { learner, exercise: "caesar", now });
  const draft = { page: "/lessons/loops/short", text: heading, starterHash: null, base: 0, learner, now };
  await saveDraft(db, { ...draft, name: "sum:python", change: randomUUID() });
  await saveReading(db, { learner, lesson: "loops/short", heading, furthest: hour / 24, now });
  await saveRecovery(db, { learner, codeHash: `code of ${learner}`, now });
}
const signIn = (learner: string) =>
  learnerOfIdentity(db, { issuer: "https://id.example", subject: learner, newLearner: learner, now: at(1) });

const counts = async (learner: string) =>
  Object.fromEntries(
    Object.entries(await exportLearner(db, { learner })).map(([table, rows]) => [table, rows.length]),
  );
const all = (count: number) => Object.fromEntries(learnerTables.map((table) => [table, count]));
const allAnonymous = (count: number) => ({ ...all(count), identity: 0 });

onEveryStore((open) => {
  beforeEach(async () => {
    db = await open();
  });

  test("every table that says whose a row is, is one that is moved, deleted and handed out", async () => {
    const tables = await db.introspection.getTables();
    const owned = tables.filter(({ columns }) => columns.some(({ name }) => name === "learner"));
    expect(owned.map(({ name }) => name).toSorted()).toEqual(learnerTables.toSorted());
  });

  test("deleting a learner deletes every row of theirs, and none of another's", async () => {
    await work("ada", { hour: 1, heading: "why" });
    await work("eve", { hour: 2, heading: "how" });
    await signIn("ada");
    expect(await counts("ada")).toEqual(all(1));
    await deleteLearner(db, { learner: "ada" });
    expect(await counts("ada")).toEqual(all(0));
    expect(await counts("eve")).toEqual(allAnonymous(1));
    expect(await db.selectFrom("learner").select("id").where("id", "=", "ada").execute()).toEqual([]);
    expect(await recoveredLearner(db, { codeHash: "code of ada" })).toBeNull();
  });

  test("what is handed out is readable, and holds no hash", async () => {
    await work("ida", { hour: 1, heading: "why" });
    const text = JSON.stringify(await exportLearner(db, { learner: "ida" }));
    expect(text).toContain('"verdict":{"rubricVersion":1');
    expect(text).toContain('"code":"pass"');
    expect(text).not.toMatch(/(code|payload)_hash|code of/);
  });

  test.each([
    { earlier: "from", heading: "later" },
    { earlier: "into", heading: "later" },
  ])(
    "two learners become one: all work is there once, the place read last and the furthest stay ($earlier was earlier)",
    async ({ earlier, heading }) => {
      const [from, into] = [`from ${earlier}`, `into ${earlier}`];
      const hours = earlier === "from" ? { from: 3, into: 9 } : { from: 9, into: 3 };
      await work(from, { hour: hours.from, heading: hours.from === 9 ? "later" : "sooner" });
      await work(into, { hour: hours.into, heading: hours.into === 9 ? "later" : "sooner" });
      const draft = { page: "/lessons/loops/long", text: "own", starterHash: null, base: 0, learner: from };
      await saveDraft(db, { ...draft, name: "sum:python", change: randomUUID(), now: at(4) });
      await saveReading(db, { learner: from, lesson: "loops/long", heading: "end", furthest: 1, now: at(4) });
      await mergeLearners(db, { from, into, now: at(12) });
      await mergeLearners(db, { from, into, now: at(12) });
      expect(await counts(into)).toEqual({
        attempt: 2,
        submission: 2,
        surrender: 1,
        draft: 2,
        reading: 2,
        recovery: 1,
        identity: 0,
      });
      expect(await counts(from)).toEqual(all(0));
      expect(await readingPositions(db, { learner: into })).toEqual([
        { lesson: "loops/short", heading, furthest: 9 / 24, at: at(9).toISOString() },
        { lesson: "loops/long", heading: "end", furthest: 1, at: at(4).toISOString() },
      ]);
      expect(await recoveredLearner(db, { codeHash: `code of ${into}` })).toBe(into);
      expect(await recoveredLearner(db, { codeHash: `code of ${from}` })).toBeNull();
    },
  );

  test("a learner merged with themselves keeps everything", async () => {
    await work("ann", { hour: 1, heading: "why" });
    await mergeLearners(db, { from: "ann", into: "ann", now: at(12) });
    expect(await counts("ann")).toEqual(allAnonymous(1));
  });

  test("of a learner who signs in nothing is taken", async () => {
    await work("uma", { hour: 1, heading: "why" });
    expect(await signIn("uma")).toBe("uma");
    await mergeLearners(db, { from: "uma", into: "somebody", now: at(12) });
    expect(await counts("uma")).toEqual(all(1));
  });

  test("a learner who is renamed keeps everything: the code and the identity lead to the new name", async () => {
    await work("zoe", { hour: 1, heading: "why" });
    await signIn("zoe");
    await renameLearner(db, { from: "zoe", into: "zoe again", now: at(2) });
    expect(await counts("zoe")).toEqual(all(0));
    expect(await counts("zoe again")).toEqual(all(1));
    expect(await recoveredLearner(db, { codeHash: "code of zoe" })).toBe("zoe again");
    expect(await signIn("zoe")).toBe("zoe again");
  });
});
