import { HOME_FOLDER } from "@/lib/machine/file-tree";

/**
 * The one name that a module has, whoever imports it: `node:fs`, or a file's path from the program's home, absolute for
 * one that is elsewhere. Null for a package, of which there are none here. `isProvided` knows the machine's own modules.
 */
export function moduleName(
  importer: string,
  request: string,
  isProvided: (name: string) => boolean,
): string | null {
  const provided = request.startsWith("node:") ? request : `node:${request}`;
  if (isProvided(provided)) return provided;
  if (!/^\.{0,2}\//.test(request)) return null;
  const folder = (importer.startsWith("/") ? importer : `${HOME_FOLDER}/${importer}`).split("/").slice(0, -1);
  const path = `/${walked(request.startsWith("/") ? [] : folder, request.split("/")).join("/")}`;
  return path.startsWith(`${HOME_FOLDER}/`) ? path.slice(HOME_FOLDER.length + 1) : path;
}

function walked(from: readonly string[], steps: readonly string[]) {
  const names: string[] = [];
  for (const step of [...from, ...steps]) {
    if (step === "..") names.pop();
    else if (step !== "" && step !== ".") names.push(step);
  }
  return names;
}
