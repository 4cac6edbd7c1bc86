import { openBlocks } from "./file-blocks";
import { FileError } from "./file-error";
import { type FilePlace, openFolders } from "./file-folders";
import { isFolder, isLink, isRegularFile, PERMISSIONS, S_IFDIR, S_IFLNK, S_IFMT } from "./file-kind";
import { encodeName } from "./file-name";
import { openNodes } from "./file-nodes";
import {
  BLOCK_BYTES,
  BLOCK_LIMIT,
  createdAt,
  type FileRegion,
  modeAt,
  modifiedAt,
  viewRegion,
} from "./file-region";

export { FILES_BYTES } from "./file-region";

const OPEN_FOLDER = S_IFDIR | 0o777;
const LINK_LIMIT_BYTES = 4_095;

/** What is mounted, in the order of the nodes that the roots are: the first is node 1. */
const roots = ["home", "tmp"] as const;
export type RootName = (typeof roots)[number];

/** Whoever is inside is alone there, of all who opened the region. It is never entered twice at once. */
export type Lock = { readonly hold: <Result>(action: () => Result) => Result };

export type FileAttributes = {
  readonly node: number;
  /** What it is, and its permissions. */
  readonly mode: number;
  readonly size: number;
  readonly modifiedMs: number;
  readonly createdMs: number;
  /** 0 once it is removed and only held open. */
  readonly links: 0 | 1;
};

/** Makes an empty file system in fresh memory, all of which is zero: two roots, and the folder learner in one. */
export function formatFiles(region: FileRegion) {
  const views = viewRegion(region);
  const nodes = openNodes(views, openBlocks(views));
  for (const node of nodes.format(roots.length)) {
    views.words[modeAt(node)] = OPEN_FOLDER;
    views.times[modifiedAt(node)] = Date.now();
    views.times[createdAt(node)] = Date.now();
  }
  const files = openFiles(region, { hold: (action) => action() });
  files.create(files.root("home"), "learner", OPEN_FOLDER);
}

/**
 * One file system for all who open the same region. Files and folders go by node numbers; one that was removed in the
 * meantime is refused as ESTALE, unless it was retained.
 */
