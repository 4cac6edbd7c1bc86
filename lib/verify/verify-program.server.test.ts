import { spawnSync } from "node:child_process";
import { afterAll, expect, test } from "vitest";
import type { CheckPlan } from "@/lib/run/check-plan";
import { Limits } from "@/lib/run/limits";
import { MachineSettings } from "@/lib/run/machine-settings";
import type { VerifyJob } from "./child-message";
import { hostilePrograms } from "./hostile-programs-for-tests";
import { openVerifier } from "./verifier.server";
import { closeVerifier, verifyProgram } from "./verify-program.server";

afterAll(closeVerifier);

const cases = [{ id: "three", call: "blasts", arguments: [3], returns: 60 }];
async function verify(
  code: string,
  { timeoutMs = 300, ...checks }: Partial<CheckPlan> & { timeoutMs?: number } = {},
) {
  const evidence = await verifyProgram({
    program: { path: "fog-horn.js", code },
    checks: { cases, script: null, work: null, ...checks },
    files: [],
    settings: MachineSettings.parse({}),
    limits: { timeoutMs, memoryLimitBytes: 64 * 1024 * 1024, outputLimitBytes: 1 },
  });
  if (typeof evidence === "string") throw new Error(`The verifier turned this away: it is ${evidence}.`);
  return evidence;
}

const jobOf = (code: string): VerifyJob => ({
  program: { path: "fog-horn.js", code },
  checks: { cases, script: null, work: null },
  files: [],
  settings: MachineSettings.parse({}),
  memoryLimitBytes: 64 * 1024 * 1024,
  computingLimitMs: 5_000,
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
  expect((await verify(code, { timeoutMs: 5_000 })).cases).toEqual([{ id: "three", outcome: "equal" }]);
});

test.each(hostilePrograms("blasts"))("$name passes nothing and leaves nothing behind", async ({ code }) => {
  const evidence = await verify(code);
  expect(evidence.cases.filter(({ outcome }) => outcome === "equal")).toEqual([]);
  // The one that is started ahead.
  expect(children().length).toBeLessThanOrEqual(1);
});

test("a program whose time is up is told so at the first check", async () => {
  expect((await verify("const blasts = () => { for (;;); };")).cases).toEqual([
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
  const job = jobOf("const blasts = (nights) => nights * 20;");
  const judged = await Promise.all([verifier.verify(job), verifier.verify(job), verifier.verify(job)]);
  expect(judged.map((each) => (typeof each === "string" ? each : each.type))).toEqual([
    "found",
    "found",
    "busy",
  ]);
  await expect(verifier.verify(job)).resolves.toMatchObject({ type: "found" });
  await verifier.close();
});

test("a server that is told to end turns away what waits and what comes, and judges what it has begun", async () => {
  const file = process.env["VERIFIER_FILE"] ?? "";
  const verifier = openVerifier({ file, runningLimit: 1, waitingLimit: 5, stopPatienceMs: 60_000 });
  const job = jobOf("const blasts = (nights) => nights * 20;");
  const [running, ...waiting] = [verifier.verify(job), verifier.verify(job), verifier.verify(job)];
  process.emit("SIGTERM");
  expect(await Promise.all(waiting)).toEqual(["stopping", "stopping"]);
  expect(await verifier.verify(job)).toBe("stopping");
  expect(await running).toMatchObject({ type: "found", end: "finished" });
  await verifier.close();
});

test("what computes for ever is turned away, too, once a server that is told to end has been patient", async () => {
  const file = process.env["VERIFIER_FILE"] ?? "";
  const verifier = openVerifier({ file, runningLimit: 1, waitingLimit: 1, stopPatienceMs: 1 });
  const running = verifier.verify({ ...jobOf("for (;;);"), computingLimitMs: 60_000 });
  process.emit("SIGTERM");
  expect(await running).toBe("stopping");
  await verifier.close();
  expect(children()).toEqual([]);
});

const ATTEMPTED = new Set([
  "an endless loop",
  "text that doubles",
  "calls without an end",
  "output without an end",
  "timers without an end",
  "prototypes that are always right",
  "a way out of the process",
]);

test.each(hostilePrograms("blasts").filter(({ name }) => ATTEMPTED.has(name)))(
  "$name passes nothing where an author's script tries it, either",
  async ({ code }) => {
    const script = {
      code: `function tried(attempt) { const run = attempt.run(); assert(run.stdout === "60\\n" && run.exitCode === 0, "Not 60."); }`,
      seed: 1,
    };
    const evidence = await verify(`${code}\nconsole.log(blasts(3));`, {
      cases: [{ id: "tried", test: "tried" }],
      script,
    });
    expect(evidence.cases).toMatchObject([{ id: "tried", outcome: "failed" }]);
    expect(children().length).toBeLessThanOrEqual(1);
  },
);

const HANDS_ON = `
  import { execFileSync } from "node:child_process";
  import fs from "node:fs";
  function size(name) {
    execFileSync("sleep", ["1000"]);
    return fs.readFileSync(name, "utf8").length;
  }
  async function blasts() {
    const pool = new Pool(2);
    const sizes = await pool.map(size, ["one.txt", "two.txt"]);
    await pool.close();
    return sizes[0] * sizes[1];
  }`;

test("a program finds its files, its commands and its Pool, and nobody waits for them", async () => {
  const evidence = await verifyProgram({
    program: { path: "fog-horn.js", code: HANDS_ON },
    checks: { cases, script: null, work: null },
    files: [
      { path: "one.txt", text: "x".repeat(6) },
      { path: "two.txt", text: "y".repeat(10) },
    ],
    settings: MachineSettings.parse({}),
    limits: { timeoutMs: 5_000, memoryLimitBytes: 64 * 1024 * 1024, outputLimitBytes: 1 },
  });
  expect(evidence).toEqual({ cases: [{ id: "three", outcome: "equal" }], work: null });
});

test("a program finds its files also where its work is counted", async () => {
  const code = (reads: number) =>
    `import fs from "node:fs"; function blasts(nights) { let text = ""; for (let n = 0; n < ${reads}; n += 1) text = fs.readFileSync("horn.txt", "utf8"); return nights * text.length; }`;
  const evidence = await verifyProgram({
    program: { path: "fog-horn.js", code: code(1) },
    settings: MachineSettings.parse({}),
    limits: Limits.parse({}),
    files: [{ path: "horn.txt", text: "t".repeat(20) }],
    checks: { cases, script: null, work: { call: "blasts", arguments: [3], starter: code(9) } },
  });
  expect(evidence).toMatchObject({ cases: [{ outcome: "equal" }], work: { otherResult: false } });
  if (typeof evidence === "string" || evidence.work === null) throw new Error("Nothing was counted.");
  expect(evidence.work.count).toBeLessThan(evidence.work.starterCount);
});

test("what is nested deeper than the host's own stack is the program's error, not the engine's", async () => {
  const code = "let list = []; for (let i = 0; i < 1e5; i++) list = [list]; JSON.stringify(list);";
  expect((await verify(code, { timeoutMs: 5_000 })).cases).toEqual([]);
});

test("a verifier whose code is not there says so, and goes on saying so", async () => {
  const verifier = openVerifier({ file: "/nowhere/verifier.mjs", runningLimit: 1, waitingLimit: 1 });
  const job = jobOf("");
  for (let times = 0; times < 2; times += 1)
    await expect(verifier.verify(job)).rejects.toThrow(/A verifying process failed: exit code 1.*nowhere/s);
  await verifier.close();
});
