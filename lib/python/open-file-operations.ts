import { FileError } from "@/lib/machine/file-error";
import { isRegularFile } from "@/lib/machine/file-kind";
import type { SharedFiles } from "@/lib/machine/shared-files";
import type { Translated } from "./emscripten-errors";
import {
  numberOf,
  type EmscriptenFiles,
  type EmscriptenNode,
  type EmscriptenStream,
} from "./emscripten-files";

/** Counts what a process reads and writes. */
export type FileMeter = { read(bytes: number): void; wrote(bytes: number): void };

const ENODEV = 43;
const O_APPEND = 1024;
const SEEK_CUR = 1;
const SEEK_END = 2;

type Bytes = Int8Array | Uint8Array;
const part = (buffer: Bytes, offset: number, length: number) =>
  new Uint8Array(buffer.buffer, buffer.byteOffset + offset, length);

/** Emscripten's operations on what is open; `listed` makes the node by which an open folder's entries are found. */
export function openFileOperations({
  emscripten: { ErrnoError, closeStream, filesystems },
  files,
  meter,
  translated,
  listed,
}: {
  emscripten: EmscriptenFiles;
  files: SharedFiles;
  meter: FileMeter;
  translated: Translated;
  listed: (node: EmscriptenNode) => EmscriptenNode;
}) {
  const retain = translated((stream: EmscriptenStream) => files.retain(numberOf(stream.node)));
  const open = (stream: EmscriptenStream) => {
    try {
      retain(stream);
    } catch (error) {
      closeStream(stream.fd);
      throw error;
    }
  };

  const read = (stream: EmscriptenStream, target: Uint8Array, position: number) => {
    const bytes = files.read(numberOf(stream.node), target, position);
    meter.read(bytes);
    return bytes;
  };
  const write = (stream: EmscriptenStream, source: Uint8Array, position: number) => {
    const bytes = files.write(numberOf(stream.node), source, position);
    meter.wrote(bytes);
    return bytes;
  };
  const append = (stream: EmscriptenStream, source: Uint8Array) => {
    const { written, size } = files.append(numberOf(stream.node), source);
    meter.wrote(written);
    // Emscripten adds what was written to where it believed the end to be.
    stream.position = size - written;
    return written;
  };

  const ofAll = {
    open,
    dup: retain,
    close: translated((stream: EmscriptenStream) => files.release(numberOf(stream.node))),
    llseek: translated((stream: EmscriptenStream, offset: number, whence: number) => {
      const size = whence === SEEK_END ? files.attributes(numberOf(stream.node)).size : 0;
      const position = offset + size + (whence === SEEK_CUR ? stream.position : 0);
      if (position < 0) throw new FileError("EINVAL");
      return position;
    }),
  };

  return {
    ofFile: {
      ...ofAll,
      read: translated(
        (stream: EmscriptenStream, buffer: Bytes, offset: number, length: number, position: number) =>
          read(stream, part(buffer, offset, length), position),
      ),
      write: translated(
        (stream: EmscriptenStream, buffer: Bytes, offset: number, length: number, position: number) =>
          (stream.flags & O_APPEND) === 0
            ? write(stream, part(buffer, offset, length), position)
            : append(stream, part(buffer, offset, length)),
      ),
      /** Maps a copy, which goes back into the file when it is flushed or closed. */
      mmap: translated(
        (stream: EmscriptenStream, length: number, position: number, protection: number, flags: number) => {
          const { mode } = stream.node;
          if (!isRegularFile(mode)) throw new ErrnoError(ENODEV);
          const contents = new Uint8Array(length);
          read(stream, contents, position);
          const copy = { node: { mode, contents } };
          return filesystems.MEMFS.stream_ops.mmap(copy, length, 0, protection, flags);
        },
      ),
      msync: translated((stream: EmscriptenStream, buffer: Bytes, position: number, length: number) => {
        const end = Math.min(position + length, files.attributes(numberOf(stream.node)).size);
        for (let at = position; at < end;) at += write(stream, part(buffer, at - position, end - at), at);
        return 0;
      }),
    },
    ofFolder: {
      ...ofAll,
      open(stream: EmscriptenStream) {
        open(stream);
        stream.node = listed(stream.node);
      },
    },
  };
}
