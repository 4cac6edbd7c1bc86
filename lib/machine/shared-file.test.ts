import { expect, test, vi } from "vitest";
import { fillSharedFile, newSharedFile, readSharedFile } from "./shared-file";

const bytes = Uint8Array.of(1, 2, 3);

test("a file that has come is read without asking for it", () => {
  const file = newSharedFile();
  fillSharedFile(file, bytes.buffer);
  const ask = vi.fn();
  expect(readSharedFile(file, ask)).toEqual(bytes);
  expect(ask).not.toHaveBeenCalled();
});

test("a file that has not come is asked for and waited for", () => {
  const file = newSharedFile();
  expect(readSharedFile(file, () => fillSharedFile(file, bytes.buffer))).toEqual(bytes);
});

test("a reader's copy is its own", () => {
  const file = newSharedFile();
  fillSharedFile(file, bytes.buffer);
  readSharedFile(file, () => {}).fill(0);
  expect(readSharedFile(file, () => {})).toEqual(bytes);
});
