import fc from "fast-check";
import { expect, test } from "vitest";
import { S_IFREG } from "./file-kind";
import { HEADER, placeAt, viewRegion } from "./file-region";
import { newTestFiles, noLock, refusal } from "./files-for-tests";
import { openFiles } from "./shared-files";

const FILE = S_IFREG | 0o644;

test("when all nodes are taken, creating is refused until one is removed", () => {
  const { files, home } = newTestFiles();
  const { freeNodes } = files.room();
  expect(freeNodes).toBeGreaterThan(4_096);
  for (let made = 0; made < freeNodes; made += 1) files.create(home, `file ${made}`, FILE);
  expect(refusal(() => files.create(home, "one more", FILE))).toBe("ENOSPC");
  files.unlink(home, "file 17");
  files.create(home, "one more", FILE);
  expect(files.list(home).length).toBe(freeNodes + 1);
});

test("names that no file can have are refused, and those of 255 bytes are not", () => {
  const { files, home } = newTestFiles();
  for (const name of ["", ".", "..", "a/b", "a\0b"])
    expect(refusal(() => files.create(home, name, FILE))).toBe("EINVAL");
  expect(refusal(() => files.create(home, "é".repeat(128), FILE))).toBe("ENAMETOOLONG");
  files.create(home, `${"é".repeat(127)}e`, FILE);
  expect(files.list(home)).toContain(`${"é".repeat(127)}e`);
});

test("a node used again is not taken for the one it was before", () => {
  const { files, home, put } = newTestFiles();
  const old = put("a", "old");
  files.unlink(home, "a");
  const young = put("a", "young");
  expect(young).not.toBe(old);
  expect(refusal(() => files.write(old, Uint8Array.of(1), 0))).toBe("ESTALE");
});

test("a replacement that a terminated process left half done is finished by the next one", () => {
  const { region, files, home, put, text } = newTestFiles();
  const { words } = viewRegion(region);
  const old = put("target", "old");
  const young = put("source", "new");
  const oldPlace = words[placeAt(old)] ?? 0;
  files.rename({ parent: home, name: "source" }, { parent: home, name: "target" });
  // As it was after the one store, before the old file was removed.
  words[placeAt(old)] = oldPlace;
  words[HEADER.replaced] = old;
  expect(files.list(home)).toEqual(["learner", "target"]);
  expect(files.lookup(home, "target")).toBe(young);
  expect(text(young)).toBe("new");
});

test("a replacement that had not begun when its process was terminated has not happened", () => {
  const { region, files, home, put } = newTestFiles();
  const old = put("target", "old");
  put("source", "new");
  viewRegion(region).words[HEADER.replaced] = old;
  expect(files.lookup(home, "target")).toBe(old);
  expect(files.list(home)).toEqual(["learner", "target", "source"]);
});

test("tables scribbled over by a process end in errors or nonsense, never in a loop or outside the region", () => {
  const { region, home, put } = newTestFiles();
  put("a", "x".repeat(50_000));
  const tables = viewRegion(region).words.subarray(0, 400_000);
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 15 }), (nonsense, kept) => {
      tables.fill(nonsense, kept);
      const files = openFiles(region, noLock);
      const attempt = (action: () => unknown) => expect(refusal(action)).toEqual(expect.any(String));
      attempt(() => files.entries(home));
      attempt(() => files.lookup(home, "a"));
      attempt(() => files.read(4, new Uint8Array(10_000), 0));
    }),
    { numRuns: 20 },
  );
});
