import { isFolder, isRegularFile } from "@/lib/machine/file-kind";
import type { FileAttributes } from "@/lib/machine/shared-files";
import { copyFile, type Call, type Waits } from "./command";
import { baseName, joined } from "./command-files";
import { posixError } from "./posix-error";

const SYNTAX_ERROR = 1;
const FILE_ERROR = 11;
const PARTIAL = 23;
const letters: Readonly<Record<string, string>> = {
  a: "archive",
  r: "recursive",
  v: "verbose",
  q: "quiet",
  z: "compress",
  t: "times",
};
const known: ReadonlySet<string> = new Set([...Object.values(letters), "delete"]);

/** One run's options and counts. */
type Run = {
  readonly call: Call;
  readonly isRecursive: boolean;
  readonly keepsTimes: boolean;
  readonly keepsLinks: boolean;
  readonly isVerbose: boolean;
  readonly deletes: boolean;
  /** What the sources bring to the destination itself: with several of them, none deletes what another one brought. */
  readonly brought: readonly string[];
  sentBytes: number;
  totalBytes: number;
  code: number;
};

/** `rsync` between folders of this machine: `-a -r -v -q -z --delete`, its rule of the trailing slash, its exit codes. */
export function* rsync(call: Call): Waits<number> {
  const options = new Set<string>();
  const paths: string[] = [];
  for (const word of call.words) {
    if (!word.startsWith("-") || word === "-") {
      paths.push(word);
      continue;
    }
    const names = word.startsWith("--")
      ? [word.slice(2)]
      : Array.from(word.slice(1), (letter) => letters[letter] ?? "");
    if (!names.every((name) => known.has(name))) return syntaxError(call, `${word}: unknown option`);
    for (const name of names) options.add(name);
  }
  const target = paths.at(-1);
  if (target === undefined || paths.length === 1)
    return syntaxError(call, "needs a source and a destination");
  const isRecursive = options.has("archive") || options.has("recursive");
  if (options.has("delete") && !isRecursive)
    return syntaxError(call, "--delete does not work without --recursive (-r)");
  if (paths.some((path) => path.split("/")[0]?.includes(":")))
    return syntaxError(call, "this machine has no network, so no remote hosts");
  const sources = paths.slice(0, -1);
  const run: Run = {
    call,
    isRecursive,
    keepsTimes: options.has("archive") || options.has("times"),
    keepsLinks: options.has("archive"),
    isVerbose: options.has("verbose") && !options.has("quiet"),
    deletes: options.has("delete"),
    brought: sources.flatMap((source) => broughtBy(call, source)),
    sentBytes: 0,
    totalBytes: 0,
    code: 0,
  };
  if (run.isVerbose) call.say("sending incremental file list\n");
  if (makeTarget(run, sources, target)) for (const source of sources) yield* send(run, source, target);
  tellEnd(run);
  return run.code;
}

function syntaxError({ complain }: Call, problem: string) {
  complain(`rsync: ${problem}`);
  complain("rsync error: syntax or usage error (code 1) at main.c");
  return SYNTAX_ERROR;
}

const listName = ({ isVerbose, call }: Run, name: string) => isVerbose && call.say(`${name}\n`);

function fail(run: Run, problem: string, code = PARTIAL) {
  run.call.complain(`rsync: ${problem}`);
  run.code = code;
}

/** Makes the destination's last folder, as rsync does, but not those above it. */
function makeTarget(run: Run, sources: readonly string[], target: string) {
  const { files } = run.call;
  const isFileCopy = sources.length === 1 && files.isFile(sources[0] ?? "") && !target.endsWith("/");
  if (files.isFolder(target) || isFileCopy) return true;
  try {
    files.makeFolder(target);
  } catch (error) {
    const { text, number } = posixError(error);
    fail(run, `mkdir "${absolute(target)}" failed: ${text} (${number})`, FILE_ERROR);
    return false;
  }
  return true;
}

/** With a slash at its end a folder's contents are meant, without it the folder itself. */
const meansContents = (source: string) => /\/\.?$/.test(source) || source === ".";

const broughtBy = ({ files }: Call, source: string) =>
  files.isFolder(source) && meansContents(source) ? files.list(source) : [baseName(source)];

