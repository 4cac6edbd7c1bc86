import type { MachineKernel } from "@/lib/machine/machine-kernel";
import type { DiskSettings } from "@/lib/run/machine-settings";
import { diskMs } from "../wait-for-disk";
import type { CommandFiles } from "./command-files";

/** One start of a command of the machine: what it was given, and what it has to work with. */
export type Call = {
  readonly name: string;
  readonly words: readonly string[];
  readonly files: CommandFiles;
  readonly disk: DiskSettings;
  readonly meters: MachineKernel["meters"];
  /** Writes to the standard output. */
  readonly say: (text: string) => void;
  /** Writes a line to the standard error. */
  readonly complain: (line: string) => void;
};

/** Milliseconds that a command wants to wait before it goes on: several of them wait at once. */
export type Waits<Result> = Generator<number, Result, void>;

/** Gives the exit code, at once where there is nothing to wait for. */
export type Command = (call: Call) => Waits<number> | number;

/** Takes as long as the simulated disk takes for a file of that size. */
export function* waitForDisk({ disk, meters }: Call, sizeBytes: number): Waits<void> {
  const waitMs = diskMs(disk, sizeBytes);
  meters.beginCopy(waitMs);
  try {
    yield waitMs;
  } finally {
    meters.endCopy();
  }
}

/** Copies one file by way of the simulated disk. */
export function* copyFile(
  call: Call,
  from: string,
  to: string,
  { keepsTime }: { keepsTime: boolean },
): Waits<number> {
  const { files } = call;
  const { size } = files.existing(from);
  yield* waitForDisk(call, size);
  files.write(to, files.read(from));
  const { mode, modifiedMs } = files.existing(from);
  if (keepsTime) files.setAttributes(to, { mode, modifiedMs });
  return size;
}

/** Single-letter options and the rest; null, after a complaint, where an option is not known. */
export function splitOptions({ name, words, complain }: Call, known: string) {
  const options = new Set<string>();
  const rest: string[] = [];
  for (const [position, word] of words.entries()) {
    if (word === "--") {
      rest.push(...words.slice(position + 1));
      break;
    }
    if (!word.startsWith("-") || word.length === 1) {
      rest.push(word);
      continue;
    }
    const strange = Array.from(word.slice(1)).find((letter) => !known.includes(letter));
    if (strange !== undefined) {
      complain(`${name}: invalid option -- '${strange}'`);
      return null;
    }
    for (const letter of word.slice(1)) options.add(letter);
  }
  return { options, rest };
}
