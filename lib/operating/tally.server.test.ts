import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { addRequestCounts } from "@/lib/storage/add-request-counts.server";
import { openSqlite } from "@/lib/storage/open-sqlite.server";
import { newTally } from "./tally.server";

const now = new Date("2030-01-01T12:00:15Z");
const openNew = () => openSqlite(path.join(mkdtempSync(path.join(tmpdir(), "lento-tally-")), "lento.sqlite"));

test("each key is counted for itself, and each minute anew", async () => {
  const tally = newTally(async ({ counts }) => counts);
  expect([tally.add("ada", now), tally.add("ada", now), tally.add("eve", now)]).toEqual([1, 2, 1]);
  await tally.shareNow();
  expect(tally.add("ada", now)).toBe(3);
  expect(tally.add("ada", new Date("2030-01-01T12:01:00Z"))).toBe(1);
});

test("servers that share a store know of one another's requests", async () => {
  const db = await openNew();
  const [one, other] = Array.from({ length: 2 }, () => newTally((counts) => addRequestCounts(db, counts)));
  for (let request = 0; request < 10; request += 1) one?.add("ada", now);
  await one?.shareNow();
  expect(other?.add("ada", now)).toBe(1);
  await other?.shareNow();
  expect(other?.add("ada", now)).toBe(12);
  await db.destroy();
});
