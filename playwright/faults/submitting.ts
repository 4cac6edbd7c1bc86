import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type Learner, newLearner } from "../learner";
import type { Attempt, Journal } from "./journal";

/** Each learner sends no more than the rate limit allows. */
const ATTEMPTS_OF_A_LEARNER = 100;
/** While nobody answers. */
const RETRY_MS = 30;
/** Shorter than a server asks for, and long enough for the rate limit. */
const COME_BACK_MS = 250;

const VARIANTS: readonly Attempt["answers"][] = [
  { lm4p: ["w2ka"], f0gh: ["o8nb"], wt7c: ["a5ld"] },
  { lm4p: ["r9ds"], f0gh: ["o8nb"] },
  { wt7c: ["a5ld", "g1re"] },
  {},
];

/** How an answer was none that a learner may see in trouble: neither done, nor "come back". */
type Strange = { readonly status: number; readonly body: unknown };

export type Submitting = ReturnType<typeof startSubmitting>;

/**
 * Clients that hand in attempts one after another, as an outbox does: each is noted in the journal, then sent until it is
 * acknowledged, to the servers in turn. `paceMs` lies between two attempts of one client.
 */
export function startSubmitting({
  origins,
  journal,
  clients,
  paceMs,
}: {
  origins: readonly string[];
  journal: Journal;
  clients: number;
  paceMs: number;
}) {
  const strange: Strange[] = [];
  const outages: Record<string, number> = {};
  const acknowledgedOf = new Map<string, number>();
  let acknowledged = 0;
  const stopping = new AbortController();

  const outage = (what: string) => {
    outages[what] = (outages[what] ?? 0) + 1;
  };

  /** A new learner with questions drawn, as soon as a server answers. */
  async function begin(client: number) {
    for (let attempt = client; ; attempt += 1) {
      const origin = origins[attempt % origins.length] ?? "";
      try {
        const learner = await newLearner(origin);
        return { learner, drawn: await learner.draw("keeping") };
      } catch {
        await wait(RETRY_MS);
      }
    }
  }

  async function deliver(learner: Learner, attempt: Attempt, client: number) {
    for (let turn = client; ; turn += 1) {
      const origin = origins[turn % origins.length] ?? "";
      const answer = await learner.postTo(origin, attempt).catch(() => null);
      if (answer?.status === 201 || answer?.status === 200) return answer.body;
      if (answer === null) outage("no answer");
      else if (answer.status === 503 && answer.retryAfter !== null) outage("503 with Retry-After");
      else strange.push({ status: answer.status, body: answer.body });
      await wait(answer === null ? RETRY_MS : COME_BACK_MS);
    }
  }

  async function submit(client: number) {
    while (!stopping.signal.aborted) {
      const { learner, drawn } = await begin(client);
      for (let sent = 0; sent < ATTEMPTS_OF_A_LEARNER && !stopping.signal.aborted; sent += 1) {
        const answers = VARIANTS[sent % VARIANTS.length] ?? {};
        const attempt = { attemptId: randomUUID(), quiz: "keeping", drawn, answers };
        journal.write({ type: "sent", learner: learner.cookie, attempt });
        const verdict = await deliver(learner, attempt, client);
        journal.write({
          type: "acknowledged",
          attemptId: attempt.attemptId,
          verdict: JSON.stringify(verdict),
        });
        acknowledged += 1;
        acknowledgedOf.set(learner.cookie, (acknowledgedOf.get(learner.cookie) ?? 0) + 1);
        await wait(paceMs);
      }
    }
  }

  const running = Array.from({ length: clients }, (_, client) => submit(client));
  return {
    acknowledged: () => acknowledged,
    /** How many attempts of each learner are acknowledged so far, by cookie. */
    acknowledgedOf: () => new Map(acknowledgedOf),
    strange,
    outages,
    /** Delivers what is under way, then ends. */
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
