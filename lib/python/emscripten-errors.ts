import { FileError } from "@/lib/machine/file-error";
import type { EmscriptenFiles } from "./emscripten-files";

/** Emscripten's numbers for what can go wrong. */
export const errnos = {
  ENOENT: 44,
  EEXIST: 20,
  ENOTDIR: 54,
  EISDIR: 31,
  ENOTEMPTY: 55,
  ENOSPC: 51,
  EFBIG: 22,
  ENAMETOOLONG: 37,
  EINVAL: 28,
  EXDEV: 75,
  ESTALE: 72,
} as const satisfies Record<FileError["code"], number>;

/** Makes operations tell Emscripten by number what the machine refuses. */
export const translateErrors =
  ({ ErrnoError }: EmscriptenFiles) =>
  <Parameters extends readonly unknown[], Result>(operation: (...parameters: Parameters) => Result) =>
  (...parameters: Parameters): Result => {
    try {
      return operation(...parameters);
    } catch (error) {
      throw error instanceof FileError ? new ErrnoError(errnos[error.code]) : error;
    }
  };
export type Translated = ReturnType<typeof translateErrors>;
