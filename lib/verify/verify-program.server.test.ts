import { spawnSync } from "node:child_process";
import { afterAll, expect, test } from "vitest";
import type { CheckPlan } from "@/lib/run/check-plan";
import { hostilePrograms } from "./hostile-programs-for-tests";
import { openVerifier } from "./verifier.server";
import { closeVerifier, verifyProgram } from "./verify-program.server";

afterAll(closeVerifier);

const cases = [{ id: "three", call: "blasts", arguments: [3], returns: 60 }];
const verify = (
  code: string,
  { timeoutMs = 300, ...checks }: Partial<CheckPlan> & { timeoutMs?: number } = {},
) =>
  verifyProgram({
    program: { path: "fog-horn.js", code },
    checks: { cases, script: null, work: null, ...checks },
    limits: { timeoutMs, memoryLimitBytes: 64 * 1024 * 1024, outputLimitBytes: 1 },
  });

/** The processes that this one has started and that still live. */
const children = () =>
  spawnSync("ps", ["-o", "pid=,args=", "--ppid", String(process.pid)], { encoding: "utf8" })
    .stdout.split("\n")
    .filter((line) => line.includes("verifier.mjs"));

test("a right program's evidence is what its own process found", async () => {
  expect(await verify("const blasts = (nights) => nights * 20;", { timeoutMs: 5_000 })).toEqual({
    cases: [{ id: "three", outcome: "equal" }],
    work: null,
  });
});

test("a program's timers are run before its checks, and nobody waits for them", async () => {
  const code = "let a; setTimeout(() => { a = 20; }, 3_000_000); const blasts = (nights) => nights * a;";
  expect((await verify(code, { timeoutMs: 5_000 }))?.cases).toEqual([{ id: "three", outcome: "equal" }]);
});

test.each(hostilePrograms("blasts"))("$name passes nothing and leaves nothing behind", async ({ code }) => {
  const evidence = await verify(code);
  expect(evidence?.cases.filter(({ outcome }) => outcome === "equal")).toEqual([]);
  // The one that is started ahead.
  expect(children().length).toBeLessThanOrEqual(1);
});

test("a program whose time is up is told so at the first check", async () => {
  expect((await verify("const blasts = () => { for (;;); };"))?.cases).toEqual([
    {
      id: "three",
      outcome: "failed",
      message: "The server ended this program after 0.3 s of computing, before its checks were done.",
    },
  ]);
});

test("a closed verifier leaves no process, not even one that computes", async () => {
  const endless = verify("const blasts = () => { for (;;); };", { timeoutMs: 60_000 }).catch(
    (error) => error,
  );
  await expect.poll(children).not.toEqual([]);
  await closeVerifier();
  expect(await endless).toBeInstanceOf(Error);
  expect(children()).toEqual([]);
});

test("one program more than may wait is turned away, and those that wait have their turn", async () => {
  const file = process.env["VERIFIER_FILE"] ?? "";
  const verifier = openVerifier({ file, runningLimit: 1, waitingLimit: 1 });
  const job = {
    program: { path: "fog-horn.js", code: "const blasts = (nights) => nights * 20;" },
    checks: { cases, script: null, work: null },
    memoryLimitBytes: 64 * 1024 * 1024,
    computingLimitMs: 5_000,
  };
  const judged = await Promise.all([verifier.verify(job), verifier.verify(job), verifier.verify(job)]);
  expect(judged.map((each) => each?.type ?? "turned away")).toEqual(["found", "found", "turned away"]);
  await expect(verifier.verify(job)).resolves.toMatchObject({ type: "found" });
  await verifier.close();
});

test("a verifier whose code is not there says so, and goes on saying so", async () => {
  const verifier = openVerifier({ file: "/nowhere/verifier.mjs", runningLimit: 1, waitingLimit: 1 });
  const job = {
    program: { path: "fog-horn.js", code: "" },
    checks: { cases, script: null, work: null },
    memoryLimitBytes: 1,
    computingLimitMs: 1,
  };
  for (let times = 0; times < 2; times += 1)
    await expect(verifier.verify(job)).rejects.toThrow(/A verifying process failed: exit code 1.*nowhere/s);
  await verifier.close();
});
