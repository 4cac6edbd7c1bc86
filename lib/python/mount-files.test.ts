import { beforeEach, expect, test } from "vitest";
import { HOME_FOLDER, putFiles, writtenFiles } from "@/lib/machine/file-tree";
import { newTestFiles } from "@/lib/machine/files-for-tests";
import { bootMounted, emptyHome, outcomeOf, valueOf } from "./mounted-for-tests";

const { region, files } = newTestFiles();
const { python } = await bootMounted(region);

beforeEach(() => emptyHome(python));

test("given files are there, and what a program writes is found afterwards", () => {
  putFiles(files, [{ path: "data/größe.txt", text: "12 €" }], HOME_FOLDER);
  expect(valueOf(python, `open("data/größe.txt").read()`)).toBe("12 €");
  python.runPython(`with open("data/out.csv", "w") as file: print("1;2", file=file)`);
  const written = writtenFiles(files, [{ path: "data/größe.txt", text: "12 €" }]);
  expect(written.files.map(({ path, bytes }) => [path, String.fromCharCode(...(bytes ?? []))])).toEqual([
    ["data/out.csv", "1;2\n"],
  ]);
});

test("files are read, written, sought in, appended to and truncated", () => {
  expect(
    valueOf(
      python,
      `
with open("a.bin", "wb") as file: file.write(bytes(range(256)) * 100)
with open("a.bin", "r+b") as file:
    file.seek(10_000); file.write(b"hello"); middle = file.tell()
    file.seek(-3, os.SEEK_END); end = list(file.read())
    file.seek(9_998); around = list(file.read(9))
with open("a.bin", "ab") as file: file.write(b"!"); size = file.tell()
os.truncate("a.bin", 5)
with open("a.bin", "r+b") as file: file.truncate(8)
[middle, end, around, size, list(open("a.bin", "rb").read())]
`,
    ),
  ).toEqual([
    10_005,
    [253, 254, 255],
    [14, 15, 104, 101, 108, 108, 111, 21, 22],
    25_601,
    [0, 1, 2, 3, 4, 0, 0, 0],
  ]);
});

test("what open is asked for, it does", () => {
  python.runPython(`open("there", "w").write("x")`);
  expect(outcomeOf(python, `open("there", "x")`)).toBe("FileExistsError");
  expect(outcomeOf(python, `open("not there")`)).toBe("FileNotFoundError");
  expect(outcomeOf(python, `open("not there/a", "w")`)).toBe("FileNotFoundError");
  expect(outcomeOf(python, `open("there/a", "w")`)).toBe("NotADirectoryError");
  expect(outcomeOf(python, `open("/home/learner")`)).toBe("IsADirectoryError");
  expect(outcomeOf(python, `open("there").write("x")`)).toBe("UnsupportedOperation");
  expect(outcomeOf(python, `return open("there", "w+").read()`)).toBe("");
  expect(outcomeOf(python, `open("x" * 256, "w")`)).toBe("OSError");
});

test("stat tells size, time and permissions, and the same inode however a file is looked at", () => {
  expect(
    valueOf(
      python,
      `
open("a", "w").write("12345")
os.utime("a", (1, 1_700_000_000.125))
os.chmod("a", 0o640)
a = os.stat("a")
os.rename("a", "b")
b = os.stat("b")
listed = [entry.inode() for entry in os.scandir(".") if entry.name == "b"]
with open("b") as file: opened = os.fstat(file.fileno())
same = [listed == [a.st_ino], a.st_ino == b.st_ino == opened.st_ino, os.path.samefile("b", "/home/learner/b")]
mounts = [os.stat("/home").st_dev != os.stat("/tmp").st_dev, os.path.ismount("/home")]
[a.st_size, a.st_mtime, oct(a.st_mode), a.st_nlink, *same, *mounts]
`,
    ),
  ).toEqual([5, 1_700_000_000.125, "0o100640", 1, true, true, true, true, true]);
});

