import { expect, test } from "vitest";
import { topLevelNames } from "./top-level-names";

test("a module's lines name what they declare and import", () => {
  const code = `import fs, { readFileSync as read, statSync } from "node:fs";
import * as path from "node:path";
import "./other.js";
export const a = 1;
let b;
async function c() {
  const inner = 1;
}
function* d() {}
export default class E {}
class F {}`;
  expect(topLevelNames(code).toSorted()).toEqual(["F", "a", "b", "c", "d", "fs", "path", "read", "statSync"]);
});
