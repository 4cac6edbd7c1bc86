import { chmodSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { keptSecretKey } from "./secret-key.server";

let dataDir = "";
beforeEach(() => {
  dataDir = path.join(mkdtempSync(path.join(tmpdir(), "lento-key-")), "data");
});

test("a key is made once, kept, and readable by its owner only", () => {
  const key = keptSecretKey(dataDir);
  const file = path.join(dataDir, "secret-key");
  expect(key).toMatch(/^[\w-]{43}$/);
  expect(keptSecretKey(dataDir)).toBe(key);
  expect(readFileSync(file, "utf8")).toBe(`${key}\n`);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(dataDir)).toEqual(["secret-key"]);
});

test("a kept key that is too short is refused with what to do about it", () => {
  keptSecretKey(dataDir);
  const file = path.join(dataDir, "secret-key");
  chmodSync(file, 0o600);
  writeFileSync(file, "short\n");
  expect(() => keptSecretKey(dataDir)).toThrow(/holds fewer than 32 characters\. Remove it/);
});
