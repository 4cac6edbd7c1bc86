import { expect, test } from "vitest";
import { removeGlobals } from "./remove-globals.worker";

const scopeWith = (own: object, inherited: object) => Object.assign(Object.create(inherited), own);

test("only what is allowed stays, in the scope and in what it inherits from", () => {
  const inherited = { fetch: () => {}, addEventListener: () => {} };
  const scope = scopeWith({ indexedDB: {}, performance: {}, eval: () => {} }, inherited);
  removeGlobals(scope);
  expect(Object.keys(scope)).toEqual(["performance"]);
  expect(Object.keys(inherited)).toEqual(["addEventListener"]);
});

test("what every object has is left alone", () => {
  removeGlobals({});
  expect(Object.getOwnPropertyNames(Object.prototype)).toContain("hasOwnProperty");
});

test("a function that cannot be removed stops the worker instead of staying in silence", () => {
  const scope = Object.defineProperty({}, "fetch", { value: () => {} });
  expect(() => removeGlobals(scope)).toThrow("fetch stayed in its global scope");
});

test("a browser's numeric constants may stay", () => {
  const scope = Object.defineProperty({}, "TEMPORARY", { value: 0 });
  expect(() => removeGlobals(scope)).not.toThrow();
});
