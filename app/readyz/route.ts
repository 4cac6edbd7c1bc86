import { isEnding } from "@/lib/operating/end-gracefully.server";
import { logError } from "@/lib/operating/request-log.server";
import { readinessProblem } from "@/lib/storage/check-readiness.server";
import { database } from "@/lib/storage/database.server";
import { refuse } from "@/app/api/refuse";

export const dynamic = "force-dynamic";

/** Whether learners' work can be stored now. */
export async function GET(request: Request): Promise<Response> {
  if (isEnding()) return refuse(503, "This server is about to end. Ask another one.");
  try {
    const problem = await readinessProblem(await database(), { now: new Date() });
    return problem === null ? new Response("ok") : refuse(503, problem);
  } catch (error) {
    logError(request, error);
    return refuse(
      503,
      "The database cannot be written. The server's log says why; it is tried again at each probe.",
    );
  }
}
