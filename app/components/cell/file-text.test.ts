import { expect, test } from "vitest";
import { fileText } from "./file-text";
import { formatBytes } from "./format-bytes";

test("UTF-8 is text, and what is not UTF-8 or holds a zero byte is not", () => {
  expect(fileText(new TextEncoder().encode("Zoë: 5 €\n"))).toBe("Zoë: 5 €\n");
  expect(fileText(new Uint8Array())).toBe("");
  expect(fileText(new Uint8Array([0xff, 0xfe, 0x41]))).toBeNull();
  expect(fileText(new Uint8Array([0x41, 0, 0x42]))).toBeNull();
});

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [1_000, "1.0 kB"],
  [999_949, "999.9 kB"],
  [999_950, "1.0 MB"],
  [2_340_000, "2.3 MB"],
])("%d is %s", (bytes, said) => {
  expect(formatBytes(bytes)).toBe(said);
});