test("a file's time is when it was written last", () => {
  expect(
    valueOf(
      python,
      `
import time
open("a", "w").write("x")
os.utime("a", (0, 0))
with open("a", "a") as file: file.write("y")
[abs(os.stat("a").st_mtime - time.time()) < 5, abs(os.stat(".").st_mtime - time.time()) < 5]
`,
    ),
  ).toEqual([true, true]);
});

test("trees are made, walked, copied, moved, found by pattern and removed", () => {
  expect(
    valueOf(
      python,
      `
os.makedirs("tree/a/b"); os.makedirs("tree/c")
for path in ["tree/1.txt", "tree/a/2.txt", "tree/a/b/3.txt"]: open(path, "w").write(path)
os.makedirs("tree/c", exist_ok=True)
shutil.copytree("tree", "copy")
shutil.move("copy/a", "moved")
shutil.move("moved/b/3.txt", "/tmp/3.txt")
shutil.rmtree("tree")
walked = sorted((folder, sorted(folders), sorted(names)) for folder, folders, names in os.walk("."))
[walked, sorted(glob.glob("**/*.txt", recursive=True)), open("/tmp/3.txt").read(), open("moved/2.txt").read()]
`,
    ),
  ).toEqual([
    [
      [".", ["copy", "moved"], []],
      ["./copy", ["c"], ["1.txt"]],
      ["./copy/c", [], []],
      ["./moved", ["b"], ["2.txt"]],
      ["./moved/b", [], []],
    ],
    ["copy/1.txt", "moved/2.txt"],
    "tree/a/b/3.txt",
    "tree/a/2.txt",
  ]);
});

test("renaming replaces a file, and refuses what POSIX does", () => {
  python.runPython(`
open("a", "w").write("a"); open("b", "w").write("b")
os.makedirs("folder/inner"); os.mkdir("empty")
`);
  expect(outcomeOf(python, `os.rename("a", "empty")`)).toBe("IsADirectoryError");
  expect(outcomeOf(python, `os.rename("empty", "a")`)).toBe("NotADirectoryError");
  expect(outcomeOf(python, `os.rename("empty", "folder")`)).toBe("OSError");
  expect(outcomeOf(python, `os.rename("folder", "folder/inner/x")`)).toBe("OSError");
  expect(outcomeOf(python, `os.rename("a", "/tmp/a")`)).toBe("OSError");
  expect(outcomeOf(python, `os.rename("nothing", "a")`)).toBe("FileNotFoundError");
  expect(outcomeOf(python, `os.rmdir("folder")`)).toBe("OSError");
  expect(outcomeOf(python, `os.unlink("folder")`)).toBe("IsADirectoryError");
  expect(
    valueOf(
      python,
      `
os.replace("a", "b"); os.replace("b", "b"); os.rename("folder", "empty")
[sorted(os.listdir()), os.listdir("empty"), open("b").read()]
`,
    ),
  ).toEqual([["b", "empty"], ["inner"], "a"]);
});

test("a removed file that is open can still be read and written, and its room is free after that", () => {
  const before = files.room();
  expect(
    valueOf(
      python,
      `
file = open("a", "w+")
file.write("x" * 100_000); file.flush()
copy = os.dup(file.fileno())
os.unlink("a")
gone = os.path.exists("a")
file.write("more"); file.seek(99_999)
content = file.read()
links = os.fstat(copy).st_nlink
file.close()
still = os.pread(copy, 3, 99_999).decode()
os.close(copy)
[gone, content, links, still]
`,
    ),
  ).toEqual([false, "xmore", 0, "xmo"]);
  expect(files.room()).toEqual(before);
});

