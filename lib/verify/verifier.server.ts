import "server-only";
import type { VerifyJob } from "./child-message";
import { startChildProcess, type ChildProcess, type Judged } from "./child-process.server";

export type Verifier = ReturnType<typeof openVerifier>;

/**
 * Judges submitted programs, each in a process of its own: at most `runningLimit` at once, at most `waitingLimit` more
 * waiting for their turn. One process is always started ahead. `file` is the code of the processes.
 */
export function openVerifier({
  file,
  runningLimit,
  waitingLimit,
}: {
  file: string;
  runningLimit: number;
  waitingLimit: number;
}) {
  const waiting: (() => void)[] = [];
  const living = new Set<ChildProcess>();
  let running = 0;
  let spare: ChildProcess | null = null;
  let isClosed = false;
  const kill = () => {
    for (const child of living) child.kill();
  };
  process.once("exit", kill);

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
    return child.judge(job);
  }

  return {
    /** Starts a process ahead, where there is none, so that the next program need not wait for it. */
    prepare,
    /** Null when too many wait already. Throws a `VerifierError` when it is the verifier that fails. */
    async verify(job: VerifyJob): Promise<Judged | null> {
      if (running >= runningLimit) {
        if (waiting.length >= waitingLimit) return null;
        await new Promise<void>((resolve) => void waiting.push(resolve));
      } else running += 1;
      try {
        return await judge(job);
      } finally {
        // Whoever waits longest takes over this one's place.
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
    /** Ends every process. */
    async close() {
      isClosed = true;
      process.off("exit", kill);
      kill();
      await Promise.all([...living].map(({ ended }) => ended));
    },
  };
}
