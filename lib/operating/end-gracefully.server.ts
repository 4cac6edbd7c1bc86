import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { closeDatabase } from "@/lib/storage/database.server";
import { settings } from "@/lib/storage/settings.server";
import { incoming } from "./incoming.server";
import { log } from "./log.server";

/** What is not answered by then is cut off: more than the longest that a request may take. */
const DEADLINE_MS = 10_000;

declare global {
  // Next bundles its parts apart from one another: kept here, they share one.
  var lentoIsEnding: boolean | undefined;
}

/** Whether this server was told to end: it answers what comes, but should get no more. */
export const isEnding = (): boolean => globalThis.lentoIsEnding === true;

/**
 * Ends this process well when it is told to: it calls itself not ready for as long as a load balancer needs to notice,
 * then takes no more connections, answers what it has, and closes the database. A second signal ends it at once.
 */
export function endGracefullyOn(signals: readonly NodeJS.Signals[]) {
  for (const signal of signals)
    process.on(signal, () => {
      if (isEnding()) process.exit(1);
      globalThis.lentoIsEnding = true;
      void end(signal);
    });
}

async function end(signal: NodeJS.Signals) {
  log().info({ signal }, "ending");
  incoming().announceEnd();
  await wait(settings().stopNoticeMs);
  const inTime = await Promise.race([
    incoming()
      .close()
      .then(() => true),
    wait(DEADLINE_MS).then(() => false),
  ]);
  if (!inTime) log().warn("ended before every request was answered");
  await closeDatabase();
  process.exit(0);
}
