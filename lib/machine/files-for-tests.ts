import { FileError } from "./file-error";
import { S_IFREG } from "./file-kind";
import { FILES_BYTES, formatFiles, openFiles, type Lock } from "./shared-files";

/** For tests with one thread. */
export const noLock: Lock = { hold: (action) => action() };

/** A fresh file system with short ways to what tests ask of it. */
export function newTestFiles() {
  const region = { buffer: new SharedArrayBuffer(FILES_BYTES + 8), byteOffset: 8 };
  formatFiles(region);
  const files = openFiles(region, noLock);
  const home = files.root("home");
  const read = (node: number, length: number, position = 0) => {
    const target = new Uint8Array(length);
    return target.subarray(0, files.read(node, target, position));
  };
  return {
    region,
    files,
    home,
    read,
    text: (node: number) => new TextDecoder().decode(read(node, files.attributes(node).size)),
    put(name: string, content: string, parent = home) {
      const node = files.create(parent, name, S_IFREG | 0o644);
      files.write(node, new TextEncoder().encode(content), 0);
      return node;
    },
  };
}

/** What an action is refused with, or "none" if it is not. */
export function refusal(action: () => unknown) {
  try {
    action();
  } catch (error) {
    if (error instanceof FileError) return error.code;
    throw error;
  }
  return "none";
}