test("links are followed, read and removed without what they point to", () => {
  expect(
    valueOf(
      python,
      `
os.makedirs("folder/inner"); open("folder/a", "w").write("a")
os.symlink("folder/a", "link"); os.symlink("../folder", "folder/up"); os.symlink("/tmp", "away"); os.symlink("nothing", "dead")
open("dead", "w").write("made through the link")
read = [open("link").read(), open("folder/up/a").read(), open("nothing").read()]
told = [os.readlink("link"), os.path.islink("link"), os.path.islink("folder/a"), os.lstat("link").st_size]
led = [os.path.realpath("folder/up/inner"), os.path.isdir("away")]
os.unlink("link")
[read, told, led, os.path.exists("folder/a")]
`,
    ),
  ).toEqual([
    ["a", "a", "made through the link"],
    ["folder/a", true, false, 8],
    ["/home/learner/folder/inner", true],
    true,
  ]);
  python.runPython(`os.unlink("folder/up"); open("a", "w").close()`);
  expect(outcomeOf(python, `os.readlink("a")`)).toBe("OSError");
});

test("temporary files and folders come and go", () => {
  expect(
    valueOf(
      python,
      `
with tempfile.TemporaryFile() as file: file.write(b"x"); file.seek(0); content = file.read().decode()
with tempfile.NamedTemporaryFile() as file: named = os.path.exists(file.name); name = file.name
with tempfile.TemporaryDirectory() as folder: open(folder + "/a", "w").close(); inside = os.listdir(folder)
[content, named, name.startswith("/tmp/"), os.path.exists(name), inside, os.path.exists(folder)]
`,
    ),
  ).toEqual(["x", true, true, false, ["a"], false]);
});

test("a file can be mapped into memory, and is written back when the map is closed", () => {
  expect(
    valueOf(
      python,
      `
import mmap
open("a", "wb").write(b"hello" + bytes(5_000))
with open("a", "r+b") as file, mmap.mmap(file.fileno(), 0) as memory:
    found = memory.find(b"llo"); memory[0:1] = b"J"; length = len(memory)
[found, length, open("a", "rb").read(5).decode(), os.path.getsize("a")]
`,
    ),
  ).toEqual([2, 5_005, "Jello", 5_005]);
});

test("modules are imported from the learner's folder, also those that were written a moment ago", () => {
  expect(
    valueOf(
      python,
      `
import sys, importlib
sys.path.insert(0, "/home/learner")
open("first.py", "w").write("value = 1")
import first
open("second.py", "w").write("value = 2")
importlib.invalidate_caches()
import second
sys.path.remove("/home/learner")
[first.value, second.value]
`,
    ),
  ).toEqual([1, 2]);
});

test("the disk tells how large it is, and a full one is a sentence to the program", () => {
  expect(
    outcomeOf(
      python,
      `
with open("large", "wb") as file:
    for _ in range(100): file.write(bytes([1]) * 1_000_000)
`,
    ),
  ).toBe("OSError");
  expect(valueOf(python, `[shutil.disk_usage("/home").free, shutil.disk_usage("/tmp").total]`)).toEqual([
    0,
    48 * 2 ** 20,
  ]);
  python.runPython(`os.unlink("large")`);
  expect(valueOf(python, `shutil.disk_usage("/home").free > 40 * 2**20`)).toBe(true);
});

test("nothing of our files is remembered by Emscripten, whose own files are found as before", () => {
  python.runPython(
    `os.makedirs("/lib/own/inner"); open("/lib/own/a", "w").write("a"); os.rename("/lib/own", "/lib/moved")`,
  );
  expect(valueOf(python, `[open("/lib/moved/a").read(), os.path.exists("/lib/own")]`)).toEqual(["a", false]);
  expect(outcomeOf(python, `os.rename("/lib/moved/a", "/home/learner/a")`)).toBe("OSError");
  expect(
    valueOf(python, `[shutil.move("/lib/moved/a", "/home/learner/a"), os.listdir("/lib/moved")]`),
  ).toEqual(["/home/learner/a", ["inner"]]);
});
