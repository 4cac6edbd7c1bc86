import path from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { useCourseForTests } from "@/app/api/course-for-tests";
import { GET as getLivez } from "@/app/livez/route";
import { closeDatabase, database } from "@/lib/storage/database.server";
import { GET } from "./route";

let root = "";
beforeAll(async () => {
  root = await useCourseForTests();
});
afterAll(closeDatabase);

const readyz = () => GET(new Request("http://localhost:3000/readyz"));

test("a server that can store work is ready", async () => {
  expect(await (await readyz()).text()).toBe("ok");
});

test("while another process holds the database it lives but is not ready, and then it is again", async () => {
  const log = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const holder = new BetterSqlite3(path.join(root, "data", "lento.sqlite"));
  holder.exec("begin immediate");
  const response = await readyz();
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ message: expect.stringContaining("cannot be written") });
  expect(log).toHaveBeenCalledWith(expect.stringContaining("database is locked"));
  expect(getLivez().status).toBe(200);
  holder.close();
  expect((await readyz()).status).toBe(200);
});

test("a database that missed a migration is not ready", async () => {
  const db = await database();
  const rows = db.withTables<{ kysely_migration: { name: string; timestamp: string } }>();
  await rows.deleteFrom("kysely_migration").execute();
  const response = await readyz();
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ message: expect.stringContaining("0001-first-tables") });
});
