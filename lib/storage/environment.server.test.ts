import { expect, test } from "vitest";
import { readEnvironment } from "./environment.server";

test("an empty environment means the defaults, and so do empty settings", () => {
  const defaults = {
    dataDir: "./data",
    secretKeys: null,
    publicOrigin: null,
    quizzesDir: "./quizzes",
    contentDir: "./content",
  };
  expect(readEnvironment({})).toEqual(defaults);
  expect(readEnvironment({ DATA_DIR: "", SECRET_KEY: "", PUBLIC_URL: "", QUIZZES_DIR: "" })).toEqual(
    defaults,
  );
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
  const wrong = { SECRET_KEY: `${"k".repeat(32)},hunter2`, PUBLIC_URL: "course.example.org" };
  expect(() => readEnvironment(wrong)).toThrowErrorMatchingInlineSnapshot(`
    [EnvironmentError: These settings are wrong; correct them and start again:
      SECRET_KEY: Every key needs at least 32 characters; make one with "openssl rand -base64 32".
      PUBLIC_URL: Give the whole address, such as https://course.example.org.]
  `);
});
