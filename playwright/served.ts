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
  const dataDir = await mkdtemp(path.join(tmpdir(), "lento-served-"));
  const server = spawn("next", ["start", "-p", String(port)], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DATA_DIR: dataDir, ...env },
  });
  const origin = `http://localhost:${port}`;
  try {
    await untilReady(`${origin}/livez`);
    return await use(origin);
  } finally {
    server.kill();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function untilReady(address: string) {
  for (let waitedMs = 0; waitedMs < READY_TIMEOUT_MS; waitedMs += POLL_MS) {
    const isReady = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => void setTimeout(resolve, POLL_MS));
  }
  throw new Error(`Nothing answered at ${address} within ${READY_TIMEOUT_MS / 1000} s.`);
}
