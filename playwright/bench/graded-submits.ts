import { randomUUID } from "node:crypto";
import { DrawView } from "@/lib/quiz/question-view";
import { percentile, type Measured } from "./measured";

const SUBMITS = 2_000;
const AT_ONCE = 16;

/** Graded quiz attempts a second, each stored before it is answered, from several connections at once. */
export async function measureGradedSubmits(origin: string, quiz: string): Promise<Measured[]> {
  const drawn = await fetch(`${origin}/api/quizzes/${quiz}/draw`);
  const cookie = drawn.headers.get("set-cookie")?.split(";")[0] ?? "";
  const { draw, questions } = DrawView.parse(await drawn.json());
  const answers = Object.fromEntries(
    questions.map((question) => [
      question.id,
      "options" in question ? question.options.slice(0, 1).map(({ id }) => id) : [],
    ]),
  );
  const submit = async () => {
    const start = performance.now();
    const answer = await fetch(`${origin}/api/attempts`, {
      method: "POST",
      headers: { "content-type": "application/json", origin, cookie },
      body: JSON.stringify({ attemptId: randomUUID(), quiz, drawn: draw, answers }),
    });
    await answer.text();
    if (answer.status !== 201) throw new Error(`An attempt was answered ${answer.status} instead of 201.`);
    return performance.now() - start;
  };
  const times: number[] = [];
  const start = performance.now();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let sent = 0; sent < SUBMITS / AT_ONCE; sent += 1) times.push(await submit());
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  return [
    { what: "graded submits, SQLite, one process", value: SUBMITS / seconds, unit: "1/s", goal: "≥ 1,000/s" },
    { what: "graded submit, 99th percentile", value: percentile(times, 99), unit: "ms", goal: "< 100 ms" },
  ];
}
