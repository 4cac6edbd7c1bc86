import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { expect } from "@playwright/test";

const TEST_COURSE = { CONTENT_DIR: "playwright/content", QUIZZES_DIR: "playwright/quizzes" };

/** A test that fails ends its worker, and with it whatever it had started: the next one finds its port free. */
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const server of running) server.kill("SIGKILL");
});

type OwnServerPlan = {
  readonly port: number;
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What the server writes is appended to it. */
  readonly logFile?: string;
};

/** The test course served on a port of its own, to be killed and started again over the same data. */
export async function startOwnServer({ port, dataDir, env = {}, logFile = "/dev/null" }: OwnServerPlan) {
  const log = openSync(logFile, "a");
  const server = spawn("node", ["node_modules/next/dist/bin/next", "start", "-p", String(port)], {
    stdio: ["ignore", log, log],
    // As start.mjs does: the end is ours.
    env: { ...process.env, NEXT_MANUAL_SIG_HANDLE: "true", ...TEST_COURSE, DATA_DIR: dataDir, ...env },
  });
  closeSync(log);
  running.add(server);
  server.once("exit", () => running.delete(server));
  const origin = `http://localhost:${port}`;
  const state = () => {
    if (server.exitCode !== null) return `ended with code ${server.exitCode}: is port ${port} taken?`;
    return fetch(`${origin}/readyz`).then(
      ({ ok }) => (ok ? "ready" : "not ready"),
      () => "not listening",
    );
  };
  await expect.poll(state, { intervals: [50] }).toBe("ready");
  const end = async (signal: NodeJS.Signals) => {
    const ended = once(server, "exit");
    server.kill(signal);
    const [code]: unknown[] = await ended;
    return code;
  };
  return {
    origin,
    pid: server.pid ?? Number.NaN,
    /** As a power cut would: nothing is put in order first. */
    kill: () => end("SIGKILL"),
    /** As an operator would; gives the exit code. */
    terminate: () => end("SIGTERM"),
  };
}
