import { beforeEach, expect, test } from "vitest";
import { HOME_FOLDER, listFiles } from "@/lib/machine/file-tree";
import { newTestFiles } from "@/lib/machine/files-for-tests";
import { bootMounted, emptyHome, outcomeOf, valueOf } from "./mounted-for-tests";

const { region, files } = newTestFiles();
let interfere: (() => void) | null = null;
const { python: one, metered: meteredOne } = await bootMounted(region, () => interfere?.());
const { python: other, metered: meteredOther } = await bootMounted(region);

beforeEach(() => emptyHome(one));

/** Lets the other process do something just before the `nth` step that the code takes; gives how many those are. */
function interfereBefore(nth: number, { code, otherCode }: { code: () => void; otherCode: string }) {
  let steps = 0;
  interfere = () => {
    steps += 1;
    if (steps === nth) other.runPython(otherCode);
  };
  code();
  interfere = null;
  return steps;
}

/** The outcomes when the other process interferes before the first step, before the second one, … and not at all. */
function race(body: string, { prepare, otherCode }: { prepare: string; otherCode: string }) {
  const outcomes: unknown[] = [];
  for (let nth = 1, steps = 1; steps >= nth - 1; nth += 1) {
    one.runPython(prepare);
    steps = interfereBefore(nth, { code: () => outcomes.push(outcomeOf(one, body)), otherCode });
  }
  return new Set(outcomes);
}

test("a database is kept in a file, and another process finds what was committed", () => {
  one.runPython(`
base = sqlite3.connect("base.db")
base.execute("create table numbers (n)")
base.executemany("insert into numbers values (?)", [(n,) for n in range(10_000)])
base.commit()
`);
  expect(
    valueOf(other, `sqlite3.connect("base.db").execute("select count(*), sum(n) from numbers").fetchone()`),
  ).toEqual([10_000, 49_995_000]);
  one.runPython(`base.close()`);
  expect(valueOf(one, `os.listdir()`)).toEqual(["base.db"]);
});

test("what is read and written is metered for each process", () => {
  const before = [{ ...meteredOne }, { ...meteredOther }];
  one.runPython(`open("a", "wb").write(bytes(10_000))`);
  other.runPython(`open("a", "rb").read()`);
  expect(meteredOne).toEqual({ read: before[0]?.read, wrote: (before[0]?.wrote ?? 0) + 10_000 });
  expect(meteredOther).toEqual({ read: (before[1]?.read ?? 0) + 10_000, wrote: before[1]?.wrote });
});

test("what one process does, the other sees at once, even where it had just looked", () => {
  one.runPython(`
os.makedirs("folder/inner")
for name in ["kept", "removed", "replaced", "renamed"]: open("folder/" + name, "w").write(name)
`);
  const look = `
def look(name):
    try:
        with open("folder/" + name) as file: return [file.read(), os.stat("folder/" + name).st_size]
    except OSError as error: return type(error).__name__
[[look(name) for name in ["kept", "removed", "replaced", "renamed", "new", "inner"]], sorted(os.listdir("folder"))]
`;
  expect(valueOf(other, look)).toEqual([
    [["kept", 4], ["removed", 7], ["replaced", 8], ["renamed", 7], "FileNotFoundError", "IsADirectoryError"],
    ["inner", "kept", "removed", "renamed", "replaced"],
  ]);
  one.runPython(`
os.unlink("folder/removed"); os.rename("folder/renamed", "folder/new"); os.rmdir("folder/inner")
open("tmp", "w").write("another"); os.replace("tmp", "folder/replaced"); open("folder/inner", "w").write("file")
open("folder/kept", "a").write("!")
`);
  expect(valueOf(other, look)).toEqual([
    [["kept!", 5], "FileNotFoundError", ["another", 7], "FileNotFoundError", ["renamed", 7], ["file", 4]],
    ["inner", "kept", "new", "replaced"],
  ]);
  one.runPython(`shutil.rmtree("folder"); open("folder", "w").write("x")`);
  expect(valueOf(other, `[os.path.isfile("folder"), os.path.exists("folder/kept")]`)).toEqual([true, false]);
  expect(outcomeOf(other, `open("folder/kept")`)).toBe("NotADirectoryError");
});

test("a process sees what another one did to a file that it had itself just renamed", () => {
  one.runPython(`
open("a", "w").write("old"); os.rename("a", "b"); os.mkdir("c"); os.rename("c", "d"); open("d/x", "w").close()
`);
  other.runPython(`open("a", "w").write("new"); os.replace("a", "b"); shutil.rmtree("d"); os.mkdir("d")`);
  expect(valueOf(one, `[open("b").read(), os.listdir("d"), os.path.exists("d/x")]`)).toEqual([
    "new",
    [],
    false,
  ]);
  other.runPython(`os.unlink("b")`);
  expect(valueOf(one, `os.path.exists("b")`)).toBe(false);
});

