import "server-only";

/** Who stored something under an id, and what it was. */
type Stored = { readonly learner: string; readonly payload_hash: string };

/** How a request stands to what is already stored under its id. */
export type Repeat = "same" | "changed" | "foreign";

/** Compares a request with the row under its id: the first one to come stays. */
export function repeatOf(stored: Stored, request: { learner: string; payloadHash: string }): Repeat {
  if (stored.learner !== request.learner) return "foreign";
  return stored.payload_hash === request.payloadHash ? "same" : "changed";
}
