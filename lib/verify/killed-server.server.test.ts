import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { MachineSettings } from "@/lib/run/machine-settings";
import type { VerifyJob } from "./child-message";

const SERVERS = 5;
const CHILDREN = 10;
/** A child is ready after a quarter of a second: so the last one is just begun when the first computes. */
const BETWEEN_MS = 30;

const job: VerifyJob = {
  program: { path: "endless.js", code: "const blasts = () => { for (;;); };" },
  checks: { cases: [{ id: "three", call: "blasts", arguments: [3], returns: 60 }], script: null, work: null },
  files: [],
  settings: MachineSettings.parse({}),
  memoryLimitBytes: 64 * 1024 * 1024,
  computingLimitMs: 600_000,
};

/** Starts children one after another, gives every second one a job without an end, and tells their ids. */
const SERVER = `
  const { startChildProcess } = await import("./lib/verify/child-process.server.ts");
  for (let started = 0; started < ${CHILDREN}; started += 1) {
    const child = startChildProcess(process.env.VERIFIER_FILE);
    if (started % 2 === 0) void child.judge(${JSON.stringify(job)});
    console.log(child.id);
    await new Promise((resolve) => setTimeout(resolve, ${BETWEEN_MS}));
  }
`;

function isAlive(id: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${id}/status`, "utf8"));
  } catch {
    return false;
  }
}

test.runIf(process.platform === "linux")(
  "a server that is killed leaves no verifying process, whatever each was just doing",
  async () => {
    for (let killed = 0; killed < SERVERS; killed += 1) {
      const server = spawn(
        process.execPath,
        ["--conditions=react-server", "--import", "tsx", "--input-type=module", "--eval", SERVER],
        { stdio: ["ignore", "pipe", "inherit"] },
      );
      const children: number[] = [];
      for await (const line of createInterface(server.stdout)) {
        children.push(Number(line));
        if (children.length === CHILDREN) break;
      }
      await wait(killed * (BETWEEN_MS / SERVERS));
      server.kill("SIGKILL");
      await once(server, "exit");
      await expect.poll(() => children.filter(isAlive), { timeout: 20_000 }).toEqual([]);
    }
  },
  120_000,
);
