import { expect, test } from "vitest";
import { foreignOriginProblem } from "./same-origin";

const problem = (headers: Record<string, string>, publicOrigin: string | null = null) =>
  foreignOriginProblem(new Headers(headers), { publicOrigin });

test.each(["http://localhost:3000", "https://localhost:3000"])("%s matches its host", (origin) => {
  expect(problem({ origin, host: "localhost:3000" })).toBeNull();
});

test.each([
  [{ host: "localhost:3000" }, "does not say which page"],
  [{ host: "localhost:3000", origin: "null" }, "a page without an origin"],
  [{ host: "localhost:3000", origin: "http://evil.example" }, "another site"],
  [{ host: "localhost:3000", origin: "http://localhost:3001" }, "another site"],
  [{ host: "localhost:3000", origin: "http://localhost:3000.evil.example" }, "another site"],
  [{ host: "localhost:3000", origin: "" }, "another site"],
  [{ origin: "http://undefined" }, "another site"],
])("%j is refused with a sentence", (headers, sentence) => {
  expect(problem(headers)).toContain(sentence);
});

test("with a public address that one counts and the host does not", () => {
  const host = "10.0.0.7:3000";
  expect(problem({ host, origin: "https://course.example.org" }, "https://course.example.org")).toBeNull();
  expect(problem({ host, origin: "http://10.0.0.7:3000" }, "https://course.example.org")).toContain(
    "Open the course at https://course.example.org",
  );
});
