import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type FaultStore, newPostgresStore, newSqliteStore } from "../faults/stores";
import { whileServed } from "../served";
import { percentile, type Measured } from "./measured";
import { newQuizTaker } from "./quiz-taker";

const SUBMITS = 10_000;
const BURST_MS = 60_000;
const CLASSROOM = 300;

/** 10,000 attempts within a minute, each sent at its time whether those before are answered or not, on either store. */
export async function measureSubmitBurst(port: number, quiz: string): Promise<Measured[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "lento-burst-"));
  const sqlite = await newSqliteStore(folder);
  const postgres = await newPostgresStore();
  try {
    return [
      ...(await burstOn("SQLite", { store: sqlite, port, quiz, dataDir: folder })),
      ...(await burstOn("PostgreSQL", { store: postgres, port, quiz, dataDir: path.join(folder, "other") })),
    ];
  } finally {
    await postgres.end();
    await rm(folder, { recursive: true, force: true });
  }
}

type Burst = {
  readonly store: FaultStore;
  readonly port: number;
  readonly quiz: string;
  readonly dataDir: string;
};

async function burstOn(name: string, { store, port, quiz, dataDir }: Burst): Promise<Measured[]> {
  const answers = await whileServed(port, (origin) => burst(origin, quiz), {
    DATA_DIR: dataDir,
    ...store.env,
  });
  const rows = await store.rows();
  const times = answers.map(({ tookMs }) => tookMs);
  const failed = answers.filter(({ status }) => status !== 201);
  return [
    { what: `burst on ${name}, median`, value: percentile(times, 50), unit: "ms", goal: "" },
    { what: `burst on ${name}, 99th percentile`, value: percentile(times, 99), unit: "ms", goal: "< 100 ms" },
    { what: `burst on ${name}, errors`, value: failed.length, unit: "attempts", goal: "0" },
    { what: `burst on ${name}, stored`, value: rows.length, unit: "attempts", goal: String(SUBMITS) },
  ];
}

async function burst(origin: string, quiz: string) {
  const takers = await Promise.all(Array.from({ length: CLASSROOM }, () => newQuizTaker(origin, quiz)));
  return Promise.all(
    Array.from({ length: SUBMITS }, async (_, index) => {
      await wait((index * BURST_MS) / SUBMITS);
      const unanswered = { status: 0, tookMs: Number.POSITIVE_INFINITY };
      return takers[index % CLASSROOM]?.submit().catch(() => unanswered) ?? unanswered;
    }),
  );
}
