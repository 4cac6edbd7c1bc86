import { expect, test } from "vitest";
import { returnPath } from "./return-path";

test.each(["/", "/progress", "/lessons/slow-code/expensive-loop", "/quizzes/slow-code"])(
  "%s is a page to go back to",
  (path) => expect(returnPath(path)).toBe(path),
);

test.each([
  null,
  "",
  "//evil.example",
  "/\\evil.example",
  "\\evil",
  "https://evil.example/",
  "/%2Fevil.example",
  "/lessons/../api/learner/deletion",
  "/api/sign-in",
  "/progress?x=//evil",
  "/\t/evil.example",
  "/progress\n",
  " /progress",
  "javascript:alert(1)",
])("%j is none", (path) => {
  expect(returnPath(path)).toBe("/progress");
});
