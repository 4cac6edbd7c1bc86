import { expect, test } from "vitest";
import { S_IFDIR, S_IFLNK, S_IFREG } from "./file-kind";
import { newTestFiles, noLock, refusal } from "./files-for-tests";
import { FILES_BYTES, formatFiles, openFiles } from "./shared-files";

const FILE = S_IFREG | 0o644;
const FOLDER = S_IFDIR | 0o755;

test("a fresh file system has a learner's folder and an empty folder for what is temporary", () => {
  const { files, home } = newTestFiles();
  expect(files.list(home)).toEqual(["learner"]);
  expect(files.list(files.root("tmp"))).toEqual([]);
  expect(files.attributes(home)).toMatchObject({ mode: S_IFDIR | 0o777, links: 1 });
});

test("it works in memory that is not shared as well", () => {
  const region = { buffer: new ArrayBuffer(FILES_BYTES), byteOffset: 0 };
  formatFiles(region);
  expect(openFiles(region, noLock).list(1)).toEqual(["learner"]);
});

test("formatting leaves nearly all of the region untouched", () => {
  const { region } = newTestFiles();
  const touched = new Uint8Array(region.buffer).filter((byte) => byte !== 0).length;
  expect(touched).toBeLessThan(200);
});

test("what is written is seen by all who opened the region", () => {
  const { region, put, home } = newTestFiles();
  put("größe.txt", "12 €");
  const other = openFiles(region, noLock);
  const node = other.lookup(home, "größe.txt") ?? 0;
  const target = new Uint8Array(10);
  expect(other.read(node, target, 0)).toBe(6);
  expect(new TextDecoder().decode(target.subarray(0, 6))).toBe("12 €");
});

test("appending goes behind whatever is there by then", () => {
  const { files, put, text, home } = newTestFiles();
  const node = put("log", "one ");
  expect(files.append(node, new TextEncoder().encode("two "))).toEqual({ written: 4, size: 8 });
  files.append(files.lookup(home, "log") ?? 0, new TextEncoder().encode("three"));
  expect(text(node)).toBe("one two three");
});

test("files and folders are not taken for each other", () => {
  const { files, home, put } = newTestFiles();
  const file = put("file", "");
  const folder = files.create(home, "folder", FOLDER);
  expect(refusal(() => files.lookup(file, "x"))).toBe("ENOTDIR");
  expect(refusal(() => files.list(file))).toBe("ENOTDIR");
  expect(refusal(() => files.create(file, "x", FILE))).toBe("ENOTDIR");
  expect(refusal(() => files.create(home, "file", FOLDER))).toBe("EEXIST");
  expect(refusal(() => files.create(home, "pipe", 0o010_644))).toBe("EINVAL");
  expect(refusal(() => files.read(folder, new Uint8Array(1), 0))).toBe("EISDIR");
  expect(refusal(() => files.write(folder, new Uint8Array(1), 0))).toBe("EISDIR");
  expect(refusal(() => files.unlink(home, "folder"))).toBe("EISDIR");
  expect(refusal(() => files.removeDirectory(home, "file"))).toBe("ENOTDIR");
  expect(refusal(() => files.removeDirectory(home, "nothing"))).toBe("ENOENT");
  expect(refusal(() => files.unlink(home, "nothing"))).toBe("ENOENT");
});

test("only an empty folder is removed, and nothing is made in one that is gone", () => {
  const { files, home, put } = newTestFiles();
  const folder = files.create(home, "folder", FOLDER);
  put("file", "", folder);
  expect(refusal(() => files.removeDirectory(home, "folder"))).toBe("ENOTEMPTY");
  files.unlink(folder, "file");
  files.retain(folder);
  files.removeDirectory(home, "folder");
  expect(refusal(() => files.create(folder, "file", FILE))).toBe("ENOENT");
  expect(refusal(() => files.rename({ parent: home, name: "learner" }, { parent: folder, name: "x" }))).toBe(
    "ENOENT",
  );
  files.release(folder);
  expect(refusal(() => files.create(folder, "file", FILE))).toBe("ESTALE");
});

