import { expect } from "@playwright/test";
import * as z from "zod";
import type { Journal } from "./journal";
import type { FaultStore } from "./stores";
import type { Submitting } from "./submitting";

const Progress = z.object({ quizzes: z.object({ keeping: z.object({ attempts: z.number() }).optional() }) });

/** More than send at once: of those before them nothing changes any more, and the end looks at all. */
const LATEST = 16;

/** Once a server is back: no learner has fewer attempts than were acknowledged before it went. */
export async function expectNoHistoryShrank(
  origin: string,
  before: ReturnType<Submitting["acknowledgedOf"]>,
) {
  for (const [cookie, acknowledged] of [...before].slice(-LATEST)) {
    const response = await fetch(`${origin}/api/progress`, { headers: { cookie } });
    const { quizzes } = Progress.parse(await response.json());
    expect(quizzes.keeping?.attempts ?? 0).toBeGreaterThanOrEqual(acknowledged);
  }
}

/**
 * At the end, over a calm server: everything that was acknowledged is stored exactly once, as it was sent; nothing else is
 * there but what was sent; and whatever is sent again gets the verdict that it got first, which follows from its answers.
 */
export async function expectNothingLost(
  origin: string,
  { journal, store }: { journal: Journal; store: FaultStore },
) {
  const sent = journal.read();
  const rows = await store.rows();
  const stored = new Map(rows.map((row) => [row.id, row]));
  expect(rows).toHaveLength(stored.size);
  const known = new Set(sent.map(({ attempt }) => attempt.attemptId));
  expect(rows.filter(({ id }) => !known.has(id))).toEqual([]);
  for (const { attempt, verdict } of sent) {
    if (verdict === null) continue;
    expect(JSON.parse(stored.get(attempt.attemptId)?.answers ?? "null")).toEqual(attempt.answers);
  }

  const verdictsOf = new Map<string, string>();
  for (const { attempt, verdict, learner } of sent) {
    const response = await fetch(`${origin}/api/attempts`, {
      method: "POST",
      body: JSON.stringify(attempt),
      headers: { cookie: learner, origin, "content-type": "application/json" },
    });
    const again = JSON.stringify(await response.json());
    if (verdict === null) expect([200, 201]).toContain(response.status);
    else expect({ status: response.status, verdict: again }).toEqual({ status: 200, verdict });
    const answers = JSON.stringify(attempt.answers);
    expect(again).toBe(verdictsOf.get(answers) ?? again);
    verdictsOf.set(answers, again);
  }
  expect(await store.rows()).toHaveLength(sent.length);
}
