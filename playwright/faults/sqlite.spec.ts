import { execFile } from "node:child_process";
import { statSync } from "node:fs";
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
