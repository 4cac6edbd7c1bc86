/** For what passes by itself within seconds. */
const RETRY_AFTER_SECONDS = 2;

/** An answer that says, as a sentence for people, why nothing was done and what to do. */
export const refuse = (status: number, message: string, headers: Record<string, string> = {}) =>
  Response.json({ message }, { status, headers });

/** As `refuse`, where the same request may be sent again in a moment; `reason` is a whole sentence. */
export const refuseForNow = (reason: string) =>
  refuse(503, `${reason} Nothing is lost: try again in a moment.`, {
    "retry-after": String(RETRY_AFTER_SECONDS),
  });