function* send(run: Run, source: string, target: string): Waits<void> {
  const { files, say } = run.call;
  const bare = source.replace(/\/+$/, "");
  if (files.look(source, { followsLast: false }) === null) {
    fail(run, `link_stat "${absolute(bare)}" failed: No such file or directory (2)`);
  } else if (!files.isFolder(source)) {
    const name = baseName(source);
    yield* sendFile(run, source, files.isFolder(target) ? joined(target, name) : target, name);
  } else if (!run.isRecursive) {
    say(`skipping directory ${bare}\n`);
  } else {
    const name = meansContents(source) ? "" : baseName(source);
    yield* sendFolder(run, source, name === "" ? target : joined(target, name), name);
  }
}

function* sendFolder(run: Run, path: string, goal: string, name: string): Waits<void> {
  const { files } = run.call;
  let names: string[];
  try {
    names = files.list(path);
    files.makeFolders(goal);
  } catch (error) {
    const { text, number } = posixError(error);
    fail(run, `opendir "${absolute(path)}" failed: ${text} (${number})`);
    return;
  }
  listName(run, name === "" ? "./" : `${name}/`);
  if (run.deletes) removeOthers(run, goal, name === "" ? run.brought : names, name);
  for (const each of names) {
    const [inner, outer] = [joined(path, each), joined(goal, each)];
    const shown = name === "" ? each : `${name}/${each}`;
    if (files.isLink(inner)) sendLink(run, inner, outer, shown);
    else if (files.isFolder(inner)) yield* sendFolder(run, inner, outer, shown);
    else yield* sendFile(run, inner, outer, shown);
  }
  if (run.keepsTimes) files.setAttributes(goal, { modifiedMs: files.existing(path).modifiedMs });
}

function sendLink(run: Run, path: string, goal: string, name: string) {
  const { files, say } = run.call;
  if (!run.keepsLinks) {
    say(`skipping non-regular file "${name}"\n`);
    return;
  }
  const target = files.readLink(path);
  if (files.look(goal, { followsLast: false }) !== null) {
    if (files.isLink(goal) && files.readLink(goal) === target) return;
    files.remove(goal);
  }
  files.makeLink(goal, target);
  listName(run, `${name} -> ${target}`);
}

function* sendFile(run: Run, path: string, goal: string, name: string): Waits<void> {
  const { files } = run.call;
  try {
    const about = files.existing(path);
    run.totalBytes += about.size;
    if (isSame(about, files.look(goal))) return;
    if (files.isFolder(goal)) files.remove(goal);
    run.sentBytes += yield* copyFile(run.call, path, goal, { keepsTime: run.keepsTimes });
    listName(run, name);
  } catch (error) {
    const { text, number } = posixError(error);
    fail(run, `"${absolute(goal)}": ${text} (${number})`);
  }
}

/** rsync's quick check: size and time of change, in whole seconds. */
function isSame(about: FileAttributes, there: FileAttributes | null) {
  if (there === null || !isRegularFile(there.mode) || there.size !== about.size) return false;
  return Math.floor(there.modifiedMs / 1_000) === Math.floor(about.modifiedMs / 1_000);
}

function removeOthers(run: Run, goal: string, names: readonly string[], shown: string) {
  const { files } = run.call;
  const others = files.list(goal).filter((name) => !names.includes(name));
  for (const name of others.toReversed()) {
    const path = joined(goal, name);
    const mark = isFolder(files.look(path, { followsLast: false })?.mode ?? 0) ? "/" : "";
    files.remove(path);
    listName(run, `deleting ${shown === "" ? name : joined(shown, name)}${mark}`);
  }
}

function tellEnd({ call, isVerbose, sentBytes, totalBytes, code }: Run) {
  const counted = (bytes: number) => bytes.toLocaleString("en");
  if (isVerbose)
    call.say(`\nsent ${counted(sentBytes)} bytes  received 0 bytes\ntotal size is ${counted(totalBytes)}\n`);
  if (code === 0) return;
  const reason =
    code === FILE_ERROR ? "error in file IO" : "some files/attrs were not transferred (see previous errors)";
  call.complain(`rsync error: ${reason} (code ${code}) at main.c`);
}

const absolute = (path: string) => joined("/home/learner", path);
