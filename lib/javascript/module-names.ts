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
