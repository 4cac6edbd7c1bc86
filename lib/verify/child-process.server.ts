import "server-only";
import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { FromChild, type Found, type VerifyJob } from "./child-message";
import { VerifierError } from "./verifier-error";
import { HEAP_MEBIBYTES, REPORT_LIMIT_CHARACTERS, START_TIMEOUT_MS } from "./verify-limits";

/** What became of a program in a child: what was found, or that it was killed because its time was up. */
export type Judged = Found | { readonly type: "timed-out" };

export type ChildProcess = ReturnType<typeof startChildProcess>;

/** How a child dies when its program makes it remember too much, or breaks its engine. */
const DEATHS_BY_PROGRAM: readonly unknown[] = ["SIGABRT", "SIGTRAP", "SIGILL", "SIGSEGV", "SIGBUS"];
const COMPLAINT_CHARACTERS = 2_000;

/**
 * Starts a process that judges one program. It has none of our environment, no network, and no file but its own code; it ends
 * when this process does, however that ends.
 */
export function startChildProcess(file: string) {
  const child = spawn(
    process.execPath,
    [
      "--permission",
      `--allow-fs-read=${file}`,
      // For the thread that watches; the right is given up before there is a program.
      "--allow-worker",
      "--disable-warning=PERM0006",
      "--disallow-code-generation-from-strings",
      `--max-old-space-size=${HEAP_MEBIBYTES}`,
      file,
      String(process.pid),
    ],
    { env: { NODE_ENV: "production" }, cwd: "/", stdio: "pipe" },
  );
  const kill = () => child.kill("SIGKILL");
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(-COMPLAINT_CHARACTERS);
  });
  // A child that is gone cannot be written to; "close" tells of its end.
  child.stdin.on("error", () => {});
  const ended = new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const messages = messagesOf(child.stdout);

  /** The next thing it says; null when it was killed because that took too long. */
  async function next(
    timeoutMs: number,
  ): Promise<FromChild | { readonly type: "ended"; readonly how: string } | null> {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      kill();
    }, timeoutMs);
    try {
      const said = await messages.next();
      if (said.done !== true) return said.value;
      return isLate ? null : { type: "ended", how: await ended };
    } finally {
      clearTimeout(timer);
    }
  }

  const ready = next(START_TIMEOUT_MS).then((first) => {
    if (first?.type === "ready") return;
    kill();
    const how = first === null ? "it took too long" : first.type === "ended" ? first.how : first.type;
    throw new VerifierError(`A verifying process did not start: ${how}. ${complaint}`);
  });
  // Whoever runs a job hears of it; a child that waits as a spare has nobody to tell.
  ready.catch(() => {});

  return {
    /** Judges a program. The process is not used again. */
    async judge(job: VerifyJob, { timeoutMs }: { timeoutMs: number }): Promise<Judged> {
      try {
        await ready;
        child.stdin.write(`${JSON.stringify(job)}\n`);
        const found = await next(timeoutMs);
        if (found === null) return { type: "timed-out" };
        if (found.type === "found") return found;
        if (found.type === "ended" && DEATHS_BY_PROGRAM.includes(found.how))
          return { type: "found", end: "crashed", evidence: { cases: [], work: null } };
        const how = found.type === "ended" ? found.how : found.type;
        throw new VerifierError(`A verifying process failed under a program: ${how}. ${complaint}`);
      } finally {
        kill();
        await ended;
      }
    },
    kill,
    ended,
  };
}

/** Lines of JSON. What else a child says, or too much of it, is an error. */
async function* messagesOf(stdout: Readable): AsyncGenerator<FromChild, undefined> {
  let text = "";
  for await (const chunk of stdout.setEncoding("utf8")) {
    text += chunk;
    if (text.length > REPORT_LIMIT_CHARACTERS)
      throw new VerifierError(`A verifying process said more than ${REPORT_LIMIT_CHARACTERS} characters.`);
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
      const line = text.slice(0, end);
      text = text.slice(end + 1);
      yield parseLine(line);
    }
  }
}

function parseLine(line: string): FromChild {
  try {
    return FromChild.parse(JSON.parse(line));
  } catch (cause) {
    throw new VerifierError("A verifying process said what nobody understands.", { cause });
  }
}
