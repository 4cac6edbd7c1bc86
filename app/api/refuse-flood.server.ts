import "server-only";
import { rateProblem } from "@/lib/operating/rate-limit.server";
import { refuse } from "./refuse";

/** The answer to a request that would change something when too many came from its learner or address; else null. */
export function refuseFlood(request: Request): Response | null {
  const problem = rateProblem(request, { now: new Date() });
  if (problem === null) return null;
  const { limit, retryAfterSeconds } = problem;
  const whence = limit === "learner" ? "from you" : "from your network";
  return refuse(
    429,
    `More came ${whence} within a minute than is taken. Nothing is lost: send it again in ${retryAfterSeconds} s.`,
    { "retry-after": String(retryAfterSeconds) },
  );
}
