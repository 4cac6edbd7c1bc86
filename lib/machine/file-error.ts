const sentences = {
  ENOENT: "There is no such file or folder.",
  EEXIST: "There is a file or folder of this name already.",
  ENOTDIR: "This is no folder.",
  EISDIR: "This is a folder, not a file.",
  ENOTEMPTY: "This folder is not empty.",
  ENOSPC: "The machine's disk is full.",
  EFBIG: "A file cannot be as large as that on this machine.",
  ENAMETOOLONG: "This name is too long: 255 bytes is the most.",
  EINVAL: "This cannot be done to a file or folder, or not under this name.",
  EXDEV: "A file cannot be renamed from one mounted folder into another; copy it.",
  ESTALE: "This file or folder has been removed in the meantime.",
} as const;

/** What the file system refuses, by the names that POSIX gives it. */
export class FileError extends Error {
  readonly code: keyof typeof sentences;
  constructor(code: FileError["code"]) {
    super(sentences[code]);
    this.name = "FileError";
    this.code = code;
  }
}
