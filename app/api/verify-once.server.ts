import "server-only";
import type { Evidence } from "@/lib/run/evidence";
import { logError } from "@/lib/operating/request-log.server";
import { VerifierError } from "@/lib/verify/verifier-error";
import type { TurnedAway } from "@/lib/verify/verifier.server";
import { verifyProgram } from "@/lib/verify/verify-program.server";
import { refuse } from "./refuse";

const WHY = {
  busy: "The server is checking many programs at the moment, so this could not be handed in yet.",
  stopping: "The server is about to restart, so this could not be handed in yet.",
} satisfies Record<TurnedAway, string>;
const BROKEN = "The server cannot check programs at the moment, so this could not be handed in yet.";
const RETRY_AFTER_SECONDS = 5;

/**
 * What a program does when it is run here with its checks, or why that cannot be said now; `remedy` is the sentence that says
 * what to do then. Asked for the same `key` several times at once, it runs once.
 */
export async function verifyOnce(
  request: Request,
  { key, remedy, program }: { key: string; remedy: string; program: Parameters<typeof verifyProgram>[0] },
): Promise<{ readonly evidence: Evidence } | { readonly refusal: Response }> {
  const later = (why: string) => ({
    refusal: refuse(503, `${why} ${remedy}`, { "retry-after": String(RETRY_AFTER_SECONDS) }),
  });
  try {
    const evidence = await together(key, () => verifyProgram(program));
    return typeof evidence === "string" ? later(WHY[evidence]) : { evidence };
  } catch (error) {
    if (!(error instanceof VerifierError)) throw error;
    logError(request, error);
    return later(BROKEN);
  }
}

function together(key: string, verify: () => Promise<Evidence | TurnedAway>): Promise<Evidence | TurnedAway> {
  const running = underWay.get(key);
  if (running !== undefined) return running;
  const started = verify().finally(() => underWay.delete(key));
  underWay.set(key, started);
  return started;
}

const underWay = new Map<string, Promise<Evidence | TurnedAway>>();
