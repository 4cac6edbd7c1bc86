import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const READY_TIMEOUT_MS = 30_000;
const POLL_MS = 100;

/** The built app on a port of its own with a fresh database, for as long as `use` takes. */
export async function whileServed<Result>(
  port: number,
  use: (origin: string) => Promise<Result>,
  env: Readonly<Record<string, string>> = {},
): Promise<Result> {
  const origin = `http://localhost:${port}`;
  const isAlive = () =>
    fetch(`${origin}/livez`).then(
      ({ ok }) => ok,
      () => false,
    );
  if (await isAlive())
    throw new Error(`A server answers at ${origin} already, and would be used. End it first.`);
  const dataDir = await mkdtemp(path.join(tmpdir(), "lento-served-"));
  const server = spawn("next", ["start", "-p", String(port)], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DATA_DIR: dataDir, ...env },
  });
  try {
    await untilReady(origin, isAlive);
    return await use(origin);
  } finally {
    server.kill();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function untilReady(origin: string, isAlive: () => Promise<boolean>) {
  for (let waitedMs = 0; waitedMs < READY_TIMEOUT_MS; waitedMs += POLL_MS) {
    if (await isAlive()) return;
    await new Promise((resolve) => void setTimeout(resolve, POLL_MS));
  }
  throw new Error(`Nothing answered at ${origin} within ${READY_TIMEOUT_MS / 1000} s.`);
}
