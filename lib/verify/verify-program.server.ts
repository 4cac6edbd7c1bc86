import "server-only";
import { availableParallelism } from "node:os";
import path from "node:path";
import type { CheckPlan } from "@/lib/run/check-plan";
import type { Evidence } from "@/lib/run/evidence";
import type { Limits } from "@/lib/run/limits";
import type { VerifyJob } from "./child-message";
import type { Judged } from "./child-process.server";
import { openVerifier, type TurnedAway, type Verifier } from "./verifier.server";
import { VerifierError } from "./verifier-error";
import { PROGRAM_MEMORY_BYTES, COMPUTING_LIMIT_MS, WAITING_LIMIT } from "./verify-limits";

const MEBIBYTE = 1024 * 1024;

declare global {
  // Kept here, not in the module, because a reload in development makes the module anew.
  var lentoVerifier: Verifier | undefined;
}

/** Runs a program with its checks in a process of its own, or says why that is not done now. */
export async function verifyProgram({
  limits,
  ...asked
}: Pick<VerifyJob, "program" | "checks" | "files" | "settings"> & { limits: Limits }): Promise<
  Evidence | TurnedAway
> {
  const computingLimitMs = Math.min(limits.timeoutMs, COMPUTING_LIMIT_MS);
  const memoryLimitBytes = Math.min(limits.memoryLimitBytes, PROGRAM_MEMORY_BYTES);
  const judged = await verifier().verify({ ...asked, memoryLimitBytes, computingLimitMs });
  if (typeof judged === "string") return judged;
  return evidenceOf(judged, asked.checks, { computingLimitMs, memoryLimitBytes });
}

/** Starts a process ahead, so that the next program need not wait for it. */
export const prepareToVerify = () => verifier().prepare();

/** What the verifier has to do; nothing, where nobody has asked for it yet. */
export const verifierLoad = () =>
  globalThis.lentoVerifier?.load() ?? { running: 0, waiting: 0, killed: 0, turned_away: 0 };

/**
 * Ends the processes; the next program starts new ones.
 *
 * @internal for tests
 */
export async function closeVerifier(): Promise<void> {
  const open = globalThis.lentoVerifier;
  globalThis.lentoVerifier = undefined;
  await open?.close();
}

function verifier(): Verifier {
  // The build writes it and names it: see next.config.js.
  const file = process.env["VERIFIER_FILE"];
  if (file === undefined) throw new VerifierError("VERIFIER_FILE names no file: build with npm run build.");
  return (globalThis.lentoVerifier ??= openVerifier({
    file: path.resolve(file),
    runningLimit: availableParallelism(),
    waitingLimit: WAITING_LIMIT,
  }));
}

function evidenceOf(
  judged: Judged,
  { cases }: CheckPlan,
  { computingLimitMs, memoryLimitBytes }: Pick<VerifyJob, "computingLimitMs" | "memoryLimitBytes">,
): Evidence {
  // Said once, where the learner looks first; a check that evidence leaves out counts as not run.
  const cutShort = (message: string): Evidence => ({
    cases: cases.slice(0, 1).map(({ id }) => ({ id, outcome: "failed", message })),
    work: null,
  });
  if (judged.type === "timed-out")
    return cutShort(
      `The server ended this program after ${computingLimitMs / 1000} s of computing, before its checks were done.`,
    );
  switch (judged.end) {
    case "finished":
    case "raised":
      return judged.evidence;
    case "out-of-memory":
      return cutShort(
        `The server ended this program: it needs more than the ${memoryLimitBytes / MEBIBYTE} MB of memory it may use.`,
      );
    case "crashed":
      return cutShort("The server's JavaScript engine broke down under this program.");
    default:
      return judged.end satisfies never;
  }
}
