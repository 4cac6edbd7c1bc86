import "server-only";
import { readdir } from "node:fs/promises";
import path from "node:path";

/** A folder such as `02-slow-code`: the number orders, the rest is the slug in addresses. */
export type NumberedFolder = { readonly number: number; readonly slug: string; readonly folder: string };

const NUMBERED = /^(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** Where the course lies: `content`, or another course's folder named by CONTENT_DIR. */
export const contentFolder = () =>
  path.resolve(/* turbopackIgnore: true */ process.env["CONTENT_DIR"] ?? "content");

/** A path as authors know it, from the project's root. */
export const shownPath = (file: string) => path.relative(process.cwd(), file);

/** The numbered folders inside one, in their order, and the names of those that are not numbered. */
export async function numberedFolders(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders: NumberedFolder[] = [];
  const misnamed: string[] = [];
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    const [, number, slug] = NUMBERED.exec(name) ?? [];
    if (number !== undefined && slug !== undefined)
      folders.push({ number: Number(number), slug, folder: path.join(folder, name) });
    else misnamed.push(name);
  }
  return { folders: folders.toSorted((one, other) => one.number - other.number), misnamed };
}

/** The names of the folders inside one, in no order; none where it is not there itself. */
export async function folderNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(noneIfMissing);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** For folders that need not be there. */
export function noneIfMissing(error: NodeJS.ErrnoException): never[] {
  if (error.code === "ENOENT") return [];
  throw error;
}
