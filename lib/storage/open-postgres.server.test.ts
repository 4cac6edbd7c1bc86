import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "kysely";
import { attemptForTests as attempt } from "./attempt-for-tests";
import { openForgetfulProxy } from "./forgetful-proxy-for-tests";
import { openPostgres } from "./open-postgres.server";
import { type PostgresForTests, startPostgres } from "./postgres-for-tests";
import { saveCountedAttempt } from "./save-counted-attempt.server";
import { saveSurrender } from "./save-surrender.server";
import { isStorageTrouble } from "./storage-trouble.server";

const surrender = { learner: "ada", exercise: "caesar", now: new Date("2030-01-01T12:00:00Z") };

let server: PostgresForTests;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.end());

const open = async () => openPostgres(await server.newDatabase());
const reasonOf = (promise: Promise<unknown>) => promise.then(() => null).catch((reason: unknown) => reason);

test("a server that restarts in mid-statement is trouble of the storage, and is used again without a restart of ours", async () => {
  const db = await open();
  const cut = reasonOf(sql`select pg_sleep(30)`.execute(db));
  await server.restartImmediately();
  expect(isStorageTrouble(await cut)).toBe(true);
  await saveSurrender(db, surrender);
  await db.destroy();
});

test("a connection that is lost between two statements of its user fails the next one, and ends nothing else", async () => {
  const db = await open();
  await db.connection().execute(async (connection) => {
    await saveSurrender(connection, surrender);
    await server.restartImmediately();
    expect(isStorageTrouble(await reasonOf(saveSurrender(connection, surrender)))).toBe(true);
  });
  await saveSurrender(db, surrender);
  await db.destroy();
});

test("a connection that is ended from outside is trouble of the storage, and the next one works", async () => {
  const db = await open();
  const cut = reasonOf(sql`select pg_sleep(30)`.execute(db));
  const others = `select count(pg_terminate_backend(pid))::int as ended from pg_stat_activity where query like '%pg_sleep(30)%' and pid <> pg_backend_pid()`;
  await expect.poll(async () => server.ask(others)).toEqual([{ ended: 1 }]);
  expect(isStorageTrouble(await cut)).toBe(true);
  await saveSurrender(db, surrender);
  await db.destroy();
});

test("an attempt whose COMMIT was sent and never answered is trouble of the storage, and is there once when it is sent again", async () => {
  const url = await server.newDatabase();
  const proxy = await openForgetfulProxy(url);
  const db = await openPostgres(proxy.url);
  const save = () =>
    saveCountedAttempt(db, { attempt, closedBy: ({ tries }) => (tries > 0 ? "no more" : null) });
  proxy.loseAnswers("commit");
  expect(isStorageTrouble(await reasonOf(save()))).toBe(true);
  expect(proxy.hasLost()).toBe(true);
  expect(await save()).toEqual({ status: "same", verdict: attempt.verdict });
  const count = "select count(*)::int as rows from attempt";
  expect(await server.ask(count, new URL(url).pathname.slice(1))).toEqual([{ rows: 1 }]);
  await db.destroy();
  proxy.end();
});

test("statements that hang take every connection: whoever comes next is turned away, and they are ended", async () => {
  const db = await open();
  const hanging = Array.from({ length: 10 }, () => reasonOf(sql`select pg_sleep(30)`.execute(db)));
  expect(isStorageTrouble(await reasonOf(saveSurrender(db, surrender)))).toBe(true);
  for (const reason of await Promise.all(hanging)) expect(isStorageTrouble(reason)).toBe(true);
  await saveSurrender(db, surrender);
  await db.destroy();
});

test("a mistake of ours is no trouble of the storage", async () => {
  const db = await open();
  expect(isStorageTrouble(await reasonOf(sql`select 1 from nowhere`.execute(db)))).toBe(false);
  await db.destroy();
});
