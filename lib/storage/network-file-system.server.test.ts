import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { networkFileSystem } from "./network-file-system.server";

const kindOf = (type: number) => networkFileSystem("/data", async () => ({ type }));

test.each([
  [0x6969, "NFS"],
  [0xff534d42, "CIFS"],
  [0xfe534d42 - 2 ** 32, "SMB 2"],
])("a folder of the kind %d lies on %s", async (type, name) => {
  expect(await kindOf(type)).toBe(name);
});

test("a disk and a folder in memory are no network", async () => {
  expect(await kindOf(0xef53)).toBeNull();
  expect(await networkFileSystem(tmpdir())).toBeNull();
});
