import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { startOwnServer } from "../own-server";
import { expectNothingLost } from "./invariants";
import { openJournal } from "./journal";
import { newSqliteStore } from "./stores";
import { startSubmitting } from "./submitting";

const PORT = 4312;

test("a server that is told to end under load says so, answers all that came, ends well, and its log tells nothing of answers", async ({
  request,
}, testInfo) => {
  const dataDir = testInfo.outputPath("data");
  const logFile = testInfo.outputPath("log");
  const store = await newSqliteStore(dataDir);
  const journal = openJournal(testInfo.outputPath("journal"));
  const env = { STOP_NOTICE_SECONDS: "1" };
  const server = await startOwnServer({ port: PORT, dataDir, env, logFile });
  const submitting = startSubmitting({ origins: [server.origin], journal, clients: 8, paceMs: 10 });
  await expect.poll(submitting.acknowledged).toBeGreaterThan(50);
  const ended = server.terminate();
  await expect.poll(async () => (await request.get(`${server.origin}/readyz`)).status()).toBe(503);
  expect((await request.get(`${server.origin}/livez`)).status()).toBe(200);
  const noticed = submitting.acknowledged();
  expect(await ended).toBe(0);
  // Those that came while the server was not ready any more.
  expect(submitting.acknowledged()).toBeGreaterThan(noticed);

  const again = await startOwnServer({ port: PORT, dataDir, env, logFile });
  await submitting.stop();
  expect(submitting.strange).toEqual([]);
  await expectNothingLost(again.origin, { journal, store });
  await again.kill();
  journal.close();

  const log = readFileSync(logFile, "utf8");
  const [first] = journal.read();
  expect(log).toContain(`"attemptId":"${first?.attempt.attemptId}"`);
  expect(log).toContain('"path":"/api/attempts"');
  const signature = first?.learner.split(".")[1] ?? "no cookie";
  for (const secret of [signature, first?.attempt.drawn ?? "no draw", "w2ka", "CANARY"])
    expect(log).not.toContain(secret);
});