export function openFiles(region: FileRegion, lock: Lock) {
  const views = viewRegion(region);
  const { words, times } = views;
  const blocks = openBlocks(views);
  const nodes = openNodes(views, blocks);
  const { modeOf, touch, folderBy, ...folders } = openFolders(views, nodes);

  const hold = <Result>(action: () => Result) =>
    lock.hold(() => {
      nodes.finishReplacing();
      return action();
    });

  const fileBy = (number: number) => {
    const node = nodes.byNumber(number);
    if (isFolder(modeOf(node))) throw new FileError("EISDIR");
    return node;
  };

  const attributesOf = (node: number): FileAttributes => ({
    node: nodes.numberOf(node),
    mode: modeOf(node),
    size: blocks.sizeOf(node),
    modifiedMs: times[modifiedAt(node)] ?? 0,
    createdMs: times[createdAt(node)] ?? 0,
    links: nodes.folderOf(node) === 0 ? 0 : 1,
  });

  const resize = (node: number, size: number) => {
    if (!Number.isInteger(size) || size < 0) throw new FileError("EINVAL");
    blocks.resize(node, size);
    touch(node);
  };

  const write = (node: number, source: Uint8Array, position: number) => {
    const written = blocks.write(node, source, position);
    touch(node);
    return written;
  };

  return {
    root: (name: RootName) => hold(() => nodes.numberOf(roots.indexOf(name) + 1)),
    /** The node of this name, or null where there is none. */
    lookup: (parent: number, name: string): number | null =>
      hold(() => {
        const node = nodes.find(folderBy(parent), encodeName(name));
        return node === null ? null : nodes.numberOf(node);
      }),
    attributes: (node: number) => hold(() => attributesOf(nodes.byNumber(node))),
    /** Both at once: nobody can have removed it in between. */
    lookupAttributes: (parent: number, name: string): FileAttributes | null =>
      hold(() => {
        const node = nodes.find(folderBy(parent), encodeName(name));
        return node === null ? null : attributesOf(node);
      }),
    /** Of the mode, the permissions count. A smaller size cuts the file, a larger one adds zeros. */
    setAttributes: (
      number: number,
      { mode, modifiedMs, size }: { mode?: number; modifiedMs?: number; size?: number },
    ) =>
      hold(() => {
        const node = nodes.byNumber(number);
        if (size !== undefined) resize(fileBy(number), size);
        if (mode !== undefined) words[modeAt(node)] = (modeOf(node) & S_IFMT) | (mode & PERMISSIONS);
        if (modifiedMs !== undefined) times[modifiedAt(node)] = modifiedMs;
      }),
    /** A new empty file or folder, as the mode says. */
    create: (parent: number, name: string, mode: number) =>
      hold(() => {
        if (!isFolder(mode) && !isRegularFile(mode)) throw new FileError("EINVAL");
        return nodes.numberOf(folders.add({ parent, name }, mode & (S_IFMT | PERMISSIONS)));
      }),
    /** Gives how many bytes there were from `position` on. */
    read: (node: number, target: Uint8Array, position: number) =>
      hold(() => blocks.read(fileBy(node), target, position)),
    /** Gives how many bytes were written: fewer than asked for where the disk becomes full. */
    write: (node: number, source: Uint8Array, position: number) =>
      hold(() => write(fileBy(node), source, position)),
    /** Writes behind what is there, whoever else does the same, and tells how long the file is then. */
    append: (number: number, source: Uint8Array) =>
      hold(() => {
        const node = fileBy(number);
        const written = write(node, source, blocks.sizeOf(node));
        return { written, size: blocks.sizeOf(node) };
      }),
    /** Moves a file or folder; what has the new name is replaced, if it is a file, or an empty folder for a folder. */
    rename: (from: FilePlace, to: FilePlace) => hold(() => folders.rename(from, to)),
    /** Removes a file or link. Its content stays for those who retained it. */
    unlink: (parent: number, name: string) => hold(() => folders.unlink({ parent, name })),
    removeDirectory: (parent: number, name: string) => hold(() => folders.removeDirectory({ parent, name })),
    list: (directory: number) => hold(() => nodes.within(folderBy(directory)).map(({ name }) => name)),
    /** What is in a folder, with its attributes, all at one moment. */
    entries: (directory: number) =>
      hold(() =>
        nodes.within(folderBy(directory)).map(({ node, name }) => ({ name, ...attributesOf(node) })),
      ),
    makeLink: (parent: number, name: string, target: string) =>
      hold(() => {
        const encoded = new TextEncoder().encode(target);
        if (encoded.length > LINK_LIMIT_BYTES) throw new FileError("ENAMETOOLONG");
        const fill = (node: number) => void blocks.write(node, encoded, 0);
        return nodes.numberOf(folders.add({ parent, name }, S_IFLNK | 0o777, fill));
      }),
    readLink: (number: number) =>
      hold(() => {
        const node = nodes.byNumber(number);
        if (!isLink(modeOf(node))) throw new FileError("EINVAL");
        const target = new Uint8Array(Math.min(blocks.sizeOf(node), LINK_LIMIT_BYTES));
        blocks.read(node, target, 0);
        return new TextDecoder().decode(target);
      }),
    /** Keeps a node, even if it is removed, until it is released as often. */
    retain: (node: number) => hold(() => nodes.retain(nodes.byNumber(node))),
    release: (node: number) => hold(() => nodes.release(nodes.byNumber(node))),
    /** How much there is of everything, and how much of it is left. */
    room: () =>
      hold(() => ({
        blockBytes: BLOCK_BYTES,
        blocks: BLOCK_LIMIT,
        freeBlocks: blocks.freeBlocks(),
        ...nodes.room(),
      })),
  };
}
export type SharedFiles = ReturnType<typeof openFiles>;
