import { beforeEach, expect, test } from "vitest";
import { bootInNode } from "./boot-in-node";
import { executeIn } from "./run-for-tests";

const booted = await bootInNode();

beforeEach(async () => {
  const { end } = await executeIn(
    booted,
    `
import os, shutil
os.chdir("/home/learner")
for name in os.listdir():
    shutil.rmtree(name) if os.path.isdir(name) else os.unlink(name)
os.makedirs("box/inner")
for path, text in {"one.txt": "1\\n", "two.txt": "2\\n", "box/three.txt": "3\\n", "box/.hidden": ""}.items():
    with open(path, "w") as file: file.write(text)`,
  );
  if (end.outcome !== "finished") throw new Error("The folder could not be made.");
});

/** What a shell line does: exit code, standard output and standard error. */
async function sh(line: string) {
  const code = `
import json, subprocess
ran = subprocess.run(${JSON.stringify(line)}, shell=True, capture_output=True, text=True)
print(json.dumps([ran.returncode, ran.stdout, ran.stderr]))`;
  const { stdout, stderr } = await executeIn(booted, code);
  expect(stderr).toBe("");
  const result: unknown = JSON.parse(stdout);
  return result;
}
const printed = async (code: string) => (await executeIn(booted, `import os, subprocess\n${code}`)).stdout;

test.each([
  ["echo one  'two  three' \"four $USER\"five", 0, "one two  three four web_userfive\n", ""],
  ["echo -n a; echo b", 0, "ab\n", ""],
  ["echo a; exit 7; echo b", 7, "a\n", ""],
  ["false || exit; echo b", 1, "", ""],
  ["exit many", 2, "", "sh: 1: exit: Illegal number: many\n"],
  ["echo a # not said\n  echo b;\n\necho c", 0, "a\nb\nc\n", ""],
  ["false &&\necho yes", 1, "", ""],
  [`echo '>' "a | b" c\\;d`, 0, "> a | b c;d\n", ""],
  [`echo "\\$HOME \\"in\\" $HOME" ''`, 0, '$HOME "in" /home/learner \n', ""],
  ["echo $NOTHING a $NOTHING", 0, "a\n", ""],
  ["true && echo yes || echo no", 0, "yes\n", ""],
  ["false && echo yes || echo no", 0, "no\n", ""],
  ["true; false", 1, "", ""],
  ["pwd", 0, "/home/learner\n", ""],
  ["echo $HOME ${HOME}x '$HOME' $", 0, "/home/learner /home/learnerx $HOME $\n", ""],
  ["cat one.txt two.txt | cat", 0, "1\n2\n", ""],
  ["cat < one.txt", 0, "1\n", ""],
  ["echo 2 > new.txt; echo 1 >> new.txt; cat new.txt", 0, "2\n1\n", ""],
  ["echo out > new.txt; echo more >> new.txt; cat new.txt", 0, "out\nmore\n", ""],
  ["cat missing 2> errors; cat errors", 0, "cat: missing: No such file or directory\n", ""],
  ["cat missing one.txt 2>&1", 1, "cat: missing: No such file or directory\n1\n", ""],
  ["echo to stderr >&2", 0, "", "to stderr\n"],
  ["/usr/bin/echo with a path", 0, "with a path\n", ""],
  ["nothing at all", 127, "", "sh: 1: nothing: not found\n"],
  ["nothing || echo else", 0, "else\n", "sh: 1: nothing: not found\n"],
  ["sleep soon", 1, "", "sleep: invalid time interval 'soon'\n"],
  ["", 0, "", ""],
])("the shell understands %j", async (line, ...result) => {
  expect(await sh(line)).toEqual(result);
});

test.each([
  ["sleep 5 &", 'commands in the background ("&") are not known here'],
  ["echo 'open", "Unterminated quoted string"],
  ["| cat", '"|" unexpected'],
  ["echo a >", "newline unexpected"],
  ["echo a > > b", '">" unexpected'],
])("the shell refuses %j with a reason", async (line, reason) => {
  expect(await sh(line)).toEqual([2, "", `sh: 1: Syntax error: ${reason}\n`]);
});

