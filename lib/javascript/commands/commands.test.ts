import { expect, test } from "vitest";
import { HOME_FOLDER, putFiles } from "@/lib/machine/file-tree";
import { openProcess } from "../process-for-tests";
import { realClock } from "../wait-clock";
import { openCommandFiles } from "./command-files";
import { openCommands, type Ended } from "./open-commands";

const disk = { latencyMs: 0, bytesPerSecond: 1e12 };

async function openShell(given: Record<string, string> = {}, { latencyMs = 0 } = {}) {
  const { process } = await openProcess();
  const { kernel } = process;
  putFiles(
    kernel.files,
    Object.entries(given).map(([path, text]) => ({ path, text })),
    HOME_FOLDER,
  );
  const clock = realClock(kernel, () => false);
  const commands = openCommands({ kernel, disk: { ...disk, latencyMs }, clock });
  const files = openCommandFiles(kernel);
  const sh = (line: string): Ended => {
    const [name = "", ...words] = line.split(" ");
    const ended = commands.run(name, words);
    if (ended === null) throw new Error(`There is no command ${name}.`);
    return ended;
  };
  const text = (path: string) => new TextDecoder().decode(files.read(path));
  return { sh, text, files, commands, kernel };
}

test("echo, true, false and cat do what they do anywhere", async () => {
  const { sh } = await openShell({ "a.txt": "one\n", "b.txt": "two\n" });
  expect(sh("echo -n two words")).toEqual({ exitCode: 0, stdout: "two words", stderr: "" });
  expect(sh("/bin/echo two").stdout).toBe("two\n");
  expect([sh("true").exitCode, sh("false").exitCode]).toEqual([0, 1]);
  expect(sh("cat a.txt none b.txt")).toEqual({
    exitCode: 1,
    stdout: "one\ntwo\n",
    stderr: "cat: none: No such file or directory\n",
  });
});

test("sleep takes units and refuses what is no time", async () => {
  const { sh } = await openShell();
  expect(sh("sleep 0.001s 0").exitCode).toBe(0);
  expect(sh("sleep soon").stderr).toBe("sleep: invalid time interval 'soon'\n");
  expect(sh("sleep").exitCode).toBe(1);
});

test("a command that there is not is told from one that fails", async () => {
  const { commands } = await openShell();
  expect(commands.run("emacs", [])).toBeNull();
  expect(commands.start("emacs", [], () => {})).toBe(false);
});

test("ls lists files and folders by name, hidden ones when asked", async () => {
  const { sh } = await openShell({ "d/b": "", "d/a": "12345", "d/.hidden": "" });
  expect(sh("ls d").stdout).toBe("a\nb\n");
  expect(sh("ls -A d").stdout).toBe(".hidden\na\nb\n");
  expect(sh("ls -l d/a").stdout).toMatch(
    /^-rw-rw-rw- 1 learner learner {8}5 \w{3} [ \d]\d \d\d:\d\d d\/a\n$/,
  );
  expect(sh("ls none")).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining("cannot access 'none'"),
  });
  expect(sh("ls -x d")).toMatchObject({ exitCode: 2, stderr: "ls: invalid option -- 'x'\n" });
});

test("cp copies files into a folder, and folders when it may", async () => {
  const { sh, text } = await openShell({ "d/a": "one", "d/e/b": "two", "into/c": "" });
  expect(sh("cp d/a into").exitCode).toBe(0);
  expect(text("into/a")).toBe("one");
  expect(sh("cp d new").stderr).toBe("cp: -r not specified; omitting directory 'd'\n");
  expect(sh("cp -rv d new").stdout).toBe("'d/a' -> 'new/a'\n'd/e/b' -> 'new/e/b'\n");
  expect(text("new/e/b")).toBe("two");
  expect(sh("cp none new")).toMatchObject({ exitCode: 1 });
  expect(sh("cp d/a d/e/b nowhere").stderr).toContain("target 'nowhere' is not a directory");
});

