import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { readinessProblem } from "./check-readiness.server";
import { openSqlite } from "./open-sqlite.server";
import { saveSurrender } from "./save-surrender.server";

let dataDir = "";
beforeEach(() => {
  dataDir = path.join(mkdtempSync(path.join(tmpdir(), "lento-backup-")), "data");
});

const backUp = (file: string | undefined, settings: Record<string, string> = { DATA_DIR: dataDir }) =>
  new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    const node = ["--conditions=react-server", "--import=tsx", "lib/storage/backup.build.ts"];
    const env = { ...process.env, ...settings };
    execFile(
      process.execPath,
      file === undefined ? node : [...node, file],
      { env },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });

test("a backup made while a server writes has all that was acknowledged before, and serves when it is put back", async () => {
  const db = await openSqlite(path.join(dataDir, "lento.sqlite"));
  let written = 0;
  const write = () =>
    saveSurrender(db, { learner: `learner-${written}`, exercise: "caesar", now: new Date() }).then(
      () => (written += 1),
    );
  for (let first = 0; first < 100; first += 1) await write();
  const acknowledged = written;
  const running = new Set(["backup"]);
  const backup = backUp(undefined).finally(() => running.clear());
  while (running.size > 0) {
    await write();
    // The backup's end is heard of between two writes.
    await new Promise((resolve) => void setImmediate(resolve));
  }
  const { code, stdout } = await backup;
  await db.destroy();
  expect(code).toBe(0);
  expect(readdirSync(path.join(dataDir, "backups"))).toEqual([path.basename(stdout.trim())]);

  // The drill: the machine is lost, and a server starts over the copy.
  const restored = path.join(dataDir, "restored");
  mkdirSync(restored);
  copyFileSync(stdout.trim(), path.join(restored, "lento.sqlite"));
  const again = await openSqlite(path.join(restored, "lento.sqlite"));
  expect(await readinessProblem(again, { now: new Date() })).toBeNull();
  const rows = await again.selectFrom("surrender").select("learner").execute();
  expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
  expect(rows.length).toBeLessThanOrEqual(written);
  await saveSurrender(again, { learner: "late", exercise: "caesar", now: new Date() });
  await again.destroy();
});

test("a damaged database is no backup, and it is said what to do", async () => {
  const file = path.join(dataDir, "lento.sqlite");
  const db = await openSqlite(file);
  for (let learner = 0; learner < 2_000; learner += 1)
    await saveSurrender(db, { learner: `learner-${learner}`, exercise: "caesar", now: new Date() });
  await db.destroy();
  const bytes = readFileSync(file);
  bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 8_192);
  writeFileSync(file, bytes);
  const { code, stderr } = await backUp(path.join(dataDir, "copy.sqlite"));
  expect(code).toBe(1);
  expect(stderr).toMatch(/^The database is damaged: .*restore the last good backup\.\n$/);
  expect(readdirSync(dataDir)).not.toContain("copy.sqlite");
});

test.each([
  ["where there is no database", () => ({ DATA_DIR: dataDir }), /There is no database at .*Set DATA_DIR/],
  ["of PostgreSQL", () => ({ DATABASE_URL: "postgres://ada:hunter2@host/lento" }), /back it up with pg_dump/],
])("a backup %s ends with a sentence", async (_what, settings, sentence) => {
  const { code, stderr } = await backUp(undefined, settings());
  expect(code).toBe(1);
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(/hunter2|at .*\.ts:/);
});
