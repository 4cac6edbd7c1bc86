import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { EnvironmentError, SECRET_KEY_MIN_CHARACTERS } from "./environment.server";

/** The key kept in `dataDir/secret-key`, made there when it is missing. Processes that start together agree on one. */
export function keptSecretKey(dataDir: string): string {
  const file = path.join(dataDir, "secret-key");
  if (!existsSync(file)) makeKey(dataDir, file);
  const key = readFileSync(file, "utf8").trim();
  if (key.length < SECRET_KEY_MIN_CHARACTERS)
    throw new EnvironmentError(
      `${file} holds fewer than ${SECRET_KEY_MIN_CHARACTERS} characters. Remove it to have a new key made (learners then start anew), or put the old key back.`,
    );
  return key;
}

function makeKey(dataDir: string, file: string) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flush: true });
  try {
    // A link appears whole or not at all, and never replaces the key of a process that was quicker.
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft);
  }
}
