import { isFolder, isLink } from "@/lib/machine/file-kind";
import type { FileAttributes } from "@/lib/machine/shared-files";
import { copyFile, splitOptions, type Call, type Command, type Waits } from "./command";
import { baseName, joined } from "./command-files";
import { posixError } from "./posix-error";

const PERMISSION_LETTERS = "rwxrwxrwx";
const SIZE_WIDTH = 8;

function list(call: Call) {
  const split = splitOptions(call, "1alRA");
  if (split === null) return 2;
  const { options, rest } = split;
  const { files, say, complain } = call;
  let code = 0;
  const [plain, folders]: [string[], string[]] = [[], []];
  for (const word of rest.length === 0 ? ["."] : rest) {
    if (files.look(word, { followsLast: false }) === null) {
      complain(`ls: cannot access '${word}': No such file or directory`);
      code = 2;
    } else (files.isFolder(word) ? folders : plain).push(word);
  }
  const show = (name: string, path: string) =>
    say(options.has("l") ? longLine(files.existing(path, { followsLast: false }), name) : `${name}\n`);
  for (const name of plain.toSorted()) show(name, name);
  for (const [position, folder] of folders.toSorted().entries()) {
    if (rest.length > 1) say(`${position > 0 || plain.length > 0 ? "\n" : ""}${folder}:\n`);
    const names = files.list(folder);
    const shown = options.has("a")
      ? [".", "..", ...names]
      : names.filter((name) => options.has("A") || !name.startsWith("."));
    for (const name of shown) show(name, joined(folder, name));
  }
  return code;
}

function longLine({ mode, size, modifiedMs }: FileAttributes, name: string) {
  const kind = isFolder(mode) ? "d" : isLink(mode) ? "l" : "-";
  const permissions = Array.from(PERMISSION_LETTERS)
    .map((letter, at) => ((mode >> (PERMISSION_LETTERS.length - 1 - at)) & 1 ? letter : "-"))
    .join("");
  const [, day, month, , time] = new Date(modifiedMs).toUTCString().split(" ");
  const changed = `${month} ${String(Number(day)).padStart(2)} ${time?.slice(0, 5)}`;
  return `${kind}${permissions} 1 learner learner ${String(size).padStart(SIZE_WIDTH)} ${changed} ${name}\n`;
}

function* copy(call: Call): Waits<number> {
  const split = splitOptions(call, "rRapv");
  if (split === null) return 1;
  const { options, rest } = split;
  const { files, complain } = call;
  const target = rest.at(-1);
  const sources = rest.slice(0, -1);
  if (target === undefined || sources.length === 0) {
    complain(target === undefined ? "cp: missing file operand" : "cp: missing destination file operand");
    return 1;
  }
  const isIntoFolder = files.isFolder(target);
  if (sources.length > 1 && !isIntoFolder) {
    complain(`cp: target '${target}' is not a directory`);
    return 1;
  }
  let code = 0;
  for (const source of sources) {
    const goal = isIntoFolder ? joined(target, baseName(source)) : target;
    code |= yield* copyAny(call, source, goal, options);
  }
  return code;
}

function* copyAny(call: Call, source: string, goal: string, options: ReadonlySet<string>): Waits<number> {
  const { files, say, complain } = call;
  if (files.look(source, { followsLast: false }) === null) {
    complain(`cp: cannot stat '${source}': No such file or directory`);
    return 1;
  }
  if (files.isFolder(source)) return yield* copyFolder(call, source, goal, options);
  try {
    yield* copyFile(call, source, goal, { keepsTime: options.has("a") || options.has("p") });
  } catch (error) {
    complain(`cp: cannot create regular file '${goal}': ${posixError(error).text}`);
    return 1;
  }
  if (options.has("v")) say(`'${source}' -> '${goal}'\n`);
  return 0;
}

function* copyFolder(call: Call, source: string, goal: string, options: ReadonlySet<string>): Waits<number> {
  const { files, complain } = call;
  if (!["r", "R", "a"].some((option) => options.has(option))) {
    complain(`cp: -r not specified; omitting directory '${source}'`);
    return 1;
  }
  try {
    files.makeFolders(goal);
  } catch (error) {
    complain(`cp: cannot create directory '${goal}': ${posixError(error).text}`);
    return 1;
  }
  let code = 0;
  for (const name of files.list(source))
    code |= yield* copyAny(call, joined(source, name), joined(goal, name), options);
  return code;
}

/** The commands that list, copy, make and remove files. */
export const fileCommands = { ls: list, cp: copy } satisfies Record<string, Command>;
