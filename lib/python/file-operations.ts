import { isFolder, S_IFREG } from "@/lib/machine/file-kind";
import type { SharedFiles } from "@/lib/machine/shared-files";
import { errnos, translateErrors } from "./emscripten-errors";
import { FIRST_ID, numberOf, type EmscriptenFiles, type EmscriptenNode } from "./emscripten-files";
import { openFileOperations, type FileMeter } from "./open-file-operations";

const BLOCK_BYTES = 4_096;
/** `st_blocks` are of this size, whatever blocks a file is kept in. */
const STAT_BLOCK_BYTES = 512;

/** Emscripten's operations over the machine's files; `device` tells two mounts apart. */
export function fileOperations({
  emscripten,
  files,
  meter,
  device,
}: {
  emscripten: EmscriptenFiles;
  files: SharedFiles;
  meter: FileMeter;
  device: number;
}) {
  const { FSNode, ErrnoError } = emscripten;
  const translated = translateErrors(emscripten);

  const newNode = (
    parent: EmscriptenNode | null,
    name: string,
    { node, mode }: { node: number; mode: number },
  ): EmscriptenNode =>
    Object.assign(new FSNode(parent, name, mode, 0), {
      id: FIRST_ID + node,
      node_ops: nodeOperations,
      stream_ops: isFolder(mode) ? open.ofFolder : open.ofFile,
    });

  const lookup = translated((parent: EmscriptenNode, name: string) => {
    const found = files.lookupAttributes(numberOf(parent), name);
    if (found === null) throw new ErrnoError(errnos.ENOENT);
    return newNode(parent, name, found);
  });

  const nodeOperations = {
    lookup,
    getattr: translated((node: EmscriptenNode) => {
      const { mode, size, modifiedMs, createdMs, links } = files.attributes(numberOf(node));
      return {
        dev: device,
        ino: node.id,
        mode,
        nlink: links,
        uid: 0,
        gid: 0,
        rdev: 0,
        size: isFolder(mode) ? BLOCK_BYTES : size,
        atime: new Date(modifiedMs),
        mtime: new Date(modifiedMs),
        ctime: new Date(Math.max(modifiedMs, createdMs)),
        blksize: BLOCK_BYTES,
        blocks: Math.ceil(size / STAT_BLOCK_BYTES),
      };
    }),
    setattr: translated(
      (
        node: EmscriptenNode,
        { mode, mtime, size }: { mode?: number; mtime?: number | null; size?: number },
      ) =>
        files.setAttributes(numberOf(node), {
          ...(mode === undefined ? {} : { mode }),
          ...(mtime === undefined || mtime === null ? {} : { modifiedMs: mtime }),
          ...(size === undefined ? {} : { size }),
        }),
    ),
    mknod: translated((parent: EmscriptenNode, name: string, mode: number) =>
      newNode(parent, name, { node: files.create(numberOf(parent), name, mode), mode }),
    ),
    rename: translated((node: EmscriptenNode, folder: EmscriptenNode, name: string) => {
      files.rename({ parent: numberOf(node.parent), name: node.name }, { parent: numberOf(folder), name });
      node.name = name;
    }),
    unlink: translated((parent: EmscriptenNode, name: string) => files.unlink(numberOf(parent), name)),
    rmdir: translated((parent: EmscriptenNode, name: string) =>
      files.removeDirectory(numberOf(parent), name),
    ),
    readdir: translated((node: EmscriptenNode) => [".", "..", ...files.list(numberOf(node))]),
    symlink: translated((parent: EmscriptenNode, name: string, target: string) => {
      files.makeLink(numberOf(parent), name, target);
    }),
    readlink: translated((node: EmscriptenNode) => files.readLink(numberOf(node))),
    statfs: translated(() => {
      const { blocks, freeBlocks, nodes, freeNodes } = files.room();
      return { blocks, bfree: freeBlocks, bavail: freeBlocks, files: nodes, ffree: freeNodes };
    }),
  };

  /** What was removed since a folder's names were read is still listed: Emscripten would end the listing instead. */
  const listingOperations = {
    ...nodeOperations,
    lookup: (parent: EmscriptenNode, name: string) => {
      try {
        return lookup(parent, name);
      } catch (error) {
        if (!(error instanceof ErrnoError) || error.errno !== errnos.ENOENT) throw error;
        return newNode(parent, name, { node: 0, mode: S_IFREG });
      }
    },
  };
  const listed = (node: EmscriptenNode) =>
    Object.assign(newNode(node.parent, node.name, { node: numberOf(node), mode: node.mode }), {
      node_ops: listingOperations,
    });

  const open = openFileOperations({ emscripten, files, meter, translated, listed });

  return { newNode };
}
