import "server-only";
import { database } from "./database.server";
import { EnvironmentError } from "./environment.server";

/**
 * Reads the settings and opens the database as the server starts. What is wrong with them ends the process, with a
 * sentence: Next alone would go on listening, and answer every request with an error.
 */
export async function startOrExit(): Promise<void> {
  try {
    await database();
  } catch (error) {
    const told = error instanceof EnvironmentError ? error.message : errorText(error);
    process.stderr.write(`${told}\n`);
    process.exit(1);
  }
}

function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\nCaused by: ${errorText(error.cause)}`;
  const place = process.env["DATABASE_URL"] ? "at DATABASE_URL" : "in DATA_DIR";
  return `The database ${place} could not be opened. ${error.message}${cause}`;
}
