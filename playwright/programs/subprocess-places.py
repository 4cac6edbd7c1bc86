"""A command runs in the folder, with the variables and with the files that it is given."""
import os
import subprocess
import sys
from pathlib import Path

folder = Path("harbour")
folder.mkdir()
(folder / "note.txt").write_text("in the harbour\n")
(folder / "list.txt").write_text("rope\ntar\n")

print(subprocess.check_output(["ls"], cwd=folder, text=True).split())
print(subprocess.check_output(["cat", "note.txt", "list.txt"], cwd="harbour", text=True).splitlines())
assert Path.cwd() != folder.resolve()

with open(folder / "list.txt") as source, open("copy.txt", "w") as sink:
    subprocess.run(["cat"], stdin=source, stdout=sink, check=True)
print(Path("copy.txt").read_text().split())
with open("copy.txt", "a") as sink:
    subprocess.run(["echo", "lamp oil"], stdout=sink, check=True)
print(Path("copy.txt").read_text().splitlines())
with open("errors.txt", "w") as errors:
    assert subprocess.call(["cat", "missing.txt"], stderr=errors) != 0
assert "missing.txt" in Path("errors.txt").read_text()

assert subprocess.call(["cp", "copy.txt", "harbour/second.txt"]) == 0
print((folder / "second.txt").read_text() == Path("copy.txt").read_text())
try:
    subprocess.run(["ls"], cwd="no-such-folder")
    raise AssertionError("there is such a folder")
except FileNotFoundError as error:
    print(error.strerror, error.filename)

PROGRAM = """
import os
print(os.environ.get("LAMP"), os.environ.get("GONE"), os.path.basename(os.getcwd()))
os.environ["LAMP"] = "out"
os.chdir("/")
"""
os.environ["GONE"] = "no"
given = {name: value for name, value in os.environ.items() if name != "GONE"} | {"LAMP": "lit"}
print(subprocess.check_output([sys.executable, "-c", PROGRAM], cwd=folder, env=given, text=True).strip())
os.environ["LAMP"] = "dimmed"
print(subprocess.check_output([sys.executable, "-c", PROGRAM], text=True, cwd=folder).strip())
print(os.environ["LAMP"], "LAMP" in os.environ)
print("ok")
