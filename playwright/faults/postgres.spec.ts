import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { newLearner } from "../learner";
import { startOwnServer } from "../own-server";
import { expectNothingLost } from "./invariants";
import { openJournal } from "./journal";
import { byLength } from "./length";
import { report } from "./report";
import { newPostgresStore, type PostgresStore } from "./stores";
import { startSubmitting } from "./submitting";

const [PORT, OTHER_PORT] = [4312, 4313];
const SHOCKS = byLength({ short: 4, long: 100 });
const env = { SECRET_KEY: "the same of every server of this test" };

let store: PostgresStore;
test.beforeEach(async () => {
  store = await newPostgresStore();
});
test.afterEach(() => store.end());

test("PostgreSQL is restarted and its connections are ended under load: learners are asked to come back, and nothing is lost", async () => {
  const testInfo = test.info();
  test.setTimeout(byLength({ short: 90_000, long: 900_000 }));
  const journal = openJournal(testInfo.outputPath("journal"));
  const server = await startOwnServer({
    port: PORT,
    dataDir: testInfo.outputPath("data"),
    env: { ...env, ...store.env },
  });
  const submitting = startSubmitting({ origins: [server.origin], journal, clients: 8, paceMs: 10 });
  const others =
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lento' and pid <> pg_backend_pid()";
  for (let shock = 0; shock < SHOCKS; shock += 1) {
    const goal = submitting.acknowledged() + 20;
    await expect.poll(submitting.acknowledged, { intervals: [20] }).toBeGreaterThan(goal);
    await wait(Math.random() * 50);
    if (shock % 2 === 0) await store.server.restartImmediately();
    else await store.server.ask(others);
  }
  await submitting.stop();
  expect(submitting.strange).toEqual([]);
  await expectNothingLost(server.origin, { journal, store });
  report("shaken PostgreSQL", {
    shocks: SHOCKS,
    acknowledged: submitting.acknowledged(),
    ...submitting.outages,
  });
  await server.kill();
  journal.close();
});

test("two servers share one PostgreSQL: fifty posts of one attempt are one row, and when one is killed the other goes on", async () => {
  const testInfo = test.info();
  const journal = openJournal(testInfo.outputPath("journal"));
  const start = (port: number) =>
    startOwnServer({ port, dataDir: testInfo.outputPath(`data-${port}`), env: { ...env, ...store.env } });
  const [one, other] = await Promise.all([start(PORT), start(OTHER_PORT)]);
  const origins = [one.origin, other.origin];

  const learner = await newLearner(one.origin);
  const attempt = {
    attemptId: crypto.randomUUID(),
    quiz: "keeping",
    drawn: await learner.draw("keeping"),
    answers: {},
  };
  const posts = await Promise.all(
    Array.from({ length: 50 }, (_, turn) => learner.postTo(origins[turn % 2] ?? "", attempt)),
  );
  expect(posts.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(posts.filter(({ status }) => status === 200)).toHaveLength(49);
  expect(new Set(posts.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  journal.write({ type: "sent", learner: learner.cookie, attempt });

  const submitting = startSubmitting({ origins, journal, clients: 8, paceMs: 10 });
  await expect.poll(submitting.acknowledged).toBeGreaterThan(100);
  await one.kill();
  const then = submitting.acknowledged();
  await expect.poll(submitting.acknowledged).toBeGreaterThan(then + 100);
  await submitting.stop();
  expect(submitting.strange).toEqual([]);
  await expectNothingLost(other.origin, { journal, store });
  await other.kill();
  journal.close();
});
