import * as z from "zod/mini";
import { askServer } from "./ask-server";

let introduced: Promise<void> | undefined;

/**
 * As `askServer`, for what makes a browser known. Of two first requests at once each would get a learner of its own, and
 * what was handed in under one of them would be lost: so the browser is introduced before.
 */
export async function askAsLearner<Schema extends z.ZodMiniType>(
  address: string,
  schema: Schema,
  body?: unknown,
  method?: "POST" | "PUT",
) {
  introduced ??= introduce().catch(() => {
    // The request itself will say what is the matter.
    introduced = undefined;
  });
  await introduced;
  return askServer(address, schema, body, method);
}

/** One tab after the other, where the browser lets tabs wait for one another. */
async function introduce() {
  const ask = async () => {
    const { outcome } = await askServer("/api/learner", z.null(), {});
    if (outcome !== "answered") throw new Error(`The browser could not be introduced: ${outcome}.`);
  };
  await ("locks" in navigator ? navigator.locks.request("lento:learner", ask) : ask());
}
