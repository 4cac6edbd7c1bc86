import { expect, test } from "vitest";
import { payloadHash } from "./payload-hash.server";

test("the order of keys does not matter, the order of entries does", () => {
  expect(payloadHash({ a: 1, b: { c: [1, 2], d: null } })).toBe(
    payloadHash({ b: { d: null, c: [1, 2] }, a: 1 }),
  );
  expect(payloadHash({ a: [1, 2] })).not.toBe(payloadHash({ a: [2, 1] }));
});

test("an object and the list of its entries are different payloads", () => {
  expect(payloadHash({ a: 1 })).not.toBe(payloadHash([["a", 1]]));
  expect(payloadHash({ a: 1 })).not.toBe(payloadHash(["object", ["a", 1]]));
});
