import fc from "fast-check";
import { expect, test } from "vitest";
import { WRITTEN_FILES_LIMIT } from "@/lib/run/written-file";
import { FileError } from "./file-error";
import { S_IFDIR, S_IFREG } from "./file-kind";
import { HOME_FOLDER, listFiles, putFiles, writtenFiles } from "./file-tree";
import { newTestFiles, refusal } from "./files-for-tests";

const newFiles = () => newTestFiles().files;
type Files = ReturnType<typeof newFiles>;

const paths = (listed: readonly { path: string }[]) => listed.map(({ path }) => path);
const textOf = (bytes: Uint8Array | null) => (bytes === null ? null : new TextDecoder().decode(bytes));
const put = (files: Files, path: string, text: string) => putFiles(files, [{ path, text }], HOME_FOLDER);

test("given files are put in with the folders they are in", () => {
  const files = newFiles();
  const given = [
    { path: "data/2024/january.csv", text: "1;2" },
    { path: "größe.txt", text: "12 €" },
  ];
  putFiles(files, given, HOME_FOLDER);
  expect(listFiles(files, HOME_FOLDER)).toMatchObject([
    { path: "data/2024/january.csv", size: 3 },
    { path: "größe.txt", size: 6 },
  ]);
  expect(paths(listFiles(files, "/home"))).toEqual(["learner/data/2024/january.csv", "learner/größe.txt"]);
});

test("a file that is put in twice is as it was put in last", () => {
  const files = newFiles();
  put(files, "a.txt", "a long text");
  put(files, "a.txt", "short");
  expect(writtenFiles(files, []).files.map(({ bytes }) => textOf(bytes))).toEqual(["short"]);
});

test("files can be put into the folder for what is temporary, and nowhere else", () => {
  const files = newFiles();
  putFiles(files, [{ path: "a", text: "" }], "/tmp/folder");
  expect(paths(listFiles(files, "/tmp"))).toEqual(["folder/a"]);
  expect(listFiles(files, "/tmp/nothing")).toEqual([]);
  expect(() => putFiles(files, [{ path: "a", text: "" }], "/etc")).toThrow(FileError);
});

test("written is what is new or differs from what was given, sorted by path", () => {
  const files = newFiles();
  const given = ["same", "changed", "longer", "removed"].map((path) => ({ path, text: path }));
  putFiles(files, given, HOME_FOLDER);
  put(files, "changed", "CHANGED");
  put(files, "longer", "longer!");
  put(files, "out/new", "new");
  const learner = files.lookup(files.root("home"), "learner") ?? 0;
  files.unlink(learner, "removed");
  files.makeLink(learner, "link", "same");
  const written = writtenFiles(files, given);
  expect(written.leftOut).toBe(0);
  expect(
    written.files.map(({ path, sizeBytes, bytes }) => ({ path, sizeBytes, text: textOf(bytes) })),
  ).toEqual([
    { path: "changed", sizeBytes: 7, text: "CHANGED" },
    { path: "longer", sizeBytes: 7, text: "longer!" },
    { path: "out/new", sizeBytes: 3, text: "new" },
  ]);
});

test("Python's caches and the program's own files do not count as written", () => {
  const files = newFiles();
  for (const path of [
    "__pycache__/a.pyc",
    "src/__pycache__/b.pyc",
    "__pycache__.txt",
    "main.py",
    "src/main.py",
  ])
    put(files, path, "x");
  expect(paths(writtenFiles(files, [], { own: ["main.py"] }).files)).toEqual([
    "__pycache__.txt",
    "src/main.py",
  ]);
});

test("of many files, as many as anybody would look through are handed over and the others counted", () => {
  const files = newFiles();
  for (let made = 0; made < WRITTEN_FILES_LIMIT + 5; made += 1) put(files, `file ${made}`, "x");
  const written = writtenFiles(files, []);
  expect(written.files.length).toBe(WRITTEN_FILES_LIMIT);
  expect(written.leftOut).toBe(5);
});

test("a file that is too large, or one too many, comes without its bytes", () => {
  const files = newFiles();
  const twoMebibytes = "x".repeat(2 * 1024 * 1024);
  put(files, "0 larger", `${twoMebibytes}x`);
  for (const path of ["1", "2", "3", "4", "5"]) put(files, path, twoMebibytes);
  put(files, "6 empty", "");
  const written = writtenFiles(files, []);
  expect(written.files.map(({ bytes }) => bytes?.length ?? null)).toEqual([
    null,
    ...[1, 2, 3, 4].map(() => twoMebibytes.length),
    null,
    0,
  ]);
  expect(written.files[0]?.sizeBytes).toBe(twoMebibytes.length + 1);
});

test("what is handed over is a copy that can be transferred", () => {
  const files = newFiles();
  put(files, "a", "x");
  expect(writtenFiles(files, []).files[0]?.bytes?.buffer).toBeInstanceOf(ArrayBuffer);
});

/** The model: a folder is a map, a file its bytes. */
type Model = Map<string, Model | number[]>;

