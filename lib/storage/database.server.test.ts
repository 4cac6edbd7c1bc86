import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import BetterSqlite3 from "better-sqlite3";
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { readinessProblem } from "./check-readiness.server";
import { openDatabase } from "./database.server";
import { quizStandings } from "./quiz-standings.server";
import { type NewAttempt, saveAttempt } from "./save-attempt.server";
import { saveSurrender } from "./save-surrender.server";
import { exerciseStanding } from "./exercise-standing.server";
import { isStorageTrouble } from "./storage-trouble.server";

const now = new Date("2030-01-01T12:00:00Z");
const attempt: NewAttempt = {
  id: "a1",
  learner: "ada",
  payloadHash: "hash",
  quiz: "loops",
  drawId: "d1",
  mode: "quiz",
  answers: { k3v9: ["aaaa"] },
  verdict: { rubricVersion: 1, score: 1, outOf: 2, questions: [] },
  now,
};

let file = "";
beforeEach(() => {
  file = path.join(mkdtempSync(path.join(tmpdir(), "lento-database-")), "data", "lento.sqlite");
});

test("an acknowledged attempt is there after the database was closed and opened again", async () => {
  const first = await openDatabase(file);
  expect(await saveAttempt(first, attempt)).toEqual({ status: "saved", verdict: attempt.verdict });
  await first.destroy();
  const second = await openDatabase(file);
  expect(await saveAttempt(second, attempt)).toEqual({ status: "same", verdict: attempt.verdict });
  expect([...(await quizStandings(second, { learner: "ada" }))]).toEqual([
    [
      "loops",
      {
        attempts: 1,
        best: { score: 1, outOf: 2 },
        last: { score: 1, outOf: 2, at: "2030-01-01T12:00:00.000Z" },
      },
    ],
  ]);
  await second.destroy();
});

test("commits reach the disk before they are acknowledged, and rows refer to rows", async () => {
  const db = await openDatabase(file);
  const pragma = async (name: string) =>
    Object.values((await sql<object>`pragma ${sql.raw(name)}`.execute(db)).rows[0] ?? {})[0];
  expect(await pragma("journal_mode")).toBe("wal");
  expect(await pragma("synchronous")).toBe(2);
  expect(await pragma("foreign_keys")).toBe(1);
  await db.destroy();
});

const opening = `
  const { openDatabase } = await import("./lib/storage/database.server.ts");
  await openDatabase(process.argv[1]);
`;

test("processes that open a new database at once all find it migrated", async () => {
  const node = ["--conditions=react-server", "--import=tsx", "--input-type=module", "--eval", opening, file];
  const processes = Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, node));
  await Promise.all(processes);
  const db = await openDatabase(file);
  expect(await readinessProblem(db, { now })).toBeNull();
  await db.destroy();
});

test("the same attempt saved many times at once, over two connections, is one row", async () => {
  const [one, other] = [await openDatabase(file), await openDatabase(file)];
  const saves = Array.from({ length: 50 }, (_, index) => saveAttempt(index % 2 === 0 ? one : other, attempt));
  const statuses = (await Promise.all(saves)).map(({ status }) => status);
  expect(statuses.filter((status) => status === "saved")).toHaveLength(1);
  expect(statuses.filter((status) => status === "same")).toHaveLength(49);
  expect((await quizStandings(one, { learner: "ada" })).get("loops")?.attempts).toBe(1);
  await Promise.all([one.destroy(), other.destroy()]);
});

test("the best attempt is the one with the largest share, the last is the latest", async () => {
  const db = await openDatabase(file);
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
  await db.destroy();
});

test("giving up twice is giving up", async () => {
  const db = await openDatabase(file);
  await saveSurrender(db, { learner: "ada", exercise: "caesar", now });
  await saveSurrender(db, { learner: "ada", exercise: "caesar", now });
  const standing = await exerciseStanding(db, { learner: "ada", exercise: "caesar" });
  expect(standing).toEqual({ passed: false, failedTries: 0, surrendered: true });
  await db.destroy();
});

test("a database that another process holds is trouble of the storage, and passes", async () => {
  const db = await openDatabase(file);
  const holder = new BetterSqlite3(file);
  holder.exec("begin immediate");
  const error = await saveAttempt(db, attempt).catch((reason: unknown) => reason);
  expect(isStorageTrouble(error)).toBe(true);
  holder.exec("rollback");
  expect(await saveAttempt(db, attempt)).toMatchObject({ status: "saved" });
  holder.close();
  await db.destroy();
});

test("a database of a later version is refused and left as it is", async () => {
  const db = await openDatabase(file);
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'now')`.execute(db);
  await db.destroy();
  await expect(openDatabase(file)).rejects.toThrow(/could not be brought up to this version/);
});