test("a removed file that somebody has open keeps its content until it is released as often", () => {
  const { files, home, put, text } = newTestFiles();
  const before = files.room();
  const node = put("open", "still here");
  files.retain(node);
  files.retain(node);
  files.unlink(home, "open");
  expect(files.lookup(home, "open")).toBeNull();
  expect(files.attributes(node).links).toBe(0);
  files.release(node);
  expect(text(node)).toBe("still here");
  files.release(node);
  expect(refusal(() => files.attributes(node))).toBe("ESTALE");
  expect(files.room()).toEqual(before);
});

test("renaming replaces files and empty folders, and nothing else", () => {
  const { files, home, put, text } = newTestFiles();
  const before = files.room();
  const inHome = (name: string) => ({ parent: home, name });
  const moved = put("a", "new");
  put("b", "old");
  files.rename(inHome("a"), inHome("b"));
  expect(files.list(home).toSorted()).toEqual(["b", "learner"]);
  expect(files.lookup(home, "b")).toBe(moved);
  expect(text(moved)).toBe("new");
  files.rename(inHome("b"), inHome("b"));
  expect(text(moved)).toBe("new");

  const folder = files.create(home, "folder", FOLDER);
  files.create(home, "empty", FOLDER);
  expect(refusal(() => files.rename(inHome("b"), inHome("empty")))).toBe("EISDIR");
  expect(refusal(() => files.rename(inHome("empty"), inHome("b")))).toBe("ENOTDIR");
  files.rename(inHome("b"), { parent: folder, name: "b" });
  expect(refusal(() => files.rename(inHome("empty"), inHome("folder")))).toBe("ENOTEMPTY");
  files.rename(inHome("folder"), inHome("empty"));
  expect(files.list(files.lookup(home, "empty") ?? 0)).toEqual(["b"]);
  files.unlink(folder, "b");
  files.removeDirectory(home, "empty");
  expect(files.room()).toEqual(before);
});

test("a folder is not moved into itself, and nothing from one mount into the other", () => {
  const { files, home } = newTestFiles();
  const outer = files.create(home, "outer", FOLDER);
  const inner = files.create(outer, "inner", FOLDER);
  const from = { parent: home, name: "outer" };
  expect(refusal(() => files.rename(from, { parent: inner, name: "outer" }))).toBe("EINVAL");
  expect(refusal(() => files.rename(from, { parent: outer, name: "other" }))).toBe("EINVAL");
  expect(refusal(() => files.rename(from, { parent: files.root("tmp"), name: "outer" }))).toBe("EXDEV");
  expect(refusal(() => files.rename({ parent: home, name: "nothing" }, from))).toBe("ENOENT");
});

test("links tell where they point, and only they do", () => {
  const { files, home, put } = newTestFiles();
  const link = files.makeLink(home, "link", "../größe");
  expect(files.attributes(link)).toMatchObject({ mode: S_IFLNK | 0o777, size: 10 });
  expect(files.readLink(link)).toBe("../größe");
  expect(refusal(() => files.readLink(put("file", "")))).toBe("EINVAL");
  expect(refusal(() => files.makeLink(home, "long", "x".repeat(5_000)))).toBe("ENAMETOOLONG");
});

test("permissions and times can be set, what a node is cannot", () => {
  const { files, put } = newTestFiles();
  const node = put("a", "");
  files.setAttributes(node, { mode: S_IFDIR | 0o600, modifiedMs: 1_234_567_890_123 });
  expect(files.attributes(node)).toMatchObject({ mode: S_IFREG | 0o600, modifiedMs: 1_234_567_890_123 });
});

test("a folder is modified when what it holds changes", () => {
  const { files, home, put } = newTestFiles();
  files.setAttributes(home, { modifiedMs: 0 });
  put("a", "");
  expect(files.attributes(home).modifiedMs).toBeGreaterThan(0);
  files.setAttributes(home, { modifiedMs: 0 });
  files.unlink(home, "a");
  expect(files.attributes(home).modifiedMs).toBeGreaterThan(0);
});
