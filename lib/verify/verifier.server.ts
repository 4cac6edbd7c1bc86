import "server-only";
import type { VerifyJob } from "./child-message";
import { STOP_PATIENCE_MS } from "./verify-limits";
import { startChildProcess, type ChildProcess, type Judged } from "./child-process.server";

export type Verifier = ReturnType<typeof openVerifier>;

/** Why a program is not judged now: too many wait already, or this server is about to end. */
export type TurnedAway = "busy" | "stopping";

/** What tells a server to end. */
const END_SIGNALS = ["SIGINT", "SIGTERM"] as const;

/**
 * Judges submitted programs, each in a process of its own: at most `runningLimit` at once, at most `waitingLimit` more
 * waiting for their turn. One process is always started ahead. `file` is the code of the processes. Told to end, it turns
 * away all that wait and all that come, and after a moment what still computes, so that the server is soon done.
 */
export function openVerifier({
  file,
  runningLimit,
  waitingLimit,
  stopPatienceMs = STOP_PATIENCE_MS,
}: {
  file: string;
  runningLimit: number;
  waitingLimit: number;
  stopPatienceMs?: number;
}) {
  const waiting: ((turned: "next" | "stopping") => void)[] = [];
  const living = new Set<ChildProcess>();
  let running = 0;
  let killed = 0;
  let turnedAway = 0;
  let spare: ChildProcess | null = null;
  let isClosed = false;
  let isStopping = false;
  const kill = () => {
    for (const child of living) child.kill();
  };
  process.once("exit", kill);
  const stop = () => {
    isStopping = true;
    for (const turn of waiting.splice(0)) turn("stopping");
    setTimeout(kill, stopPatienceMs).unref();
  };
  for (const signal of END_SIGNALS) process.once(signal, stop);

  function start(): ChildProcess {
    const child = startChildProcess(file);
    living.add(child);
    void forget(child);
    return child;
  }

  async function forget(child: ChildProcess) {
    await child.ended;
    living.delete(child);
    if (spare === child) spare = null;
  }

  function prepare() {
    if (!isClosed) spare ??= start();
  }

  async function judge(job: VerifyJob): Promise<Judged> {
    const child = spare ?? start();
    spare = null;
    prepare();
    const judged = await child.judge(job);
    if (judged.type === "timed-out") killed += 1;
    return judged;
  }

  return {
    /** Starts a process ahead, where there is none, so that the next program need not wait for it. */
    prepare,
    /** Throws a `VerifierError` when it is the verifier that fails. */
    async verify(job: VerifyJob): Promise<Judged | TurnedAway> {
      if (isStopping) return "stopping";
      if (running >= runningLimit) {
        if (waiting.length >= waitingLimit) {
          turnedAway += 1;
          return "busy";
        }
        const turned = await new Promise<"next" | "stopping">((resolve) => void waiting.push(resolve));
        if (turned === "stopping") return turned;
      } else running += 1;
      try {
        return await judge(job);
      } catch (error) {
        if (isStopping) return "stopping";
        throw error;
      } finally {
        // Whoever waits longest takes over this one's place.
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next("next");
      }
    },
    /** What it does now, and what it had to do since it was opened. */
    load: () => ({ running, waiting: waiting.length, killed, turned_away: turnedAway }),
    /** Ends every process. */
    async close() {
      isClosed = true;
      process.off("exit", kill);
      for (const signal of END_SIGNALS) process.off(signal, stop);
      kill();
      await Promise.all([...living].map(({ ended }) => ended));
    },
  };
}
