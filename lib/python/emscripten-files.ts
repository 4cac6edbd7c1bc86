import type { PyodideInterface } from "pyodide";
import * as z from "zod/mini";

/** A file or folder as Emscripten sees it. */
export type EmscriptenNode = {
  readonly id: number;
  readonly parent: EmscriptenNode;
  readonly mode: number;
  name: string;
};

/** An open file; a duplicate shares its position. */
export type EmscriptenStream = {
  readonly fd: number;
  readonly flags: number;
  node: EmscriptenNode;
  position: number;
};

/** Our nodes' ids, which are their inode numbers too, begin where Emscripten's own never get. */
export const FIRST_ID = 2 ** 32;

/** What the machine calls one of our nodes. */
export const numberOf = (node: EmscriptenNode) => node.id - FIRST_ID;

const aFunction = <Type>() => z.custom<Type>((value) => typeof value === "function");
type PathOperation = (...parameters: readonly unknown[]) => unknown;

/** What in Emscripten's file system takes a path, and looks at what is there before it does something about it. */
const PathOperations = z.object({
  chdir: aFunction<PathOperation>(),
  chmod: aFunction<PathOperation>(),
  mknod: aFunction<PathOperation>(),
  open: aFunction<PathOperation>(),
  readdir: aFunction<PathOperation>(),
  readlink: aFunction<PathOperation>(),
  rename: aFunction<PathOperation>(),
  rmdir: aFunction<PathOperation>(),
  stat: aFunction<PathOperation>(),
  statfs: aFunction<PathOperation>(),
  symlink: aFunction<PathOperation>(),
  truncate: aFunction<PathOperation>(),
  unlink: aFunction<PathOperation>(),
  utime: aFunction<PathOperation>(),
});

type MapIntoMemory = (
  stream: { node: { mode: number; contents: Uint8Array } },
  ...rest: readonly [length: number, position: number, protection: number, flags: number]
) => { ptr: number; allocated: boolean };

const FileSystem = z.object({
  FSNode:
    aFunction<
      new (parent: EmscriptenNode | null, name: string, mode: number, device: number) => EmscriptenNode
    >(),
  ErrnoError: aFunction<new (errno: number) => { readonly errno: number }>(),
  mount: aFunction<(type: { mount: () => EmscriptenNode }, options: object, path: string) => void>(),
  hashAddNode: aFunction<(node: EmscriptenNode) => void>(),
  closeStream: aFunction<(fd: number) => void>(),
  filesystems: z.object({
    MEMFS: z.object({ stream_ops: z.object({ mmap: aFunction<MapIntoMemory>() }) }),
  }),
});
export type EmscriptenFiles = z.infer<typeof FileSystem>;

/** What is touched of Emscripten's file system. */
export const emscriptenFiles = (python: PyodideInterface): EmscriptenFiles => FileSystem.parse(python.FS);

/** The operations that take a path, by name; `Object.assign` to `python.FS` replaces them. */
export const pathOperations = (python: PyodideInterface) => PathOperations.parse(python.FS);
