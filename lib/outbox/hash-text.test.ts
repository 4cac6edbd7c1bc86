import { expect, test } from "vitest";
import { hashText } from "./hash-text";

test("a fingerprint follows the published algorithm, for text of any script", () => {
  expect(hashText("")).toBe("811c9dc5");
  expect(hashText("a")).toBe("e40c292c");
  expect(hashText("foobar")).toBe("bf9cf968");
  expect(hashText("größer")).not.toBe(hashText("grösser"));
});
