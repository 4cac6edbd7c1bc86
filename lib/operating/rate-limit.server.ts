import "server-only";
import { knownLearner } from "@/lib/learner/who.server";
import { signatureOf } from "@/lib/learner/signature.server";
import { countRequests } from "@/lib/storage/count-requests.server";
import { database } from "@/lib/storage/database.server";
import { settings } from "@/lib/storage/settings.server";
import { clientAddress } from "./client-address";
import { metrics } from "./metrics.server";

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

/** Counts a request that would change something, for its learner and its address together; null if it is not too many. */
export async function rateProblem(request: Request, { now }: { now: Date }): Promise<RateProblem | null> {
  const learner = knownLearner(request, settings());
  const address = clientAddress(request.headers, settings());
  const asked: [Limit, string | null][] = [
    ["learner", learner],
    ["address", address],
  ];
  const keys = new Map(
    asked.flatMap(([limit, text]) => (text === null ? [] : [[keyOf(limit, text), limit] as const])),
  );
  const counts = await countRequests(await database(), { keys: [...keys.keys()], now });
  for (const [key, limit] of keys) {
    if ((counts.get(key) ?? 0) <= LIMITS[limit]) continue;
    metrics().rateLimited.inc({ limit });
    return { limit, retryAfterSeconds: 60 - now.getUTCSeconds() };
  }
  return null;
}

/** The store is to know nobody's address. */
function keyOf(limit: Limit, text: string): string {
  const [key = ""] = settings().secretKeys;
  return `${limit} ${signatureOf({ purpose: "rate limit", text }, key)}`;
}
