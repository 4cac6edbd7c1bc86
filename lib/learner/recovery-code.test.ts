import { randomBytes } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readRecoveryCode, RECOVERY_CODE_BYTES, recoveryCodeOf } from "./recovery-code";
import { recoveryHash } from "./recovery-hash.server";

const code = recoveryCodeOf(randomBytes(RECOVERY_CODE_BYTES));

test("a code is eight groups of four letters that nobody mistakes for one another", () => {
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
});

test("it is read however it was written down", () => {
  for (const written of [code.toLowerCase(), code.replaceAll("-", " "), ` ${code.replaceAll("-", "")}\n`])
    expect(readRecoveryCode(written)).toBe(code);
  const zeros = recoveryCodeOf(new Uint8Array(RECOVERY_CODE_BYTES));
  expect(readRecoveryCode(zeros.replaceAll("0", "o"))).toBe(zeros);
  expect(readRecoveryCode(zeros.replaceAll("0", "l"))).toBe(zeros.replaceAll("0", "1"));
});

test("nothing else is a code, and nothing throws", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => readRecoveryCode(text) === null));
  expect(readRecoveryCode(code.slice(1))).toBeNull();
  expect(readRecoveryCode(code.replace(/^./, "U"))).toBeNull();
});

test("the same code has the same hash, another has another, and more than twenty at once are told to wait", async () => {
  const asked = await Promise.all(Array.from({ length: 22 }, () => recoveryHash(code)));
  expect(new Set(asked.slice(0, 20)).size).toBe(1);
  expect(asked[0]).toMatch(/^[\w-]{43}$/);
  expect(asked.slice(20)).toEqual([null, null]);
  expect(await recoveryHash(recoveryCodeOf(randomBytes(RECOVERY_CODE_BYTES)))).not.toBe(asked[0]);
});
