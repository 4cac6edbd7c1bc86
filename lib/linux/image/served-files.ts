import { createHash } from "node:crypto";
import type { Tree, TreeFile } from "./tree";

const FOLDER_MODE = 0o040755;
const LINK_MODE = 0o120777;
/** Shown as the age of every file: a build that depends on the clock would differ each time. */
const MODIFIED_AT_SECONDS = 1_735_689_600;

type Served = readonly [
  name: string,
  size: number,
  modified: number,
  mode: number,
  user: number,
  group: number,
  content?: string | Served[],
];

/**
 * A tree in the form v86 reads (its `tools/fs2json.py`, version 3), and what is in its files, by name: a hash, as each
 * is fetched when the machine reads it first.
 */
export function servedFiles(tree: Tree) {
  const contents = new Map<string, Uint8Array>();
  const root = new Map<string, Node>();
  for (const name of tree.folders) folderAt(root, name.split("/").slice(1));
  for (const [name, file] of tree.files) {
    const parts = name.split("/").slice(1);
    folderAt(root, parts.slice(0, -1)).set(parts.at(-1) ?? "", file);
  }
  let size = 0;
  const serve = (folder: Folder): Served[] =>
    [...folder]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, node]): Served => {
        if (node instanceof Map) return entry(name, 0, FOLDER_MODE, serve(node));
        if (node.kind === "link") return entry(name, node.target.length, LINK_MODE, node.target);
        const hash = `${createHash("sha256").update(node.bytes).digest("hex").slice(0, 16)}.bin`;
        contents.set(hash, node.bytes);
        size += node.bytes.length;
        return entry(name, node.bytes.length, node.isExecutable ? 0o100755 : 0o100644, hash);
      });
  const fsroot = serve(root);
  return { index: JSON.stringify({ fsroot, version: 3, size }), contents };
}

type Folder = Map<string, Node>;
type Node = TreeFile | Map<string, Node>;

const entry = (name: string, size: number, mode: number, content: string | Served[]): Served => [
  name,
  size,
  MODIFIED_AT_SECONDS,
  mode,
  0,
  0,
  content,
];

function folderAt(root: Folder, parts: readonly string[]): Folder {
  let folder = root;
  for (const part of parts) {
    const found = folder.get(part);
    if (found !== undefined && !(found instanceof Map)) throw new Error(`/${parts.join("/")} is no folder.`);
    const next = found ?? new Map<string, Node>();
    folder.set(part, next);
    folder = next;
  }
  return folder;
}
