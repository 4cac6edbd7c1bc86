import { expect, test } from "vitest";
import { S_IFREG } from "./file-kind";
import { newTestFiles, refusal } from "./files-for-tests";

const FILE = S_IFREG | 0o644;
const MEBIBYTE = 2 ** 20;

test("writing behind the end leaves a hole of zeros that takes no room", () => {
  const { files, read, home } = newTestFiles();
  const node = files.create(home, "sparse", FILE);
  const before = files.room().freeBlocks;
  files.write(node, Uint8Array.of(7), 40 * MEBIBYTE);
  expect(files.attributes(node).size).toBe(40 * MEBIBYTE + 1);
  expect(before - files.room().freeBlocks).toBe(2);
  expect(read(node, 3, 40 * MEBIBYTE - 2)).toEqual(Uint8Array.of(0, 0, 7));
  expect(read(node, 3, 10_000)).toEqual(Uint8Array.of(0, 0, 0));
  expect(read(node, 3, 50 * MEBIBYTE)).toEqual(new Uint8Array());
});

test("cutting a file and growing it again shows zeros, not what was there", () => {
  const { files, put, read } = newTestFiles();
  const node = put("a", "x".repeat(10_000));
  files.setAttributes(node, { size: 5 });
  files.setAttributes(node, { size: 9_000 });
  const content = read(node, 10_000);
  expect(content.length).toBe(9_000);
  expect(content.findIndex((byte) => byte === 0)).toBe(5);
  expect(content.lastIndexOf("x".charCodeAt(0))).toBe(4);
});

test("blocks that are used again show nothing of the file they were part of", () => {
  const { files, put, read, home } = newTestFiles();
  put("old", "secret".repeat(2_000));
  files.unlink(home, "old");
  const node = files.create(home, "new", FILE);
  files.write(node, Uint8Array.of(1), 100);
  files.setAttributes(node, { size: 4_096 });
  expect(read(node, 4_096).filter((byte) => byte !== 0)).toEqual(Uint8Array.of(1));
});

test("a full disk takes what there is room for, then refuses, and has room again after a removal", () => {
  const { files, put, home } = newTestFiles();
  const node = put("large", "");
  const chunk = new Uint8Array(3 * MEBIBYTE).fill(1);
  let size = 0;
  const fill = () => {
    for (;;) size += files.write(node, chunk, size);
  };
  expect(refusal(fill)).toBe("ENOSPC");
  expect(size).toBeGreaterThan(47 * MEBIBYTE);
  expect(files.attributes(node).size).toBe(size);
  expect(files.room().freeBlocks).toBe(0);
  const other = files.create(home, "other", FILE);
  expect(refusal(() => files.write(other, chunk, 0))).toBe("ENOSPC");
  expect(refusal(() => files.makeLink(home, "link", "other"))).toBe("ENOSPC");
  files.unlink(home, "large");
  expect(files.write(other, chunk, 0)).toBe(chunk.length);
});

test("no file is larger than its map reaches", () => {
  const { files, put } = newTestFiles();
  const node = put("a", "");
  expect(refusal(() => files.setAttributes(node, { size: 2 ** 30 }))).toBe("EFBIG");
  expect(refusal(() => files.write(node, Uint8Array.of(1), 2 ** 40))).toBe("EFBIG");
  expect(refusal(() => files.setAttributes(node, { size: -1 }))).toBe("EINVAL");
});
