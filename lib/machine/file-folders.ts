import { FileError } from "./file-error";
import { isFolder } from "./file-kind";
import { encodeName } from "./file-name";
import type { FileNodes } from "./file-nodes";
import { createdAt, modeAt, modifiedAt, type RegionViews } from "./file-region";

/** A name in a folder, which goes by its node number. */
export type FilePlace = { readonly parent: number; readonly name: string };

/** The tree of folders and what POSIX says about changing it; call inside the lock. */
export function openFolders({ words, times }: RegionViews, nodes: FileNodes) {
  const modeOf = (node: number) => words[modeAt(node)] ?? 0;
  const touch = (node: number) => void (times[modifiedAt(node)] = Date.now());

  const folderBy = (number: number) => {
    const node = nodes.byNumber(number);
    if (!isFolder(modeOf(node))) throw new FileError("ENOTDIR");
    return node;
  };
  const existing = (folder: number, name: string) => {
    const node = nodes.find(folder, encodeName(name));
    if (node === null) throw new FileError("ENOENT");
    return node;
  };

  /** The root above a folder, and whether `node` is on the way to it. */
  const climb = (folder: number, node: number | null) => {
    let isBelow = false;
    for (let at = folder; ; at = nodes.folderOf(at)) {
      isBelow ||= at === node;
      if (nodes.folderOf(at) === at || nodes.folderOf(at) === 0) return { root: at, isBelow };
    }
  };

  const requireReplaceable = (replaced: number, node: number) => {
    if (isFolder(modeOf(replaced)) && !isFolder(modeOf(node))) throw new FileError("EISDIR");
    if (isFolder(modeOf(node)) && !isFolder(modeOf(replaced))) throw new FileError("ENOTDIR");
    if (!nodes.isEmpty(replaced)) throw new FileError("ENOTEMPTY");
  };

  return {
    modeOf,
    touch,
    folderBy,
    /** Makes a node; `fill` writes its content before it can be seen. */
    add({ parent, name }: FilePlace, mode: number, fill: (node: number) => void = () => {}) {
      const folder = folderBy(parent);
      const encoded = encodeName(name);
      if (nodes.find(folder, encoded) !== null) throw new FileError("EEXIST");
      if (nodes.folderOf(folder) === 0) throw new FileError("ENOENT");
      const node = nodes.take();
      const now = Date.now();
      words[modeAt(node)] = mode;
      times[modifiedAt(node)] = now;
      times[createdAt(node)] = now;
      try {
        fill(node);
      } catch (error) {
        nodes.remove(node);
        throw error;
      }
      nodes.place(node, folder, { name: encoded, replaced: null });
      touch(folder);
      return node;
    },
    rename(from: FilePlace, to: FilePlace) {
      const [oldFolder, newFolder] = [folderBy(from.parent), folderBy(to.parent)];
      const node = existing(oldFolder, from.name);
      const name = encodeName(to.name);
      const replaced = nodes.find(newFolder, name);
      if (node === replaced) return;
      if (nodes.folderOf(newFolder) === 0) throw new FileError("ENOENT");
      const { root, isBelow } = climb(newFolder, node);
      if (isBelow) throw new FileError("EINVAL");
      if (root !== climb(oldFolder, null).root) throw new FileError("EXDEV");
      if (replaced !== null) requireReplaceable(replaced, node);
      nodes.place(node, newFolder, { name, replaced });
      touch(oldFolder);
      touch(newFolder);
    },
    unlink({ parent, name }: FilePlace) {
      const folder = folderBy(parent);
      const node = existing(folder, name);
      if (isFolder(modeOf(node))) throw new FileError("EISDIR");
      nodes.remove(node);
      touch(folder);
    },
    removeDirectory({ parent, name }: FilePlace) {
      const folder = folderBy(parent);
      const node = existing(folder, name);
      if (!isFolder(modeOf(node))) throw new FileError("ENOTDIR");
      if (!nodes.isEmpty(node)) throw new FileError("ENOTEMPTY");
      nodes.remove(node);
      touch(folder);
    },
  };
}
