import { expect, test } from "vitest";
import { openLibraryFile, packLibrary } from "./python-library";

test("what is packed is there again, also where the file lies in other bytes", () => {
  const parts = {
    rareData: Uint8Array.of(1, 2, 3),
    sources: { "größe.py": "x = 'ä'" },
    archive: Uint8Array.of(80, 75, 3, 4),
  };
  const packed = packLibrary(parts);
  expect(openLibraryFile(packed)).toEqual(parts);
  const elsewhere = new Uint8Array(packed.length + 3);
  elsewhere.set(packed, 3);
  expect(openLibraryFile(elsewhere.subarray(3))).toEqual(parts);
});