test("rsync means a folder's contents by a slash at its end, and the folder itself without", async () => {
  const { sh, files } = await openShell({ "src/a": "one", "src/sub/b": "two" });
  expect(sh("rsync -a src/ one").exitCode).toBe(0);
  expect(files.list("one")).toEqual(["a", "sub"]);
  expect(sh("rsync -a src two").exitCode).toBe(0);
  expect(files.list("two")).toEqual(["src"]);
});

test("rsync copies again only what has changed, and says what it has sent", async () => {
  const { sh, files } = await openShell({ "src/a": "one", "src/b": "two" });
  expect(sh("rsync -av src/ to").stdout).toBe(
    "sending incremental file list\n./\na\nb\n\nsent 6 bytes  received 0 bytes\ntotal size is 6\n",
  );
  expect(sh("rsync -av src/ to").stdout).toContain("sent 0 bytes");
  files.write("src/a", new TextEncoder().encode("other"));
  expect(sh("rsync -av src/ to").stdout).toContain("\na\n\nsent 5 bytes");
  expect(sh("rsync -arq src/ to")).toEqual({ exitCode: 0, stdout: "", stderr: "" });
});

test("rsync of several folders deletes nothing that any of them brought, and deletes only with -r", async () => {
  const { sh, files } = await openShell({ "one/a": "1", "other/b": "2", "to/old": "3" });
  expect(sh("rsync -r --delete one/ other/ to").exitCode).toBe(0);
  expect(files.list("to")).toEqual(["a", "b"]);
  expect(sh("rsync --delete one/ to")).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining("--delete does not work without --recursive (-r)"),
  });
});

test("rsync deletes what is not in the source only when asked", async () => {
  const { sh, files } = await openShell({ "src/a": "one", "to/old/x": "", "to/b": "" });
  sh("rsync -a src/ to");
  expect(files.list("to")).toEqual(["a", "b", "old"]);
  expect(sh("rsync -av --delete src/ to").stdout).toContain("deleting old/\ndeleting b\n");
  expect(files.list("to")).toEqual(["a"]);
});

test("rsync ends with the code that says what went wrong", async () => {
  const { sh } = await openShell({ "src/a": "one" });
  expect(sh("rsync -a none to")).toMatchObject({
    exitCode: 23,
    stderr: expect.stringContaining('link_stat "/home/learner/none" failed: No such file or directory (2)'),
  });
  expect(sh("rsync -a src/ no/such/place")).toMatchObject({ exitCode: 11 });
  expect(sh("rsync --strange src to")).toMatchObject({ exitCode: 1 });
  expect(sh("rsync src")).toMatchObject({ exitCode: 1 });
  expect(sh("rsync -a src/ host:there").stderr).toContain("no network");
  expect(sh("rsync src to").stdout).toContain("skipping directory src");
});

test("a copy keeps the time of change with -a, and links stay links", async () => {
  const { sh, files } = await openShell({ "src/a": "one" });
  files.setAttributes("src/a", { modifiedMs: 1_000_000_000_000 });
  files.makeLink("src/link", "a");
  sh("rsync -a src/ to");
  expect(files.existing("to/a").modifiedMs).toBe(1_000_000_000_000);
  expect(files.readLink("to/link")).toBe("a");
  expect(sh("rsync -r src/ plain").stdout).toBe('skipping non-regular file "link"\n');
});

test("several copies wait for the disk at the same time", async () => {
  const { commands, kernel } = await openShell({ a: "one", b: "two" }, { latencyMs: 20 });
  const ended: number[] = [];
  for (const name of ["a", "b"])
    commands.start("cp", [name, `${name}2`], ({ exitCode }) => ended.push(exitCode));
  commands.source.poll();
  expect(ended).toEqual([]);
  expect(kernel.meters.chargedMs()).toBeCloseTo(40);
  while (commands.source.untilMs() !== null) commands.source.poll();
  expect(ended).toEqual([0, 0]);
});
