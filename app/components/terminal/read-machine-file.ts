import { fileText } from "@/app/components/cell/file-text";
import { formatBytes } from "@/app/components/cell/format-bytes";
import type { LinuxMachine } from "@/lib/machine/linux-machine";
import { quoted } from "./machine-path";

export const FILE_LIMIT_BYTES = 1_000_000;

/** A file of the machine; why there is none to be had is a sentence. */
export type ReadFile =
  | {
      readonly outcome: "read";
      readonly path: string;
      readonly bytes: Uint8Array;
      readonly isExecutable: boolean;
    }
  | { readonly outcome: "refused"; readonly reason: string };

const refused = (reason: string) => ({ outcome: "refused", reason }) as const;

const kindCommand = (path: string) =>
  `if test -d ${path}; then echo folder; elif test -e ${path} && ! test -f ${path}; then echo special; elif test -x ${path}; then echo executable; fi`;

/** Reads a file of the machine, as root. */
export async function readMachineFile(machine: LinuxMachine, path: string): Promise<ReadFile> {
  const { output } = await machine.ask(kindCommand(quoted(path)));
  const kind = output.trim();
  if (kind === "folder") return refused(`${path} is a folder. Name a file in it.`);
  // A device may have no end.
  if (kind === "special") return refused(`${path} is a device or a pipe, and no file. Name another one.`);
  const bytes = await machine.readFile(path);
  if (bytes === null)
    return refused(`There is no file ${path} in the machine. Look with: ls ${folderOf(path)}`);
  return { outcome: "read", path, bytes, isExecutable: kind === "executable" };
}

/** A file's text to edit; why it cannot be edited here is a sentence. */
export function textToEdit({ path, bytes }: { path: string; bytes: Uint8Array }) {
  if (bytes.length > FILE_LIMIT_BYTES)
    return refused(
      `${path} has ${formatBytes(bytes.length)}: too much to edit here. Download gives it to you.`,
    );
  const text = fileText(bytes);
  if (text === null) return refused(`${path} is no text. Download gives it to you.`);
  return { outcome: "text", text } as const;
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/")) || "/";
