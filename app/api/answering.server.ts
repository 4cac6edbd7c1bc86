import "server-only";
import { isStorageTrouble } from "@/lib/storage/storage-trouble.server";
import { logError } from "./log-error.server";
import { refuse } from "./refuse";

const RETRY_AFTER_SECONDS = 2;

/** A route handler whose exceptions are logged and answered with a sentence, never with their own words. */
export const answering =
  <Rest extends unknown[]>(answer: (request: Request, ...rest: Rest) => Response | Promise<Response>) =>
  async (request: Request, ...rest: Rest): Promise<Response> => {
    try {
      return await answer(request, ...rest);
    } catch (error) {
      logError(request, error);
      if (!isStorageTrouble(error))
        return refuse(
          500,
          "Something went wrong on the server, and nothing was stored. Try again in a while.",
        );
      return refuse(503, "The server cannot store anything at the moment. Nothing is lost: try again soon.", {
        "retry-after": String(RETRY_AFTER_SECONDS),
      });
    }
  };
