/** An answer that says, as a sentence for people, why nothing was done and what to do. */
export const refuse = (status: number, message: string, headers: Record<string, string> = {}) =>
  Response.json({ message }, { status, headers });
