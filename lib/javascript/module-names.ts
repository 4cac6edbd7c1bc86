import { HOME_FOLDER } from "@/lib/machine/file-tree";

/** Modules of the machine's own, by the names under which the prelude has made what they export. */
export const machineModules = {
  "node:fs": "fs",
  "node:fs/promises": "fsPromises",
  "node:path": "path",
} as const;
export type MachineModule = keyof typeof machineModules;

export const isMachineModule = (name: string): name is MachineModule => Object.hasOwn(machineModules, name);

/**
 * The one name that a module has, whoever imports it: `node:fs`, or a file's path from the program's home, absolute for
 * one that is elsewhere. Null for a package, of which there are none here.
 */
export function moduleName(importer: string, request: string): string | null {
  const machine = request.startsWith("node:") ? request : `node:${request}`;
  if (isMachineModule(machine)) return machine;
  if (!/^\.{0,2}\//.test(request)) return null;
  const from = importer.startsWith("/") ? importer : `${HOME_FOLDER}/${importer}`;
  const { pathname } = new URL(request, `file://${from}`);
  const path = decodeURIComponent(pathname);
  return path.startsWith(`${HOME_FOLDER}/`) ? path.slice(HOME_FOLDER.length + 1) : path;
}
