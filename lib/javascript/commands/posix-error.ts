import { FileError } from "@/lib/machine/file-error";

/** As commands say it, and its number. */
const errors: Record<FileError["code"], readonly [string, number]> = {
  ENOENT: ["No such file or directory", 2],
  EEXIST: ["File exists", 17],
  ENOTDIR: ["Not a directory", 20],
  EISDIR: ["Is a directory", 21],
  EINVAL: ["Invalid argument", 22],
  EFBIG: ["File too large", 27],
  ENOSPC: ["No space left on device", 28],
  EXDEV: ["Invalid cross-device link", 18],
  ENAMETOOLONG: ["File name too long", 36],
  ENOTEMPTY: ["Directory not empty", 39],
  ESTALE: ["Stale file handle", 116],
};

/** What the file system has refused, in the words of commands; throws what is something else. */
export function posixError(error: unknown) {
  if (!(error instanceof FileError)) throw error;
  const [text, number] = errors[error.code];
  return { text, number };
}
