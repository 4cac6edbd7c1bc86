import { readFileSync } from "node:fs";
import { hostilePrograms } from "@/lib/verify/hostile-programs-for-tests";
import { submitProgram } from "../submitting";
import { median, percentile, type Measured } from "./measured";

const EXERCISE = "caesar";
const SOLUTION = "content/02-slow-code/05-expensive-loop/exercises/caesar/solution.js";
const ONE_BY_ONE = 10;
const TOGETHER = 60;
const AT_ONCE = 8;
const HOSTILE_AT_ONCE = 20;
/** A learner's page is asked for again and again, not in a storm of its own. */
const LIVEZ_PAUSE_MS = 20;

/** What it costs to judge submitted JavaScript again, and how the server answers meanwhile. */
export async function measureVerifying(origin: string): Promise<Measured[]> {
  const code = readFileSync(SOLUTION, "utf8");
  const { cookie } = await submitProgram(origin, { cookie: "", exercise: EXERCISE, code });
  const verify = async () => {
    const start = performance.now();
    const { status } = await submitProgram(origin, { cookie, exercise: EXERCISE, code });
    if (status !== 201) throw new Error(`A submission was answered ${status} instead of 201.`);
    return performance.now() - start;
  };
  const alone: number[] = [];
  for (let round = 0; round < ONE_BY_ONE; round += 1) alone.push(await verify());
  const start = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let sent = 0; sent < TOGETHER / AT_ONCE; sent += 1) await verify();
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const sent = Math.ceil(TOGETHER / AT_ONCE) * AT_ONCE;
  return [
    { what: "a submission in JavaScript, verified, median", value: median(alone), unit: "ms", goal: "" },
    { what: "verified submissions, one process", value: sent / seconds, unit: "1/s", goal: "" },
    ...(await measureLivezMeanwhile(origin, cookie)),
  ];
}

async function measureLivezMeanwhile(origin: string, cookie: string): Promise<Measured[]> {
  const worst = hostilePrograms("encrypt");
  const over = new AbortController();
  const send = async () => {
    for (let next = worst.pop(); next !== undefined; next = worst.pop())
      await submitProgram(origin, { cookie, exercise: EXERCISE, code: next.code });
  };
  const sent = Promise.all(Array.from({ length: HOSTILE_AT_ONCE }, send)).finally(() => over.abort());
  const times: number[] = [];
  while (!over.signal.aborted) {
    const start = performance.now();
    await (await fetch(`${origin}/livez`)).text();
    times.push(performance.now() - start);
    await new Promise((resolve) => void setTimeout(resolve, LIVEZ_PAUSE_MS));
  }
  await sent;
  const what = "/livez while the worst programs are verified";
  return [
    { what: `${what}, 99th percentile`, value: percentile(times, 99), unit: "ms", goal: "< 200 ms" },
    { what: `${what}, worst`, value: Math.max(...times), unit: "ms", goal: "" },
  ];
}
