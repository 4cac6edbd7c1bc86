import { beforeEach, expect, test } from "vitest";
import { bootInNode } from "./boot-in-node";
import { executeIn } from "./run-for-tests";

const booted = await bootInNode();
const execute = (code: string) => executeIn(booted, code);

/** A folder `photos` with two files and a folder in it, beside nothing. */
beforeEach(async () => {
  const { end } = await execute(`
import os, shutil, subprocess
os.chdir("/home/learner")
for name in os.listdir():
    shutil.rmtree(name) if os.path.isdir(name) else os.unlink(name)
os.makedirs("photos/trip")
for path, text in {"photos/a.txt": "aaa", "photos/b.txt": "bb", "photos/trip/c.txt": "c"}.items():
    with open(path, "w") as file: file.write(text)
for path in ("photos/a.txt", "photos/b.txt", "photos/trip/c.txt", "photos/trip", "photos"):
    os.utime(path, (1_000_000_000, 1_000_000_000))
`);
  if (end.outcome !== "finished") throw new Error("The folder could not be made.");
});

const HELPERS = `
import os, subprocess
def rsync(*arguments):
    return subprocess.run(["rsync", *arguments], capture_output=True, text=True)
def tree(folder):
    return sorted(os.path.relpath(os.path.join(parent, name), folder) for parent, _, names in os.walk(folder) for name in names)
`;
const printed = async (code: string) => {
  const { end, stdout, stderr } = await execute(HELPERS + code);
  expect(stderr).toBe("");
  expect(end).toEqual({ outcome: "finished" });
  return stdout;
};

test("with a slash at its end a folder's contents are sent, without it the folder itself", async () => {
  const stdout = await printed(`
print(rsync("-r", "photos/", "contents").returncode, tree("contents"))
print(rsync("-r", "photos", "whole").returncode, tree("whole"))
print(rsync("-r", "photos/.", "dot").returncode, tree("dot"))
print(rsync("photos/a.txt", "copy.txt").returncode, open("copy.txt").read())
print(rsync("photos/a.txt", "into/").returncode, tree("into"))`);
  expect(stdout).toBe(`0 ['a.txt', 'b.txt', 'trip/c.txt']
0 ['photos/a.txt', 'photos/b.txt', 'photos/trip/c.txt']
0 ['a.txt', 'b.txt', 'trip/c.txt']
0 aaa
0 ['a.txt']
`);
});

test("a folder is only sent with -r or -a, and only -a keeps times and links", async () => {
  const stdout = await printed(`
os.symlink("a.txt", "photos/link")
skipped = rsync("photos/", "none")
print(skipped.returncode, skipped.stdout, tree("none"))
rsync("-r", "photos/", "plain")
rsync("-a", "photos/", "archive")
for folder in ("plain", "archive"):
    times = [int(os.stat(f"{folder}/{name}").st_mtime) == 1_000_000_000 for name in ("a.txt", "trip")]
    print(times, os.path.islink(f"{folder}/link"), tree(folder))
print(os.readlink("archive/link"))`);
  expect(stdout).toBe(`0 skipping directory photos
 []
[False, False] False ['a.txt', 'b.txt', 'trip/c.txt']
[True, True] True ['a.txt', 'b.txt', 'link', 'trip/c.txt']
a.txt
`);
});

test("--delete removes what the source has not, and nothing else does", async () => {
  const stdout = await printed(`
rsync("-a", "photos/", "backup")
os.unlink("photos/a.txt")
os.makedirs("backup/old/older")
open("backup/trip/extra.txt", "w").close()
rsync("-a", "photos/", "backup")
print(tree("backup"), os.path.isdir("backup/old"))
print(rsync("-av", "--delete", "photos/", "backup").stdout)
print(tree("backup"), os.path.isdir("backup/old"))`);
  expect(stdout).toContain("['a.txt', 'b.txt', 'trip/c.txt', 'trip/extra.txt'] True\n");
  expect(stdout).toContain("\n['b.txt', 'trip/c.txt'] False\n");
  for (const line of ["deleting old/", "deleting a.txt", "deleting trip/extra.txt"])
    expect(stdout.split("\n")).toContain(line);
});

