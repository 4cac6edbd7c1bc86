// Runs the learner's script twice, on sources it has never seen: a long night, and one with a folder that is not there.
import fs from "node:fs";
import path from "node:path";

const WORDS = "amber birch cedar delta ember fjord grove heath islet jetty knoll lagoon".split(" ");
const MOST_AT_ONCE = 4;

function writeFile(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

// Every file below a folder, by its path in it.
function filesIn(root, folder = "", found = new Map()) {
  const here = path.join(root, folder);
  if (!fs.existsSync(here)) return found;
  for (const name of fs.readdirSync(here)) {
    const file = path.join(folder, name);
    if (fs.statSync(path.join(root, file)).isDirectory()) filesIn(root, file, found);
    else found.set(file, fs.readFileSync(path.join(root, file), "utf8"));
  }
  return found;
}

// One run of the script: what there was before, and what it left behind.
function newNight(attempt, folders, missing = null) {
  attempt.freshFiles();
  for (const folder of ["source", "backup"]) fs.rmSync(folder, { recursive: true, force: true });
  for (const [folder, names] of Object.entries(folders))
    for (const name of names)
      writeFile(`source/${folder}/${name}`, `${folder} ${name} ${attempt.random.next()}\n`.repeat(3));
  const listed = [...(missing === null ? [] : [missing]), ...Object.keys(folders)];
  writeFile("folders.txt", `${listed.join("\n")}\n`);
  const source = filesIn("source");
  const run = attempt.run();
  return {
    folders,
    source,
    run,
    sourceAfter: filesIn("source"),
    backup: filesIn("backup"),
    copies: run.commands.filter(({ name }) => name === "rsync" || name === "cp"),
    failures: run.stdout
      .split("\n")
      .filter((line) => line.startsWith("failed:"))
      .map((line) => line.slice("failed:".length).trim()),
  };
}

// Whether copying this path copies the folder: its own path does, and that of all folders together.
const copiesFolder = (source, folder) =>
  [folder, "source", ".", "*"].includes(path.basename(path.normalize(source)));

const sourcesOf = (command) => command.arguments.filter((word) => !word.startsWith("-")).slice(0, -1);

const timesCopied = ({ copies }, folder) =>
  copies.flatMap(sourcesOf).filter((source) => copiesFolder(source, folder)).length;

// Folders and the names of their files, some in a folder of their own.
function newFolders({ random }, count, least, most) {
  const pairs = WORDS.flatMap((one) =>
    WORDS.filter((other) => other !== one).map((other) => `${one}-${other}`),
  );
  const names = (length) =>
    Array.from({ length }, (_, number) => (number % 3 === 2 ? `old/${number}.txt` : `${number}.txt`));
  return Object.fromEntries(
    random.sample(pairs, count).map((folder) => [folder, names(random.integer(least, most))]),
  );
}

// One run for all checks but one.
let night = null;
const longNight = (attempt) => (night ??= newNight(attempt, newFolders(attempt, 16, 6, 8)));

function intact(attempt) {
  const { run, source, backup, folders } = longNight(attempt);
  assert(run.error === "", `The program ended with an error: ${run.error}`);
  const astray = [...backup.keys()].filter((file) => !Object.hasOwn(folders, file.split("/")[0]));
  const lost = [...source.keys()].filter((file) => !backup.has(file));
  assert(
    lost.length === 0 || astray.length === 0,
    `backup/${astray[0]} lies in the wrong place; expected were paths such as backup/${lost[0]}. ` +
      "A / after the source means: what is in the folder, without the folder.",
  );
  assert(
    lost.length === 0,
    `backup/${lost[0]} is missing, ${lost.length} of ${source.size} files in all. ` +
      "Does the script wait for every copy before it ends?",
  );
  for (const [file, content] of source)
    assert(backup.get(file) === content, `backup/${file} is not the same as source/${file}.`);
}

function once(attempt) {
  const night = longNight(attempt);
  for (const folder of Object.keys(night.folders)) {
    const times = timesCopied(night, folder);
    assert(times > 0, `${folder} was never copied by rsync (counted).`);
    assert(
      times === 1,
      `${folder} was copied ${times} times (counted); once is enough. Does a worker copy more than the folder it was given?`,
    );
  }
}

function source_untouched(attempt) {
  const { source, sourceAfter } = longNight(attempt);
  for (const [file, content] of source) {
    assert(sourceAfter.has(file), `source/${file} is gone. A sync reads its source and leaves it alone.`);
    assert(sourceAfter.get(file) === content, `source/${file} has changed. A sync only reads its source.`);
  }
  const added = [...sourceAfter.keys()].filter((file) => !source.has(file));
  assert(added.length === 0, `source/${added[0]} is new. A sync writes nothing into its source.`);
}

function overlap(attempt) {
  const atOnce = longNight(attempt).run.ioOverlap;
  const how = atOnce < 1.2 ? "one after the other" : "not enough of them at the same time";
  assert(
    atOnce >= 2.5,
    `On average ${atOnce.toFixed(2)} copies were in flight (simulated disk), ${how}. The target is 2.5, with four workers.`,
  );
}

function at_most_four(attempt) {
  const atOnce = longNight(attempt).run.ioOverlap;
  assert(
    atOnce <= MOST_AT_ONCE + 0.3,
    `On average ${atOnce.toFixed(2)} copies were in flight (simulated disk), and the backup server serves four. ` +
      "Have as many workers as that, not as many as there are folders.",
  );
}

// Here `rsync` is a process of its own, whoever starts it: what counts is whether two of them work at once.
function processes(attempt) {
  const { copies } = longNight(attempt);
  assert(copies.length > 0, "Nothing was copied by rsync.");
  const atOnce = Math.max(
    ...copies.map(
      ({ startedMs }) =>
        copies.filter((other) => other.startedMs <= startedMs && startedMs < other.endedMs).length,
    ),
  );
  assert(
    atOnce >= 2,
    "Never were two rsync at work at the same time (counted). execFileSync waits for its command: " +
      "execFile does not, and neither does a worker of a Pool wait for another one's.",
  );
}

function all_well(attempt) {
  const { failures, run } = longNight(attempt);
  assert(failures.length === 0, `Every folder was there, and ${failures[0]} is reported as failed.`);
  assert(run.exitCode === 0, `Every folder was there, and the exit code is ${run.exitCode} instead of 0.`);
}

function failing_folder(attempt) {
  const [[missing], ...rest] = Object.entries(newFolders(attempt, 9, 1, 1));
  const { source, backup, run, failures } = newNight(attempt, Object.fromEntries(rest), missing);
  const lost = new Set([...source.keys()].filter((file) => !backup.has(file)).map((file) => file.split("/")[0]));
  const [first] = [...lost].toSorted();
  assert(
    lost.size === 0,
    `${missing} could not be copied, and then ${lost.size} other folders were not copied either, ${first} among them.`,
  );
  assert(run.error === "", `${missing} could not be copied, and the program ended with an error: ${run.error}`);
  assert(
    failures.includes(missing),
    `${missing} could not be copied, and no line \`failed: ${missing}\` says so.`,
  );
  assert(failures.length === 1, `Only ${missing} failed, and the program says so of ${failures.join(", ")}.`);
  assert(
    run.exitCode !== 0,
    `${missing} could not be copied, and the exit code is 0: whoever started the script believes that all is well.`,
  );
}
