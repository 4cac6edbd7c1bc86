import { FileError } from "@/lib/machine/file-error";
import { isFolder, isLink, isRegularFile, S_IFDIR, S_IFREG } from "@/lib/machine/file-kind";
import type { MachineKernel } from "@/lib/machine/machine-kernel";
import type { FileAttributes } from "@/lib/machine/shared-files";
import { findFile } from "../find-file";

const NEW_FILE = S_IFREG | 0o644;
const NEW_FOLDER = S_IFDIR | 0o755;
/** The top of the file tree, which is in no folder. */
const TOP: FileAttributes = { node: 0, mode: NEW_FOLDER, size: 0, modifiedMs: 0, createdMs: 0, links: 1 };

type Follows = { readonly followsLast?: boolean };

/** The machine's files as its commands see them, by path; what is refused is a `FileError`. */
export function openCommandFiles({ files, meters }: Pick<MachineKernel, "files" | "meters">) {
  const attributes = (path: string, follows: Follows = {}): FileAttributes | null => {
    const found = findFile(files, path, follows);
    return found.kind === "top" ? TOP : found.attributes;
  };
  const existing = (path: string, follows: Follows = {}) => {
    const found = attributes(path, follows);
    if (found === null) throw new FileError("ENOENT");
    return found;
  };
  /** Null where nothing is, or nothing can be: on the way to it something is missing. */
  const look = (path: string, follows: Follows = {}) => {
    try {
      return attributes(path, follows);
    } catch (error) {
      if (error instanceof FileError && (error.code === "ENOENT" || error.code === "ENOTDIR")) return null;
      throw error;
    }
  };
  const placeOf = (path: string, follows: Follows = {}) => {
    const found = findFile(files, path, follows);
    if (found.kind === "top" || found.parent === null) throw new FileError("EINVAL");
    return { parent: found.parent, name: found.name, attributes: found.attributes };
  };

  const makeFolder = (path: string) => {
    const { parent, name, attributes: there } = placeOf(path);
    if (there !== null) throw new FileError("EEXIST");
    files.create(parent, name, NEW_FOLDER);
  };
  const removeFrom = (parent: number, name: string, { node, mode }: FileAttributes) => {
    if (!isFolder(mode)) return files.unlink(parent, name);
    for (const inside of files.entries(node)) removeFrom(node, inside.name, inside);
    files.removeDirectory(parent, name);
  };

  return {
    existing,
    look,
    isFolder: (path: string) => isFolder(look(path)?.mode ?? 0),
    isFile: (path: string) => isRegularFile(look(path)?.mode ?? 0),
    isLink: (path: string) => isLink(look(path, { followsLast: false })?.mode ?? 0),
    /** The names in a folder, sorted. */
    list: (path: string) => files.list(existing(path).node).toSorted(),
    read(path: string) {
      const { node, size } = existing(path);
      const bytes = new Uint8Array(size);
      const length = files.read(node, bytes, 0);
      meters.read(length);
      return bytes.subarray(0, length);
    },
    write(path: string, bytes: Uint8Array) {
      const place = placeOf(path);
      const node = place.attributes?.node ?? files.create(place.parent, place.name, NEW_FILE);
      files.setAttributes(node, { size: 0 });
      for (let at = 0; at < bytes.length;) at += files.write(node, bytes.subarray(at), at);
      meters.wrote(bytes.length);
    },
    setAttributes: (path: string, changed: { mode?: number; modifiedMs?: number }) =>
      files.setAttributes(existing(path).node, changed),
    makeFolder,
    /** Makes the folder and those above it, as far as they are not there. */
    makeFolders(path: string) {
      const names = path.split("/");
      for (let count = 1; count <= names.length; count += 1) {
        const above = names.slice(0, count).join("/");
        if (above !== "" && look(above) === null) makeFolder(above);
      }
      if (!isFolder(existing(path).mode)) throw new FileError("EEXIST");
    },
    /** Removes whatever it is, a folder with all that is in it. */
    remove(path: string) {
      const { parent, name, attributes: there } = placeOf(path, { followsLast: false });
      if (there === null) throw new FileError("ENOENT");
      removeFrom(parent, name, there);
    },
    readLink: (path: string) => files.readLink(existing(path, { followsLast: false }).node),
    makeLink(path: string, target: string) {
      const { parent, name } = placeOf(path, { followsLast: false });
      files.makeLink(parent, name, target);
    },
  };
}
export type CommandFiles = ReturnType<typeof openCommandFiles>;

/** One path behind another, as a shell would write it. */
export const joined = (folder: string, name: string) =>
  name.startsWith("/") ? name : folder.endsWith("/") ? `${folder}${name}` : `${folder}/${name}`;

/** The last name of a path. */
export const baseName = (path: string) => path.split("/").findLast((name) => name !== "") ?? "";
