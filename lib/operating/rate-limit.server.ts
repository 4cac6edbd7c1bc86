import "server-only";
import { signatureOf } from "@/lib/learner/signature.server";
import { knownLearner } from "@/lib/learner/who.server";
import { addRequestCounts, type RequestCounts } from "@/lib/storage/add-request-counts.server";
import { database } from "@/lib/storage/database.server";
import { settings } from "@/lib/storage/settings.server";
import { clientAddress } from "./client-address";
import { log } from "./log.server";
import { metrics } from "./metrics.server";
import { newTally, type Tally } from "./tally.server";

/** How many requests that change something are taken within a minute. */
const LIMITS = {
  /** Somebody whose answers of an hour without a connection all arrive now stays below it. */
  learner: 300,
  /** A classroom of 300 behind one address has forty each. */
  address: 12_000,
} as const;
type Limit = keyof typeof LIMITS;

/** Whose requests were too many, and when the next one is taken. */
export type RateProblem = { readonly limit: Limit; readonly retryAfterSeconds: number };

declare global {
  // Next bundles its parts apart from one another: kept here, they share one.
  var lentoTally: Tally | undefined;
}

/** Counts a request that would change something, for its learner and its address; null if it is not too many. */
export function rateProblem(request: Request, { now }: { now: Date }): RateProblem | null {
  const tally = (globalThis.lentoTally ??= newTally(share));
  const senders = {
    learner: knownLearner(request, settings()),
    address: clientAddress(request.headers, settings()),
  };
  for (const limit of ["learner", "address"] as const) {
    const sender = senders[limit];
    if (sender === null || tally.add(keyOf(limit, sender), now) <= LIMITS[limit]) continue;
    metrics().rateLimited.inc({ limit });
    return { limit, retryAfterSeconds: 60 - now.getUTCSeconds() };
  }
  return null;
}

/** Where the store cannot be used, each server counts for itself until it can; what is to be stored meanwhile is turned away. */
async function share(counts: RequestCounts): Promise<ReadonlyMap<string, number>> {
  try {
    return await addRequestCounts(await database(), counts);
  } catch (error) {
    log().warn({ error: String(error) }, "requests could not be counted together with other servers'");
    return new Map();
  }
}

/** The store is to know nobody's address. */
function keyOf(limit: Limit, sender: string): string {
  const [key = ""] = settings().secretKeys;
  return `${limit} ${signatureOf({ purpose: "rate limit", text: sender }, key)}`;
}
