import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect } from "@playwright/test";

const TEST_COURSE = { CONTENT_DIR: "playwright/content", QUIZZES_DIR: "playwright/quizzes" };

/** The test course served on a port of its own, to be killed and started again over the same data. */
export async function startOwnServer({ port, dataDir }: { port: number; dataDir: string }) {
  const server = spawn("node", ["node_modules/next/dist/bin/next", "start", "-p", String(port)], {
    stdio: "ignore",
    env: { ...process.env, ...TEST_COURSE, DATA_DIR: dataDir },
  });
  const origin = `http://localhost:${port}`;
  const isReady = () =>
    fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isReady).toBe(true);
  const end = async (signal: NodeJS.Signals) => {
    const ended = once(server, "exit");
    server.kill(signal);
    await ended;
  };
  return {
    origin,
    pid: server.pid ?? Number.NaN,
    /** As a power cut would: nothing is put in order first. */
    kill: () => end("SIGKILL"),
    /** As an operator would. */
    terminate: () => end("SIGTERM"),
  };
}
