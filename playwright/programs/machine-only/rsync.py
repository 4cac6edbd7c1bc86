"""rsync copies trees, obeys the trailing slash, deletes only when told, and ends with rsync's codes."""
import os
import subprocess
from pathlib import Path


def rsync(*arguments):
    return subprocess.run(["rsync", *arguments], capture_output=True, text=True)


def tree(folder):
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file())


Path("logs/old").mkdir(parents=True)
Path("logs/today.log").write_text("calm\n")
Path("logs/old/storm.log").write_text("storm\n" * 100)

assert rsync("-a", "logs/", "inside").returncode == 0
print("with the slash:", tree("inside"))
assert rsync("-a", "logs", "around").returncode == 0
print("without it:", tree("around"))
assert Path("inside/old/storm.log").read_bytes() == Path("logs/old/storm.log").read_bytes()

Path("logs/today.log").write_text("windy\n")
Path("inside/extra.log").write_text("extra")
assert rsync("-a", "logs/", "inside/").returncode == 0
print(Path("inside/today.log").read_text().strip(), "and kept:", "extra.log" in tree("inside"))
assert rsync("-a", "--delete", "logs/", "inside/").returncode == 0
print("with --delete:", tree("inside"))

assert rsync("-rq", "logs/", "quiet").stdout == ""
told = rsync("-av", "logs/", "told").stdout
assert "today.log" in told and "old/storm.log" in told, told
assert rsync("-avz", "logs/today.log", "one.log").returncode == 0
print(Path("one.log").read_text().strip())

missing = rsync("-a", "no-such-folder/", "inside")
assert missing.returncode == 23 and "no-such-folder" in missing.stderr, missing
assert tree("inside") == ["old/storm.log", "today.log"]
wrong = rsync("--no-such-option", "logs/", "inside")
assert wrong.returncode == 1 and wrong.stderr, wrong
print("a missing source:", missing.returncode, "an unknown option:", wrong.returncode)
assert os.system("rsync -a logs/ shelled") == 0
print(tree("shelled"))
print("ok")