test.each([
  ["ls", 0, "box\none.txt\ntwo.txt\n", ""],
  ["ls box", 0, "inner\nthree.txt\n", ""],
  ["ls -A box", 0, ".hidden\ninner\nthree.txt\n", ""],
  ["ls -a box", 0, ".\n..\n.hidden\ninner\nthree.txt\n", ""],
  ["ls two.txt one.txt", 0, "one.txt\ntwo.txt\n", ""],
  ["ls one.txt box", 0, "one.txt\n\nbox:\ninner\nthree.txt\n", ""],
  ["ls missing", 2, "", "ls: cannot access 'missing': No such file or directory\n"],
  ["ls -z", 2, "", "ls: invalid option -- 'z'\n"],
  ["mkdir box", 1, "", "mkdir: cannot create directory 'box': File exists\n"],
  ["mkdir a/b/c", 1, "", "mkdir: cannot create directory 'a/b/c': No such file or directory\n"],
  ["mkdir -p a/b/c box && ls a/b", 0, "c\n", ""],
  ["rm one.txt && ls", 0, "box\ntwo.txt\n", ""],
  ["rm box", 1, "", "rm: cannot remove 'box': Is a directory\n"],
  ["rm missing", 1, "", "rm: cannot remove 'missing': No such file or directory\n"],
  ["rm -f missing", 0, "", ""],
  ["rm -r box; ls", 0, "one.txt\ntwo.txt\n", ""],
  ["cp one.txt copy.txt && cat copy.txt", 0, "1\n", ""],
  ["cp one.txt two.txt box && ls box", 0, "inner\none.txt\nthree.txt\ntwo.txt\n", ""],
  ["cp -v one.txt box", 0, "'one.txt' -> 'box/one.txt'\n", ""],
  ["cp one.txt two.txt missing", 1, "", "cp: target 'missing' is not a directory\n"],
  ["cp missing copy.txt", 1, "", "cp: cannot stat 'missing': No such file or directory\n"],
  ["cp box other", 1, "", "cp: -r not specified; omitting directory 'box'\n"],
  ["cp -r box other && ls -A other", 0, ".hidden\ninner\nthree.txt\n", ""],
  ["cp one.txt", 1, "", "cp: missing destination file operand\n"],
  ["cat", 0, "", ""],
])("%j does what it does elsewhere", async (line, ...result) => {
  expect(await sh(`${line} < /dev/null`)).toEqual(result);
});

test("ls -l tells the kind, the size and the name", async () => {
  expect(await sh("ls -l one.txt")).toEqual([
    0,
    expect.stringMatching(/^-rw-[-rw]{6} 1 learner learner +2 \w{3} [\d ]\d \d\d:\d\d one\.txt\n$/),
    "",
  ]);
  expect(await sh("ls -l")).toEqual([0, expect.stringMatching(/^drwx.* box$/m), ""]);
});

test("cp -p keeps the time of a file, cp does not", async () => {
  const stdout = await printed(`
os.utime("one.txt", (1_000_000_000, 1_000_000_000))
subprocess.run(["cp", "one.txt", "plain.txt"])
subprocess.run(["cp", "-p", "one.txt", "kept.txt"])
print([int(os.stat(name).st_mtime) == 1_000_000_000 for name in ("plain.txt", "kept.txt")])`);
  expect(stdout).toBe("[False, True]\n");
});

test("copies that run at the same time wait at the same time", async () => {
  const stdout = await printed(`
import psutil, time
with open("large.bin", "wb") as file: file.write(bytes(5_000_000))
before, start = psutil.disk_io_counters().write_time, time.perf_counter()
copies = [subprocess.Popen(["cp", "large.bin", f"copy-{n}.bin"]) for n in range(5)]
print([copy.wait() for copy in copies])
seconds = time.perf_counter() - start
waited = (psutil.disk_io_counters().write_time - before) / 1000
print(0.5 <= waited < 0.6, seconds < waited, {os.path.getsize(f"copy-{n}.bin") for n in range(5)})`);
  expect(stdout).toBe("[0, 0, 0, 0, 0]\nTrue True {5000000}\n");
});

