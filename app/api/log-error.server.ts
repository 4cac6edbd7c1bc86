import "server-only";

/** Writes one line for operators: where it happened and the error's stack, nothing that a learner sent. */
export function logError({ method, url }: Request, error: unknown) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const at = new Date().toISOString();
  const entry = { at, level: "error", method, path: new URL(url).pathname, error: text };
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}
