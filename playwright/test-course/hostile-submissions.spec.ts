import { expect, test } from "@playwright/test";
import { hostilePrograms } from "@/lib/verify/hostile-programs-for-tests";
import { startOwnServer } from "../own-server";
import { isAlive, verifiersOf } from "../processes";
import { submitProgram } from "../submitting";

const PORT = 4314;
const SUBMISSIONS = 100;
/** Fewer than may wait, so that each has its turn. */
const AT_ONCE = 12;
const TEN_MINUTES_MS = 600_000;

const worst = hostilePrograms("tide");
const exercise = "tide-table";

test("a hundred submissions of the worst kind pass nothing, leave nothing behind, and hold nobody up", async () => {
  test.setTimeout(TEN_MINUTES_MS);
  const server = await startOwnServer({ port: PORT, dataDir: test.info().outputPath("data") });
  const { origin } = server;
  const right = await submitProgram(origin, {
    cookie: "",
    exercise,
    code: "const tide = (hours) => hours * 20;",
  });
  expect(right).toMatchObject({ status: 201, body: { trust: "verified", verdict: { outcome: "passed" } } });
  const { cookie } = await submitProgram(origin, { cookie: "", exercise, code: "" });

  const queue = Array.from({ length: SUBMISSIONS }, (_, index) => worst[index % worst.length]);
  const send = async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const { name, code } = next;
      const answer = await submitProgram(origin, { cookie, exercise, code });
      // On a machine too busy to tell anything of a program, nothing is stored of it.
      expect([201, 503], name).toContain(answer.status);
      expect(JSON.stringify(answer.body), name).not.toContain('"outcome":"passed","checks"');
    }
  };
  const over = new AbortController();
  const sent = Promise.all(Array.from({ length: AT_ONCE }, send)).finally(() => over.abort());
  const asking = (async () => {
    let answers = 0;
    for (; !over.signal.aborted; answers += 1) expect((await fetch(`${origin}/livez`)).status).toBe(200);
    return answers;
  })();
  await sent;
  expect(await asking).toBeGreaterThan(SUBMISSIONS);

  const progress = await fetch(`${origin}/api/progress`, { headers: { cookie } });
  expect(await progress.json()).toMatchObject({ exercises: { [exercise]: { passed: false } } });
  // One is started ahead for the next submission.
  await expect.poll(() => verifiersOf(server.pid).length).toBeLessThanOrEqual(1);
  await server.kill();
});

for (const how of ["kill", "terminate"] as const)
  test(`a server that ends by ${how} leaves no process behind, not even one that computes`, async () => {
    const server = await startOwnServer({ port: PORT, dataDir: test.info().outputPath("data") });
    const endless = { cookie: "", exercise: "fog-horn", code: "const blasts = () => { for (;;); };" };
    const answer = submitProgram(server.origin, endless).catch(() => null);
    // The one that computes, and the one that is started ahead.
    await expect.poll(() => verifiersOf(server.pid).length).toBe(2);
    const left = verifiersOf(server.pid);
    await server[how]();
    await answer;
    await expect.poll(() => left.filter(isAlive)).toEqual([]);
  });
