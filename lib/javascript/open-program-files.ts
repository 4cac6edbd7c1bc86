import { FileError } from "@/lib/machine/file-error";
import { isFolder, isRegularFile, S_IFDIR, S_IFREG } from "@/lib/machine/file-kind";
import type { MachineKernel } from "@/lib/machine/machine-kernel";
import type { FileAttributes } from "@/lib/machine/shared-files";
import { findFile, mounts, type FoundFile } from "./find-file";

const NEW_FILE = S_IFREG | 0o644;
const NEW_FOLDER = S_IFDIR | 0o755;
/** How often an operation is begun anew because another process removed what it had seen. */
const ATTEMPTS = 5;

type Place = Extract<FoundFile, { kind: "place" }>;

/** What a program can do to the machine's files, by path; what is refused is a `FileError`. All is counted by its meters. */
export function openProgramFiles({ files, meters }: Pick<MachineKernel, "files" | "meters">) {
  const place = (path: string, { followsLast = true } = {}): Place => {
    const found = findFile(files, path, { followsLast });
    if (found.kind === "top") throw new FileError("EISDIR");
    return found;
  };
  const existing = (path: string, how?: { followsLast: boolean }) => {
    const { parent, name, attributes } = place(path, how);
    if (attributes === null) throw new FileError("ENOENT");
    return { parent, name, attributes };
  };
  /** The folder that a place is in; mounted folders stay where they are. */
  const folderOf = ({ parent }: { parent: number | null }) => {
    if (parent === null) throw new FileError("EINVAL");
    return parent;
  };

  const read = (path: string) => {
    const { node, size } = existing(path).attributes;
    const bytes = new Uint8Array(size);
    const length = files.read(node, bytes, 0);
    meters.read(length);
    return bytes.subarray(0, length);
  };

  const openForWriting = (path: string, { isNew = false } = {}) => {
    const found = place(path);
    if (found.attributes !== null && isNew) throw new FileError("EEXIST");
    return found.attributes?.node ?? files.create(folderOf(found), found.name, NEW_FILE);
  };
  const write = (path: string, bytes: Uint8Array, { isNew = false } = {}) => {
    const node = openForWriting(path, { isNew });
    files.setAttributes(node, { size: 0 });
    for (let at = 0; at < bytes.length;) at += files.write(node, bytes.subarray(at), at);
    meters.wrote(bytes.length);
  };

  const makeFolder = (path: string, { withParents = false } = {}) => {
    if (withParents) {
      const names = path.split("/");
      for (let count = 1; count < names.length; count += 1) {
        const above = names.slice(0, count).join("/");
        if (above !== "" && !exists(above)) makeFolder(above);
      }
    }
    const found = findFile(files, path);
    if (found.kind === "place" && found.attributes === null) {
      files.create(folderOf(found), found.name, NEW_FOLDER);
      return;
    }
    const isThere = found.kind === "top" || isFolder(found.attributes?.mode ?? 0);
    if (!withParents || !isThere) throw new FileError("EEXIST");
  };

  const exists = (path: string) => {
    try {
      const found = findFile(files, path);
      return found.kind === "top" || found.attributes !== null;
    } catch (error) {
      if (error instanceof FileError) return false;
      throw error;
    }
  };

  const removeFrom = (folder: number, name: string, { node, mode }: FileAttributes) => {
    if (!isFolder(mode)) return files.unlink(folder, name);
    for (const inside of files.entries(node)) removeFrom(node, inside.name, inside);
    files.removeDirectory(folder, name);
  };
  const remove = (path: string, { withContent = false, isQuiet = false } = {}) => {
    const { parent, name, attributes } = place(path, { followsLast: false });
    if (attributes === null) {
      if (isQuiet) return;
      throw new FileError("ENOENT");
    }
    if (isFolder(attributes.mode) && !withContent) throw new FileError("EISDIR");
    removeFrom(folderOf({ parent }), name, attributes);
  };

  const list = (path: string) => {
    const found = findFile(files, path);
    if (found.kind === "top")
      return Object.keys(mounts).map((name) => ({ name, isFolder: true, isFile: false }));
    if (found.attributes === null) throw new FileError("ENOENT");
    return files
      .entries(found.attributes.node)
      .map(({ name, mode }) => ({ name, isFolder: isFolder(mode), isFile: isRegularFile(mode) }))
      .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  };

  return {
    read: anew(read),
    write: anew(write),
    append: anew((path: string, bytes: Uint8Array) => {
      const node = openForWriting(path);
      for (let at = 0; at < bytes.length;) at += files.append(node, bytes.subarray(at)).written;
      meters.wrote(bytes.length);
    }),
    exists,
    list: anew(list),
    makeFolder: anew(makeFolder),
    remove: anew(remove),
    removeFolder: anew((path: string) => {
      const found = existing(path, { followsLast: false });
      files.removeDirectory(folderOf(found), found.name);
    }),
    attributes: anew((path: string) => {
      const found = findFile(files, path);
      if (found.kind === "top")
        return { isFolder: true, isFile: false, size: 0, mode: S_IFDIR, modifiedMs: 0, createdMs: 0 };
      if (found.attributes === null) throw new FileError("ENOENT");
      const { mode, size, modifiedMs, createdMs } = found.attributes;
      return { isFolder: isFolder(mode), isFile: isRegularFile(mode), size, mode, modifiedMs, createdMs };
    }),
    rename: anew((from: string, to: string) => {
      const old = existing(from, { followsLast: false });
      const next = place(to, { followsLast: false });
      files.rename({ parent: folderOf(old), name: old.name }, { parent: folderOf(next), name: next.name });
    }),
    copy: anew((from: string, to: string) => write(to, read(from))),
  };
}
export type ProgramFiles = ReturnType<typeof openProgramFiles>;

/** Other processes change files between two looks at them. */
const anew =
  <Values extends readonly unknown[], Result>(operation: (...values: Values) => Result) =>
  (...values: Values): Result => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return operation(...values);
      } catch (error) {
        if (!(error instanceof FileError) || error.code !== "ESTALE") throw error;
        if (attempt === ATTEMPTS) throw new FileError("ENOENT");
      }
    }
  };
