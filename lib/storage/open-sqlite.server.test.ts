import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import BetterSqlite3 from "better-sqlite3";
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { readinessProblem } from "./check-readiness.server";
import { openSqlite } from "./open-sqlite.server";
import { saveSurrender } from "./save-surrender.server";
import { isStorageTrouble } from "./storage-trouble.server";

const now = new Date("2030-01-01T12:00:00Z");
const surrender = { learner: "ada", exercise: "caesar", now };

let file = "";
beforeEach(() => {
  file = path.join(mkdtempSync(path.join(tmpdir(), "lento-database-")), "data", "lento.sqlite");
});

/** Another process's write that lasts until it is released. */
function holdDatabase() {
  const holder = new BetterSqlite3(file);
  holder.exec("begin immediate");
  return () => holder.close();
}

test("commits reach the disk before they are acknowledged, and rows refer to rows", async () => {
  const db = await openSqlite(file);
  const pragma = async (name: string) =>
    Object.values((await sql<object>`pragma ${sql.raw(name)}`.execute(db)).rows[0] ?? {})[0];
  expect(await pragma("journal_mode")).toBe("wal");
  expect(await pragma("synchronous")).toBe(2);
  expect(await pragma("foreign_keys")).toBe(1);
  await db.destroy();
});

const opening = `
  const { openSqlite } = await import("./lib/storage/open-sqlite.server.ts");
  await openSqlite(process.argv[1]);
`;

test("processes that open a new database at once all find it migrated", async () => {
  const node = ["--conditions=react-server", "--import=tsx", "--input-type=module", "--eval", opening, file];
  const processes = Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, node));
  await Promise.all(processes);
  const db = await openSqlite(file);
  expect(await readinessProblem(db, { now })).toBeNull();
  await db.destroy();
});

test("a write that finds the database held waits for it, and the process does other things meanwhile", async () => {
  const db = await openSqlite(file);
  const release = holdDatabase();
  const saved = saveSurrender(db, surrender);
  // Reached while the write waits: SQLite's own waiting would have stood in the way.
  setTimeout(release, 100);
  await expect(saved).resolves.toBeUndefined();
  await db.destroy();
});

test("a database that stays held is trouble of the storage for all that queue up, and passes", async () => {
  const db = await openSqlite(file);
  const release = holdDatabase();
  const writes = await Promise.allSettled(Array.from({ length: 20 }, () => saveSurrender(db, surrender)));
  for (const write of writes)
    expect(write).toMatchObject({ status: "rejected", reason: { code: "SQLITE_BUSY" } });
  expect(writes.every((write) => write.status === "rejected" && isStorageTrouble(write.reason))).toBe(true);
  release();
  await saveSurrender(db, surrender);
  await db.destroy();
}, 30_000);

test("a full database is trouble of the storage, can still be read, and takes work again when there is room", async () => {
  const db = await openSqlite(file);
  await sql`pragma max_page_count = 1`.execute(db);
  const fill = async () => {
    for (let learner = 0; learner < 10_000; learner += 1)
      await saveSurrender(db, { ...surrender, learner: `learner-${learner}` });
  };
  const error = await fill().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: "SQLITE_FULL" });
  expect(isStorageTrouble(error)).toBe(true);
  expect((await db.selectFrom("learner").select("id").execute()).length).toBeGreaterThan(0);
  await sql`pragma max_page_count = 100000`.execute(db);
  await saveSurrender(db, { ...surrender, learner: "late" });
  await db.destroy();
});
