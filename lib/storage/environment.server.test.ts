import { expect, test } from "vitest";
import { readEnvironment } from "./environment.server";

test("an empty environment means the defaults, and so do empty settings", () => {
  const defaults = {
    databaseUrl: null,
    dataDir: "./data",
    secretKeys: null,
    publicOrigin: null,
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
