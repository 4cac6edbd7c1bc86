import { percentile, type Measured } from "./measured";
import { newQuizTaker } from "./quiz-taker";

const SUBMITS = 2_000;
const AT_ONCE = 16;

/** Graded quiz attempts a second, each stored before it is answered, from several learners at once. */
export async function measureGradedSubmits(origin: string, quiz: string): Promise<Measured[]> {
  const takers = await Promise.all(Array.from({ length: AT_ONCE }, () => newQuizTaker(origin, quiz)));
  const times: number[] = [];
  const start = performance.now();
  await Promise.all(
    takers.map(async ({ submit }) => {
      for (let sent = 0; sent < SUBMITS / AT_ONCE; sent += 1) {
        const { status, tookMs } = await submit();
        if (status !== 201) throw new Error(`An attempt was answered ${status} instead of 201.`);
        times.push(tookMs);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  return [
    { what: "graded submits, SQLite, one process", value: SUBMITS / seconds, unit: "1/s", goal: "≥ 1,000/s" },
    { what: "graded submit, 99th percentile", value: percentile(times, 99), unit: "ms", goal: "< 100 ms" },
  ];
}
