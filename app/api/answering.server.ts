import "server-only";
import { metrics } from "@/lib/operating/metrics.server";
import { logAnswer, logError, requestIdOf } from "@/lib/operating/request-log.server";
import { isStorageTrouble } from "@/lib/storage/storage-trouble.server";
import { refuse } from "./refuse";

const RETRY_AFTER_SECONDS = 2;

/**
 * A route handler whose answers are logged and measured, and carry the id under which the log names them. Exceptions are
 * logged and answered with a sentence, never with their own words.
 */
export const answering =
  <Rest extends unknown[]>(answer: (request: Request, ...rest: Rest) => Response | Promise<Response>) =>
  async (request: Request, ...rest: Rest): Promise<Response> => {
    const startMs = performance.now();
    const answered = await answerOrRefuse(() => answer(request, ...rest), request);
    // A copy, since the headers of a redirection cannot be changed.
    const response = new Response(answered.body, answered);
    response.headers.set("x-request-id", requestIdOf(request));
    logAnswer(request, { status: response.status, durationMs: performance.now() - startMs });
    return response;
  };

async function answerOrRefuse(
  answer: () => Response | Promise<Response>,
  request: Request,
): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    logError(request, error);
    if (!isStorageTrouble(error))
      return refuse(500, "Something went wrong on the server, and nothing was stored. Try again in a while.");
    metrics().storageTroubles.inc();
    return refuse(503, "The server cannot store anything at the moment. Nothing is lost: try again soon.", {
      "retry-after": String(RETRY_AFTER_SECONDS),
    });
  }
}