test("a command that is not known is no file, and neither is a folder that is not there", async () => {
  const stdout = await printed(`
for arguments, more in ((["unzip", "a.zip"], {}), ("unzip a.zip", {}), (["ls"], {"cwd": "missing"})):
    try: subprocess.run(arguments, **more)
    except FileNotFoundError as error: print(error)
try: subprocess.run([])
except IndexError as error: print(type(error).__name__)`);
  expect(stdout).toBe(`[Errno 2] No such file or directory: 'unzip'
[Errno 2] No such file or directory: 'unzip a.zip'
[Errno 2] No such file or directory: 'missing'
IndexError
`);
});

test("os.system prints to the program's own output and gives the status of a wait", async () => {
  const { stdout, stderr } = await executeIn(
    booted,
    `
import os
print(os.system("echo hello"), os.system("cat missing"), os.system("false"), os.system("nothing"))
print(os.waitstatus_to_exitcode(os.system("nothing")))`,
  );
  expect(stdout).toBe(`hello\n0 256 256 ${127 * 256}\n127\n`);
  expect(stderr).toContain("cat: missing: No such file or directory\nsh: 1: nothing: not found\n");
});

test("subprocess gives, takes, checks, limits and kills as it does elsewhere", async () => {
  const stdout = await printed(`
print(subprocess.run(["cat"], input="typed", capture_output=True, text=True).stdout)
print(subprocess.check_output("echo a; cat missing", shell=True, stderr=subprocess.STDOUT))`);
  expect(stdout).toBe("typed\n");
  const more = await printed(`
print(subprocess.check_output(["echo", "Grüße"]))
try: subprocess.run(["false"], check=True)
except subprocess.CalledProcessError as error: print(error)
try: subprocess.run(["sleep", "60"], timeout=0.05)
except subprocess.TimeoutExpired as error: print(error)
process = subprocess.Popen(["sleep", "60"])
print(process.poll())
process.terminate()
print(process.wait(), process.returncode)
process = subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print(process.communicate(b"x" * 200_000)[0] == b"x" * 200_000)
with open("out.txt", "w") as file: subprocess.run(["echo", "kept"], stdout=file)
print(open("out.txt").read(), subprocess.getstatusoutput("echo -n a; false"))`);
  expect(more).toBe(`b'Gr\\xc3\\xbc\\xc3\\x9fe\\n'
Command '['false']' returned non-zero exit status 1.
Command '['sleep', '60']' timed out after 0.05 seconds
None
-15 -15
True
kept
 (1, 'a')
`);
});

test("a command that is killed when its time is up ends, whoever still reads what it says", async () => {
  expect(
    await printed(`
try:
    subprocess.run("echo a; sleep 60", shell=True, capture_output=True, timeout=0.05)
except subprocess.TimeoutExpired as error:
    print(type(error).__name__)
child = subprocess.Popen(["sleep", "60"])
child.kill()
print(child.wait(timeout=5))`),
  ).toBe("TimeoutExpired\n-9\n");
});

test("what is written to a command waits in a buffer as large as was asked for", async () => {
  expect(
    await printed(`
with subprocess.Popen("cat", stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=200_000) as child:
    child.stdin.write(b"x" * 150_000)
    print(len(child.communicate()[0]))
try:
    subprocess.run("true", stdout=subprocess.STDOUT)
except ValueError as error:
    print(error)`),
  ).toBe("150000\nSTDOUT can only be used for stderr\n");
});

test("a transport of asyncio that is cancelled as soon as it is made lets go of its command", async () => {
  expect(
    await printed(`
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    task = loop.create_task(loop.subprocess_exec(asyncio.SubprocessProtocol, "sleep", "60"))
    loop.call_soon(task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
asyncio.run(main())`),
  ).toBe("cancelled\n");
});