test("a file whose size and time are the same is not sent again", async () => {
  const stdout = await printed(`
import psutil
def sent(*arguments):
    listed = rsync("-v", *arguments).stdout.splitlines()
    return [line for line in listed if line.endswith(".txt")]
print(sent("-a", "photos/", "backup"))
waited = psutil.disk_io_counters().write_time
print(sent("-a", "photos/", "backup"), psutil.disk_io_counters().write_time == waited)
with open("photos/a.txt", "w") as file: file.write("AAA")
os.utime("photos/a.txt", (1_000_000_000, 1_000_000_000))
print(sent("-a", "photos/", "backup"), open("backup/a.txt").read())
os.utime("photos/a.txt", (1_000_000_005, 1_000_000_005))
with open("photos/b.txt", "w") as file: file.write("longer")
os.utime("photos/b.txt", (1_000_000_000, 1_000_000_000))
print(sent("-a", "photos/", "backup"), open("backup/a.txt").read(), open("backup/b.txt").read())`);
  expect(stdout).toBe(`['a.txt', 'b.txt', 'trip/c.txt']
[] True
[] aaa
['a.txt', 'b.txt'] AAA longer
`);
});

test("every file waits for the simulated disk: so long for itself and so long for each byte", async () => {
  const stdout = await printed(`
import psutil, time
with open("photos/large.bin", "wb") as file: file.write(bytes(2_000_000))
before, start = psutil.disk_io_counters().write_time, time.perf_counter()
rsync("-a", "photos/", "backup")
waited = psutil.disk_io_counters().write_time - before
print(waited, (time.perf_counter() - start) * 1000 >= waited)`);
  // Four files of 5 ms, and 2,000,006 bytes at 50 MB/s.
  expect(stdout).toBe("60 True\n");
});

test.each([
  [["-x", "photos/", "backup"], 1, "rsync: -x: unknown option"],
  [["--delte", "photos/", "backup"], 1, "rsync: --delte: unknown option"],
  [["-a", "photos/"], 1, "rsync: needs a source and a destination"],
  [["-a", "photos/", "host:backup"], 1, "this machine has no network"],
  [["-a", "nowhere/", "backup"], 23, 'link_stat "/home/learner/nowhere" failed: No such file or directory'],
  [["-a", "photos/", "no/such/folder"], 11, 'mkdir "/home/learner/no/such/folder" failed'],
])("rsync %j ends with code %i and says why", async (given, code, problem) => {
  const stdout = await printed(`
ran = rsync(*${JSON.stringify(given)})
print(ran.returncode, ran.stderr)`);
  expect(stdout).toMatch(new RegExp(`^${code} `));
  expect(stdout).toContain(problem);
  expect(stdout).toContain(`(code ${code})`);
});

test("what can be sent is sent, though another source is missing", async () => {
  const stdout = await printed(`
ran = rsync("-a", "nowhere", "photos/a.txt", "photos/trip", "backup")
print(ran.returncode, tree("backup"))`);
  expect(stdout).toBe("23 ['a.txt', 'trip/c.txt']\n");
});

test("-v lists what is sent and sums it up, -q says nothing", async () => {
  const stdout = await printed(`
print(rsync("-av", "photos", "backup").stdout)
print(repr(rsync("-avq", "photos", "quiet").stdout))`);
  expect(stdout).toMatchInlineSnapshot(`
    "sending incremental file list
    photos/
    photos/a.txt
    photos/b.txt
    photos/trip/
    photos/trip/c.txt

    sent 6 bytes  received 0 bytes
    total size is 6

    ''
    "
  `);
});

test("of several folders, --delete keeps what any of them brought, and it takes -r", async () => {
  const stdout = await printed(`
os.makedirs("more")
open("more/m.txt", "w").close()
os.makedirs("all")
open("all/old.txt", "w").close()
print(rsync("-r", "--delete", "photos/", "more/", "all").returncode, tree("all"))
refused = rsync("--delete", "photos/", "all")
print(refused.returncode, refused.stderr.splitlines()[0])`);
  expect(stdout).toBe(`0 ['a.txt', 'b.txt', 'm.txt', 'trip/c.txt']
1 rsync: --delete does not work without --recursive (-r)
`);
});
