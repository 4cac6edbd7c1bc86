import type { Source } from "./event-loop";
import type { GuestError } from "./guest-error";
import type { GuestPool } from "./install-pool";
import type { PoolWorkers } from "./pool-workers";

/** A program's pools, which wait for the answers of their workers. A pool that has nothing to do waits for nothing. */
export const poolSource = (pool: GuestPool, workers: PoolWorkers): Source => ({
  poll() {
    const problems: (GuestError | null)[] = [];
    const hasHappened = workers.lookAfter({
      received: (pid, message) => void problems.push(pool.received(pid, message)),
      ended: (pid, exitCode) => void problems.push(pool.ended(pid, exitCode)),
    });
    return problems.find((problem) => problem !== null) ?? hasHappened;
  },
  untilMs: () => (pool.isWaiting() ? Infinity : null),
  label: "the pool's results",
});
