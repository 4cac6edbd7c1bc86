import { expect, test } from "vitest";
import { readEnvironment } from "./environment.server";

test("an empty environment means the defaults, and so do empty settings", () => {
  const defaults = {
    databaseUrl: null,
    dataDir: "./data",
    secretKeys: null,
    publicOrigin: null,
    provider: null,
    trustedProxyHops: 0,
    metricsToken: null,
    logLevel: "info",
    stopNoticeMs: 0,
    quizzesDir: "./quizzes",
    contentDir: "./content",
  };
  expect(readEnvironment({})).toEqual(defaults);
  const empty = { DATABASE_URL: "", DATA_DIR: "", SECRET_KEY: "", PUBLIC_URL: "", METRICS_TOKEN: "" };
  expect(readEnvironment({ ...empty, TRUSTED_PROXY_HOPS: "", QUIZZES_DIR: "" })).toEqual(defaults);
});

test("several keys are one list, the signing one first", () => {
  const [today, yesterday] = ["t".repeat(32), "y".repeat(40)];
  expect(readEnvironment({ SECRET_KEY: `${today}, ${yesterday}` }).secretKeys).toEqual([today, yesterday]);
});

test("of the public address only the origin counts", () => {
  const { publicOrigin } = readEnvironment({ PUBLIC_URL: "https://course.example.org/start" });
  expect(publicOrigin).toBe("https://course.example.org");
});

test("everything wrong is told at once, and no secret with it", () => {
  const wrong = {
    DATABASE_URL: "mysql://ada:hunter2@host/course",
    SECRET_KEY: `${"k".repeat(32)},hunter2`,
    PUBLIC_URL: "course.example.org",
    TRUSTED_PROXY_HOPS: "-1",
    METRICS_TOKEN: "hunter2",
    LOG_LEVEL: "loud",
    STOP_NOTICE_SECONDS: "500",
  };
  expect(() => readEnvironment(wrong)).toThrowErrorMatchingInlineSnapshot(`
    [EnvironmentError: These settings are wrong; correct them and start again:
      DATABASE_URL: Give the address of a PostgreSQL database, such as postgres://name:password@host/database.
      SECRET_KEY: Every key needs at least 32 characters; make one with "openssl rand -base64 32".
      PUBLIC_URL: Give the whole address, such as https://course.example.org.
      TRUSTED_PROXY_HOPS: Give the number of proxies as a whole number.
      METRICS_TOKEN: It needs at least 16 characters; make one with "openssl rand -base64 24".
      LOG_LEVEL: Choose among debug, info, warn, error, silent.
      STOP_NOTICE_SECONDS: Give at most 120.]
  `);
});

test("a provider to sign in with is given whole, with the address to come back to", () => {
  const provider = {
    OIDC_ISSUER: "https://login.example.org",
    OIDC_CLIENT_ID: "lento",
    OIDC_CLIENT_SECRET: "s",
  };
  const env = { ...provider, PUBLIC_URL: "https://course.example.org" };
  expect(readEnvironment(env).provider).toEqual({
    issuer: "https://login.example.org",
    clientId: "lento",
    clientSecret: "s",
  });
  expect(() => readEnvironment({ OIDC_CLIENT_ID: "lento", SECRET_KEY: "short" }))
    .toThrowErrorMatchingInlineSnapshot(`
    [EnvironmentError: These settings are wrong; correct them and start again:
      SECRET_KEY: Every key needs at least 32 characters; make one with "openssl rand -base64 32".
      OIDC_ISSUER: To sign in, as OIDC_CLIENT_ID asks for, needs it too.
      OIDC_CLIENT_SECRET: To sign in, as OIDC_CLIENT_ID asks for, needs it too.
      PUBLIC_URL: To sign in, as OIDC_CLIENT_ID asks for, needs it too.]
  `);
  for (const issuer of ["http://login.example.org", "http://localhost.example.org", "login.example.org"])
    expect(() => readEnvironment({ ...env, OIDC_ISSUER: issuer })).toThrow(/OIDC_ISSUER: /);
  expect(readEnvironment({ ...env, OIDC_ISSUER: "http://localhost:4000" }).provider?.issuer).toBe(
    "http://localhost:4000",
  );
});
