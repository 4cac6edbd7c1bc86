import "server-only";
import { type Environment, readEnvironment } from "./environment.server";
import { keptSecretKey } from "./secret-key.server";

/** What the server runs with. `secretKeys` has at least one key: the first signs, all verify. */
export type Settings = Omit<Environment, "secretKeys"> & { readonly secretKeys: readonly string[] };

let kept: Settings | undefined;

/** This process's settings, read once. Throws an `EnvironmentError` that names everything wrong. */
export function settings(): Settings {
  if (kept !== undefined) return kept;
  const environment = readEnvironment(process.env);
  const secretKeys = environment.secretKeys ?? [keptSecretKey(environment.dataDir)];
  kept = { ...environment, secretKeys };
  return kept;
}
