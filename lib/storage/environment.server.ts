import "server-only";
import * as z from "zod";

export const SECRET_KEY_MIN_CHARACTERS = 32;

const SecretKeys = z
  .string()
  .transform((list) => list.split(",").map((key) => key.trim()))
  .refine((keys) => keys.every((key) => key.length >= SECRET_KEY_MIN_CHARACTERS), {
    error: `Every key needs at least ${SECRET_KEY_MIN_CHARACTERS} characters; make one with "openssl rand -base64 32"`,
  });

const PublicUrl = z
  .url({ protocol: /^https?$/, error: "Give the whole address, such as https://course.example.org" })
  .transform((address) => new URL(address).origin);

/** The settings a process is started with, by their names in the environment. */
const Environment = z
  .object({
    DATA_DIR: z.string().default("./data"),
    SECRET_KEY: SecretKeys.optional(),
    PUBLIC_URL: PublicUrl.optional(),
    QUIZZES_DIR: z.string().default("./quizzes"),
    CONTENT_DIR: z.string().default("./content"),
  })
  .transform((env) => ({
    dataDir: env.DATA_DIR,
    /** The first signs, all verify; null when none is given and one must be made. */
    secretKeys: env.SECRET_KEY ?? null,
    /** Scheme, host and port that browsers see; null when it follows from each request. */
    publicOrigin: env.PUBLIC_URL ?? null,
    quizzesDir: env.QUIZZES_DIR,
    contentDir: env.CONTENT_DIR,
  }));
export type Environment = z.infer<typeof Environment>;

/** Thrown when the process must not start: it names every wrong setting at once, and no setting's value. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/** The settings in these environment variables; an empty one counts as absent. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}.`);
  throw new EnvironmentError(`These settings are wrong; correct them and start again:\n${lines.join("\n")}`);
}
