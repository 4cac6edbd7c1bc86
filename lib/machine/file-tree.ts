import type { GivenFile } from "@/lib/run/run-request";
import { WRITTEN_FILES_LIMIT, type WrittenFile } from "@/lib/run/written-file";
import { FileError } from "./file-error";
import { isFolder, isRegularFile, S_IFDIR, S_IFREG } from "./file-kind";
import { NODE_LIMIT } from "./file-region";
import type { RootName, SharedFiles } from "./shared-files";

/** Where a program starts, and where its given files are. */
export const HOME_FOLDER = "/home/learner";

const WRITTEN_FILE_LIMIT_BYTES = 2 * 1024 * 1024;
const WRITTEN_BYTES_LIMIT = 8 * 1024 * 1024;
/** What has a longer path was made step by step, and nobody finds it. */
const PATH_LIMIT_CHARACTERS = 4_096;
/** What Python keeps of the modules it imported; nobody wrote that. */
const CACHE_FOLDER = "__pycache__";

/** A file below a folder; `path` is relative to that. */
export type ListedFile = {
  readonly path: string;
  readonly node: number;
  readonly size: number;
  readonly modifiedMs: number;
};

const rootNames: Readonly<Record<string, RootName>> = { home: "home", tmp: "tmp" };

/** A path's mount and the names behind it. */
function split(files: SharedFiles, path: string) {
  const [mount = "", ...names] = path.split("/").filter((name) => name !== "");
  const root = rootNames[mount];
  if (root === undefined) throw new FileError("ENOENT");
  return { root: files.root(root), names };
}

function makeFolders(files: SharedFiles, path: string) {
  const { root, names } = split(files, path);
  return names.reduce(
    (parent, name) => files.lookup(parent, name) ?? files.create(parent, name, S_IFDIR | 0o777),
    root,
  );
}

function findFolder(files: SharedFiles, path: string): number | null {
  const { root, names } = split(files, path);
  let node: number | null = root;
  for (const name of names) node = node === null ? null : files.lookup(node, name);
  return node;
}

function writeWhole(files: SharedFiles, node: number, bytes: Uint8Array) {
  files.setAttributes(node, { size: 0 });
  for (let at = 0; at < bytes.length;) at += files.write(node, bytes.subarray(at), at);
}

/** Puts files below a folder, such as "/home/learner", and makes the folders they are in. */
export function putFiles(files: SharedFiles, given: readonly GivenFile[], folder: string) {
  for (const { path, text } of given) {
    const [name = "", ...folders] = path.split("/").toReversed();
    const parent = makeFolders(files, [folder, ...folders.toReversed()].join("/"));
    const node = files.lookup(parent, name) ?? files.create(parent, name, S_IFREG | 0o666);
    writeWhole(files, node, new TextEncoder().encode(text));
  }
}

/** Every regular file below a folder, sorted by path; none if there is no such folder. */
export function listFiles(files: SharedFiles, folder: string): ListedFile[] {
  const found: ListedFile[] = [];
  const top = findFolder(files, folder);
  const folders = top === null ? [] : [{ node: top, prefix: "" }];
  // A program that scribbled over the tables may have made a folder its own parent.
  for (let visited = 0; visited < NODE_LIMIT; visited += 1) {
    const next = folders.pop();
    if (next === undefined) break;
    for (const { name, node, mode, size, modifiedMs } of files.entries(next.node)) {
      const path = next.prefix + name;
      if (path.length > PATH_LIMIT_CHARACTERS) continue;
      if (isFolder(mode)) folders.push({ node, prefix: `${path}/` });
      if (isRegularFile(mode)) found.push({ path, node, size, modifiedMs });
    }
  }
  return found.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

function readWhole(files: SharedFiles, { node, size }: ListedFile) {
  const bytes = new Uint8Array(size);
  files.read(node, bytes, 0);
  return bytes;
}

/**
 * What programs left in a folder that is new or no longer as it was given, sorted by path, and how many files were
 * left out because there are too many. `own` are paths that do not count: the program's files.
 */
export function writtenFiles(
  files: SharedFiles,
  given: readonly GivenFile[],
  { folder = HOME_FOLDER, own = [] }: { folder?: string; own?: readonly string[] } = {},
): { files: WrittenFile[]; leftOut: number } {
  const givenTexts = new Map(given.map(({ path, text }) => [path, text]));
  const isAsGiven = (file: ListedFile) => {
    const text = givenTexts.get(file.path);
    if (text === undefined) return false;
    const bytes = new TextEncoder().encode(text);
    return bytes.length === file.size && readWhole(files, file).every((byte, at) => byte === bytes[at]);
  };
  const counts = (file: ListedFile) =>
    !own.includes(file.path) && !file.path.split("/").slice(0, -1).includes(CACHE_FOLDER) && !isAsGiven(file);

  const written = listFiles(files, folder).filter(counts);
  let roomBytes = WRITTEN_BYTES_LIMIT;
  const handedOver = written.slice(0, WRITTEN_FILES_LIMIT).map((file): WrittenFile => {
    const fits = file.size <= Math.min(WRITTEN_FILE_LIMIT_BYTES, roomBytes);
    if (fits) roomBytes -= file.size;
    return { path: file.path, sizeBytes: file.size, bytes: fits ? readWhole(files, file) : null };
  });
  return { files: handedOver, leftOut: written.length - handedOver.length };
}
