import { expect, test } from "vitest";
import { moduleName } from "./module-names";

const isProvided = (name: string) => ["node:fs", "node:fs/promises"].includes(name);

test.each([
  ["main.js", "./other.js", "other.js"],
  ["main.js", "./lib/deep.js", "lib/deep.js"],
  ["lib/deep.js", "./near.js", "lib/near.js"],
  ["lib/deep.js", "../main.js", "main.js"],
  ["main.js", "/home/learner/other.js", "other.js"],
  ["main.js", "/tmp/made.js", "/tmp/made.js"],
  ["/tmp/made.js", "./next.js", "/tmp/next.js"],
  ["main.js", "./a file.js", "a file.js"],
  ["main.js", "node:fs", "node:fs"],
  ["main.js", "fs/promises", "node:fs/promises"],
])("what %s imports as %s is %s", (importer, request, name) => {
  expect(moduleName(importer, request, isProvided)).toBe(name);
});

test("a package is no module", () => {
  expect(moduleName("main.js", "lodash", isProvided)).toBeNull();
  expect(moduleName("main.js", "node:net", isProvided)).toBeNull();
});
