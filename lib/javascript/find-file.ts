import { FileError } from "@/lib/machine/file-error";
import { isFolder, isLink } from "@/lib/machine/file-kind";
import { HOME_FOLDER } from "@/lib/machine/file-tree";
import type { FileAttributes, RootName, SharedFiles } from "@/lib/machine/shared-files";

/** Where a path leads: to a place in a folder, at which something is or is not, or to what holds all folders. */
export type FoundFile =
  | { readonly kind: "top" }
  | {
      readonly kind: "place";
      /** The folder, null for a mounted folder itself. */
      readonly parent: number | null;
      readonly name: string;
      readonly attributes: FileAttributes | null;
    };

type Step = { readonly node: number; readonly parent: number | null; readonly name: string };

/** What is mounted at the top of the machine's files. */
export const mounts: Readonly<Record<string, RootName>> = { home: "home", tmp: "tmp" };

/** A link that leads through more than so many others leads in a circle. */
const LINKS_LIMIT = 40;

const namesOf = (path: string) => path.split("/").filter((name) => name !== "" && name !== ".");

/** Follows a path, relative ones from the program's home; `followsLast` says whether a link at its end is followed. */
export function findFile(
  files: SharedFiles,
  path: string,
  { followsLast = true }: { followsLast?: boolean } = {},
): FoundFile {
  if (path === "") throw new FileError("ENOENT");
  const ahead = namesOf(path.startsWith("/") ? path : `${HOME_FOLDER}/${path}`);
  const passed: Step[] = [];
  let links = 0;
  for (let name = ahead.shift(); name !== undefined; name = ahead.shift()) {
    if (name === "..") {
      passed.pop();
      continue;
    }
    const parent = passed.at(-1)?.node ?? null;
    const attributes = parent === null ? mountCalled(files, name) : inFolder(files, parent, name);
    if (attributes === null) {
      if (ahead.length > 0 || parent === null) throw new FileError("ENOENT");
      return { kind: "place", parent, name, attributes };
    }
    if (isLink(attributes.mode) && (ahead.length > 0 || followsLast)) {
      links += 1;
      if (links > LINKS_LIMIT) throw new FileError("EINVAL");
      const target = files.readLink(attributes.node);
      if (target.startsWith("/")) passed.length = 0;
      ahead.unshift(...namesOf(target));
      continue;
    }
    passed.push({ node: attributes.node, parent, name });
  }
  const last = passed.at(-1);
  if (last === undefined) return { kind: "top" };
  return {
    kind: "place",
    parent: last.parent,
    name: last.name,
    attributes: files.attributes(last.node),
  };
}

function mountCalled(files: SharedFiles, name: string) {
  const root = mounts[name];
  return root === undefined ? null : files.attributes(files.root(root));
}

function inFolder(files: SharedFiles, parent: number, name: string) {
  if (!isFolder(files.attributes(parent).mode)) throw new FileError("ENOTDIR");
  return files.lookupAttributes(parent, name);
}
