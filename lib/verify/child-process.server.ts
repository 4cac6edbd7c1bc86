import "server-only";
import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { FromChild, type Found, type VerifyJob } from "./child-message";
import { VerifierError } from "./verifier-error";
import { HEAP_MEBIBYTES, REPORT_LIMIT_CHARACTERS, START_TIMEOUT_MS, WALL_LIMIT_MS } from "./verify-limits";

/** What became of a program in a child: what was found, or that it was ended because its time was up. */
export type Judged = Found | { readonly type: "timed-out" };

type Ended = { readonly type: "ended"; readonly how: string };

export type ChildProcess = ReturnType<typeof startChildProcess>;

/** How a child dies when its program makes it remember too much, or breaks its engine. */
const DEATHS_BY_PROGRAM = new Set(["SIGABRT", "SIGTRAP", "SIGILL", "SIGSEGV", "SIGBUS"]);
/** What a child sends itself when its program has computed for as long as it may. */
const OUT_OF_TIME = "SIGVTALRM";
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
    child.on("error", (cause) => {
      child.stdout.destroy(new VerifierError("A verifying process could not be started.", { cause }));
      resolve(cause.message);
    });
    child.on("close", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const messages = messagesOf(child.stdout);

  /** The next thing it says, or how it ended; it is killed when it takes longer than it may. */
  async function next(timeoutMs: number): Promise<FromChild | Ended> {
    const timer = setTimeout(kill, timeoutMs);
    try {
      const said = await messages.next();
      return said.done === true ? { type: "ended", how: await ended } : said.value;
    } finally {
      clearTimeout(timer);
    }
  }

  const failure = (said: FromChild | Ended) =>
    new VerifierError(
      `A verifying process failed: ${said.type === "ended" ? said.how : said.type}. ${complaint}`,
    );

  async function becomeReady() {
    const first = await next(START_TIMEOUT_MS);
    if (first.type === "ready") return;
    kill();
    throw failure(first);
  }
  const ready = becomeReady();
  // Whoever runs a job hears of it; a child that waits as a spare has nobody to tell.
  ready.catch(() => {});

  return {
    id: child.pid,
    /** Judges a program. The process is not used again. */
    async judge(job: VerifyJob): Promise<Judged> {
      try {
        await ready;
        child.stdin.write(`${JSON.stringify(job)}\n`);
        const said = await next(WALL_LIMIT_MS);
        if (said.type === "found") return said;
        if (said.type === "ended" && said.how === OUT_OF_TIME) return { type: "timed-out" };
        if (said.type === "ended" && DEATHS_BY_PROGRAM.has(said.how))
          return { type: "found", end: "crashed", evidence: { cases: [], work: null } };
        throw failure(said);
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
