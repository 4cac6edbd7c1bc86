import "server-only";
import * as z from "zod";

export const SECRET_KEY_MIN_CHARACTERS = 32;
const METRICS_TOKEN_MIN_CHARACTERS = 16;
const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
const MOST_PROXIES = 10;
const LONGEST_NOTICE_SECONDS = 120;

const LOOPBACK_OR_HTTPS = /^(https:|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])/;

const SecretKeys = z
  .string()
  .transform((list) => list.split(",").map((key) => key.trim()))
  .refine((keys) => keys.every((key) => key.length >= SECRET_KEY_MIN_CHARACTERS), {
    error: `Every key needs at least ${SECRET_KEY_MIN_CHARACTERS} characters; make one with "openssl rand -base64 32"`,
  });

const PublicUrl = z
  .url({ protocol: /^https?$/, error: "Give the whole address, such as https://course.example.org" })
  .transform((address) => new URL(address).origin);

const Issuer = z.url().refine((address) => LOOPBACK_OR_HTTPS.test(address), {
  error:
    "Give the provider's https address, such as https://login.example.org; http is for this machine only",
});

/** All of them or none: to sign in needs the address to come back to as well. */
const SIGN_IN = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

/** A provider of OpenID Connect, and who we are to it. */
export type Provider = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
const DatabaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "Give the address of a PostgreSQL database, such as postgres://name:password@host/database",
});

const wholeNumber = (name: string, most: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, { error: `Give ${name} as a whole number` })
    .transform(Number)
    .refine((number) => number <= most, { error: `Give at most ${most}` });

const MetricsToken = z.string().min(METRICS_TOKEN_MIN_CHARACTERS, {
  error: `It needs at least ${METRICS_TOKEN_MIN_CHARACTERS} characters; make one with "openssl rand -base64 24"`,
});

/** The settings a process is started with, by their names in the environment. */
const Environment = z
  .object({
    DATABASE_URL: DatabaseUrl.optional(),
    DATA_DIR: z.string().default("./data"),
    SECRET_KEY: SecretKeys.optional(),
    PUBLIC_URL: PublicUrl.optional(),
    OIDC_ISSUER: Issuer.optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    TRUSTED_PROXY_HOPS: wholeNumber("the number of proxies", MOST_PROXIES).default(0),
    METRICS_TOKEN: MetricsToken.optional(),
    LOG_LEVEL: z.enum(LOG_LEVELS, { error: `Choose among ${LOG_LEVELS.join(", ")}` }).default("info"),
    STOP_NOTICE_SECONDS: wholeNumber("the seconds", LONGEST_NOTICE_SECONDS).default(0),
    QUIZZES_DIR: z.string().default("./quizzes"),
    CONTENT_DIR: z.string().default("./content"),
  })
  .transform((env) => ({
    /** Where PostgreSQL is; null for SQLite in `dataDir`. */
    databaseUrl: env.DATABASE_URL ?? null,
    dataDir: env.DATA_DIR,
    /** The first signs, all verify; null when none is given and one must be made. */
    secretKeys: env.SECRET_KEY ?? null,
    /** Scheme, host and port that browsers see; null when it follows from each request. */
    publicOrigin: env.PUBLIC_URL ?? null,
    /** Where learners can sign in; null for nowhere. */
    provider: providerOf(env),
    /** How many proxies of ours a request came through, each of which appended to X-Forwarded-For. */
    trustedProxyHops: env.TRUSTED_PROXY_HOPS,
    /** Who may read /metrics; null for nobody. */
    metricsToken: env.METRICS_TOKEN ?? null,
    logLevel: env.LOG_LEVEL,
    /** How long a server that was told to end calls itself not ready before it takes no more connections. */
    stopNoticeMs: env.STOP_NOTICE_SECONDS * 1_000,
    quizzesDir: env.QUIZZES_DIR,
    contentDir: env.CONTENT_DIR,
  }));
export type Environment = z.infer<typeof Environment>;

function providerOf({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
}: Readonly<Partial<Record<(typeof SIGN_IN)[number], string | undefined>>>): Provider | null {
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  return { issuer, clientId, clientSecret };
}

/** Thrown when the process must not start: it names every wrong setting at once, and no setting's value. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/** The settings in these environment variables; an empty one counts as absent. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  const wrong = (parsed.error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
  const problems = [...wrong, ...missingForSignIn(given)];
  if (parsed.success && problems.length === 0) return parsed.data;
  const lines = problems.map((problem) => `  ${problem}.`);
  throw new EnvironmentError(`These settings are wrong; correct them and start again:\n${lines.join("\n")}`);
}

function missingForSignIn(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const first = SIGN_IN.find((name) => given[name] !== undefined);
  if (first === undefined) return [];
  return [...SIGN_IN, "PUBLIC_URL"]
    .filter((name) => given[name] === undefined)
    .map((name) => `${name}: To sign in, as ${first} asks for, needs it too`);
}
