import { execFile } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import BetterSqlite3 from "better-sqlite3";
import { expect, test, type APIRequestContext } from "@playwright/test";
import { type Learner, newLearner } from "../learner";
import { startOwnServer } from "../own-server";
import { byLength } from "./length";
import { newSqliteStore, sqliteFile } from "./stores";

const PORT = 4312;
const PACE_MS = 200;
const LOCKED_MS = byLength({ short: 3_000, long: 30_000 });

const statusesOf = async (request: APIRequestContext, origin: string) => {
  const paths = ["/livez", "/readyz", "/api/progress"];
  return Promise.all(paths.map(async (path) => (await request.get(`${origin}${path}`)).status()));
};

/** Attempts that are sent until `isOver`: each is asked to come back. */
async function sendInVain(
  learner: Learner,
  { origin, drawn }: { origin: string; drawn: string },
  isOver: () => boolean,
) {
  const attempts: { attemptId: string }[] = [];
  while (!isOver()) {
    const attempt = { attemptId: crypto.randomUUID(), quiz: "keeping", drawn, answers: {} };
    const { status, retryAfter } = await learner.postTo(origin, attempt);
    expect({ status, retryAfter }).toEqual({ status: 503, retryAfter: "2" });
    attempts.push(attempt);
    await wait(PACE_MS);
  }
  return attempts;
}

test("while another process holds SQLite the server lives and asks to come back, then takes everything without a restart", async ({
  request,
}, testInfo) => {
  test.setTimeout(LOCKED_MS + 60_000);
  const dataDir = testInfo.outputPath("data");
  const store = await newSqliteStore(dataDir);
  const server = await startOwnServer({ port: PORT, dataDir });
  const { origin } = server;
  const learner = await newLearner(origin);
  const drawn = await learner.draw("keeping");
  const holder = new BetterSqlite3(sqliteFile(dataDir));
  holder.exec("begin immediate");
  const freeAtMs = Date.now() + LOCKED_MS;
  expect(await statusesOf(request, origin)).toEqual([200, 503, 200]);
  const attempts = await sendInVain(learner, { origin, drawn }, () => Date.now() > freeAtMs);
  holder.close();
  for (const attempt of attempts) expect((await learner.post(attempt)).status).toBe(201);
  expect(await statusesOf(request, origin)).toEqual([200, 200, 200]);
  expect(await store.rows()).toHaveLength(attempts.length);
  await server.kill();
});

test("on a full disk reading goes on and attempts are asked to come back, then are taken without a restart", async ({
  request,
}, testInfo) => {
  const dataDir = testInfo.outputPath("data");
  const store = await newSqliteStore(dataDir);
  const server = await startOwnServer({ port: PORT, dataDir });
  const { origin } = server;
  const learner = await newLearner(origin);
  const drawn = await learner.draw("keeping");
  // The system refuses this process every byte past a file's present end, as a full disk does; no mount is needed for it.
  const allow = (limit: string) =>
    promisify(execFile)("prlimit", ["--pid", String(server.pid), `--fsize=${limit}:`]);
  await allow(String(statSync(`${sqliteFile(dataDir)}-wal`).size));
  let tries = 0;
  const attempts = await sendInVain(learner, { origin, drawn }, () => (tries += 1) > 5);
  expect(await statusesOf(request, origin)).toEqual([200, 503, 200]);
  await allow("unlimited");
  for (const attempt of attempts) expect((await learner.post(attempt)).status).toBe(201);
  expect(await statusesOf(request, origin)).toEqual([200, 200, 200]);
  expect(await store.rows()).toHaveLength(attempts.length);
  await server.kill();
});

/** Writes until there is no room for another byte; gives the file that took it. */
function fill(folder: string): string {
  const filler = path.join(folder, "filler");
  const file = openSync(filler, "w");
  for (let bytes = 64 * 1024; bytes >= 1; bytes = Math.floor(bytes / 2))
    try {
      for (;;) writeSync(file, Buffer.alloc(bytes, 1));
    } catch (error) {
      expect(error).toMatchObject({ code: "ENOSPC" });
    }
  closeSync(file);
  return filler;
}

test("a small file system that others fill up takes attempts again as soon as there is room, and keeps what it took", async ({
  request,
}, testInfo) => {
  const canMount = process.platform === "linux" && process.getuid?.() === 0;
  test.skip(
    !canMount,
    "Only root on Linux may make a file system of its own; a limit on files is tested above.",
  );
  const dataDir = testInfo.outputPath("small");
  mkdirSync(dataDir);
  const run = promisify(execFile);
  await run("mount", ["-t", "tmpfs", "-o", "size=8m", "lento-small", dataDir]);
  try {
    const store = await newSqliteStore(dataDir);
    const server = await startOwnServer({ port: PORT, dataDir });
    const { origin } = server;
    const learner = await newLearner(origin);
    const drawn = await learner.draw("keeping");
    const filler = fill(dataDir);
    // What room the log still has inside its file is used up first.
    let acknowledged = 0;
    for (;;) {
      const attempt = { attemptId: crypto.randomUUID(), quiz: "keeping", drawn, answers: {} };
      if ((await learner.post(attempt)).status !== 201) break;
      acknowledged += 1;
    }
    let tries = 0;
    const attempts = await sendInVain(learner, { origin, drawn }, () => (tries += 1) > 5);
    expect(await statusesOf(request, origin)).toEqual([200, 503, 200]);
    rmSync(filler);
    for (const attempt of attempts) expect((await learner.post(attempt)).status).toBe(201);
    expect(await statusesOf(request, origin)).toEqual([200, 200, 200]);
    expect(await store.rows()).toHaveLength(acknowledged + attempts.length);
    await server.kill();
  } finally {
    await run("umount", ["--lazy", dataDir]);
  }
});