const names = fc.constantFrom("a", "b", "c");
const folderPaths = fc.array(names, { maxLength: 2 });
const operations = fc.oneof(
  fc.record({ kind: fc.constant("create" as const), folder: folderPaths, name: names }),
  fc.record({ kind: fc.constant("makeFolder" as const), folder: folderPaths, name: names }),
  fc.record({
    kind: fc.constant("write" as const),
    folder: folderPaths,
    name: names,
    position: fc.integer({ min: 0, max: 40_000 }),
    length: fc.integer({ min: 1, max: 6_000 }),
  }),
  fc.record({
    kind: fc.constant("resize" as const),
    folder: folderPaths,
    name: names,
    size: fc.integer({ min: 0, max: 40_000 }),
  }),
  fc.record({ kind: fc.constant("unlink" as const), folder: folderPaths, name: names }),
  fc.record({ kind: fc.constant("removeDirectory" as const), folder: folderPaths, name: names }),
  fc.record({
    kind: fc.constant("rename" as const),
    folder: folderPaths,
    name: names,
    toFolder: folderPaths,
    toName: names,
  }),
);
type Operation = typeof operations extends fc.Arbitrary<infer Each> ? Each : never;

function modelFolder(model: Model, path: readonly string[]): Model | null {
  let folder: Model | null = model;
  for (const name of path) {
    const next: Model | number[] | undefined = folder?.get(name);
    folder = next instanceof Map ? next : null;
  }
  return folder;
}

/** Whether POSIX allows it; if so, the model is changed. */
function applyToModel(model: Model, operation: Operation): boolean {
  const folder = modelFolder(model, operation.folder);
  if (folder === null) return false;
  const { name } = operation;
  const node = folder.get(name);
  switch (operation.kind) {
    case "create":
    case "makeFolder":
      if (node !== undefined) return false;
      folder.set(name, operation.kind === "create" ? [] : new Map());
      return true;
    case "write":
      if (!Array.isArray(node)) return false;
      while (node.length < operation.position) node.push(0);
      for (let at = 0; at < operation.length; at += 1) node[operation.position + at] = operation.length % 256;
      return true;
    case "resize":
      if (!Array.isArray(node)) return false;
      while (node.length < operation.size) node.push(0);
      node.length = operation.size;
      return true;
    case "unlink":
      return Array.isArray(node) && folder.delete(name);
    case "removeDirectory":
      return node instanceof Map && node.size === 0 && folder.delete(name);
    case "rename": {
      const target = modelFolder(model, operation.toFolder);
      const replaced = target?.get(operation.toName);
      if (target === null || node === undefined) return false;
      if (replaced === node) return true;
      const from = [...operation.folder, name];
      if (node instanceof Map && from.every((each, at) => operation.toFolder[at] === each)) return false;
      if (replaced !== undefined && replaced instanceof Map !== node instanceof Map) return false;
      if (replaced instanceof Map && replaced.size > 0) return false;
      target.set(operation.toName, node);
      return folder.delete(name);
    }
    default:
      return operation satisfies never;
  }
}

function apply(files: Files, home: number, operation: Operation) {
  const at = (path: readonly string[]) =>
    path.reduce((parent, name) => files.lookup(parent, name) ?? -1, home);
  const parent = at(operation.folder);
  const { name } = operation;
  const node = () => at([...operation.folder, name]);
  switch (operation.kind) {
    case "create":
      return files.create(parent, name, S_IFREG | 0o644);
    case "makeFolder":
      return files.create(parent, name, S_IFDIR | 0o755);
    case "write":
      return files.write(
        node(),
        new Uint8Array(operation.length).fill(operation.length % 256),
        operation.position,
      );
    case "resize":
      return files.setAttributes(node(), { size: operation.size });
    case "unlink":
      return files.unlink(parent, name);
    case "removeDirectory":
      return files.removeDirectory(parent, name);
    case "rename":
      return files.rename({ parent, name }, { parent: at(operation.toFolder), name: operation.toName });
    default:
      return operation satisfies never;
  }
}

function modelFiles(folder: Model, prefix = ""): { path: string; bytes: Uint8Array }[] {
  return [...folder].flatMap(([name, node]) =>
    node instanceof Map
      ? modelFiles(node, `${prefix}${name}/`)
      : [{ path: prefix + name, bytes: Uint8Array.from(node) }],
  );
}

test("whatever is done to it, the tree is what a plain model says, and no block is lost", () => {
  fc.assert(
    fc.property(fc.array(operations, { maxLength: 60 }), (done) => {
      const files = newFiles();
      const fresh = files.room();
      const home = files.lookup(files.root("home"), "learner") ?? 0;
      const model: Model = new Map();
      for (const operation of done) {
        const allowed = applyToModel(model, operation);
        expect(refusal(() => apply(files, home, operation)) === "none").toBe(allowed);
      }
      const expected = modelFiles(model).toSorted((one, other) => (one.path < other.path ? -1 : 1));
      expect(writtenFiles(files, []).files.map(({ path, bytes }) => ({ path, bytes }))).toEqual(expected);
      removeAll(files, home);
      expect(files.room()).toEqual(fresh);
    }),
    { numRuns: 200 },
  );
});

function removeAll(files: Files, folder: number) {
  for (const { name, node, mode } of files.entries(folder)) {
    if ((mode & S_IFDIR) === 0) {
      files.unlink(folder, name);
      continue;
    }
    removeAll(files, node);
    files.removeDirectory(folder, name);
  }
}