test("a process whose folder another one removed finds nothing there any more", () => {
  one.runPython(`os.mkdir("folder"); open("folder/a", "w").write("a")`);
  other.runPython(`os.chdir("folder"); descriptor = os.open(".", os.O_RDONLY)`);
  one.runPython(`shutil.rmtree("folder")`);
  expect(outcomeOf(other, `open("a")`)).toBe("FileNotFoundError");
  expect(outcomeOf(other, `open("b", "w")`)).toBe("FileNotFoundError");
  expect(outcomeOf(other, `return os.fstat(descriptor).st_nlink`)).toBe(0);
  other.runPython(`os.close(descriptor); os.chdir("/home/learner")`);
});

test("lines that two processes append to one file stay whole", () => {
  one.runPython(`log = open("log", "a", buffering=1)`);
  other.runPython(`log = open("log", "a", buffering=1)`);
  for (let line = 0; line < 20; line += 1) {
    one.runPython(`log.write("one\\n"); position = log.tell()`);
    other.runPython(`log.write("other\\n")`);
  }
  expect(valueOf(one, `[open("log").read() == "one\\nother\\n" * 20, position]`)).toEqual([true, 194]);
  one.runPython(`log.close()`);
  other.runPython(`log.close()`);
});

test("another process's append between the look for the end and the writing is not overwritten", () => {
  one.runPython(`log = open("log", "ab", buffering=0); log.write(b"first ")`);
  const steps = interfereBefore(2, {
    code: () => one.runPython(`log.write(b"last")`),
    otherCode: `with open("log", "ab") as file: file.write(b"between ")`,
  });
  expect(steps).toBe(2);
  expect(valueOf(one, `[log.tell(), open("log").read()]`)).toEqual([18, "first between last"]);
  one.runPython(`log.close()`);
});

test("a file that is replaced while it is opened, looked at or removed is one or the other, never missing", () => {
  const prepare = `open("target", "w").write("old")`;
  const replace = `open("other", "w").write("new"); os.replace("other", "target")`;
  const raced = (body: string) => race(body, { prepare, otherCode: replace });
  expect(raced(`with open("target") as file: return file.read()`)).toEqual(new Set(["new", "old"]));
  expect(raced(`return os.stat("target").st_size`)).toEqual(new Set([3]));
  expect(raced(`os.utime("target")`)).toEqual(new Set([null]));
  expect(raced(`os.chmod("target", 0o600)`)).toEqual(new Set([null]));
  expect(raced(`os.unlink("target")`)).toEqual(new Set([null]));
  expect(raced(`os.rename("target", "moved")`)).toEqual(new Set([null]));
  expect(raced(`with open("target", "w") as file: return file.write("x")`)).toEqual(new Set([1]));
});

test("two processes that make the same file or folder at once both get it, or one of them is told", () => {
  const prepare = `shutil.rmtree("made", True); os.path.exists("file") and os.unlink("file")`;
  const make = `os.makedirs("made", exist_ok=True); open("file", "a").close()`;
  const raced = (body: string) => race(body, { prepare, otherCode: make });
  expect(raced(`with open("file", "a") as file: return file.write("x")`)).toEqual(new Set([1]));
  expect(raced(`os.makedirs("made", exist_ok=True)`)).toEqual(new Set([null]));
  expect(raced(`os.mkdir("made")`)).toEqual(new Set([null, "FileExistsError"]));
  expect(raced(`open("file", "x").close()`)).toEqual(new Set([null, "FileExistsError"]));
});

test("a folder is listed to its end while another process empties it", () => {
  const outcomes = race(`return [name in os.listdir("many") for name in ["00", "19"]].count(True)`, {
    prepare: `
shutil.rmtree("many", True); os.mkdir("many")
for number in range(20): open(f"many/{number:02}", "w").close()
`,
    otherCode: `for name in os.listdir("many"): name in ["00", "19"] or os.unlink("many/" + name)`,
  });
  expect(outcomes).toEqual(new Set([2]));
});

test("removing a tree that another process removes too ends with the tree gone", () => {
  const remove = `shutil.rmtree("tree", ignore_errors=True)`;
  const prepare = `
os.makedirs("tree/a", exist_ok=True); open("tree/a/1", "w").close(); open("tree/2", "w").close()
`;
  expect(race(remove, { prepare, otherCode: remove })).toEqual(new Set([null]));
  expect(listFiles(files, HOME_FOLDER)).toEqual([]);
});
