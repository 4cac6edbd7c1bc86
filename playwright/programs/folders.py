"""Folders are made, walked through, searched, renamed and removed."""
import glob
import os
from pathlib import Path

os.makedirs("sea/north/cold")
os.makedirs("sea/north/cold", exist_ok=True)
Path("sea/south").mkdir()
for name in ("sea/map.txt", "sea/north/ice.txt", "sea/north/cold/bear.md", "sea/south/palm.txt"):
    Path(name).write_text(name)

for folder, folders, names in os.walk("sea"):
    folders.sort()
    print(Path(folder).as_posix(), folders, sorted(names))
print([Path(folder).name for folder, _, _ in os.walk("sea", topdown=False)][-1])
print(sorted(path.name for path in Path("sea").rglob("*.txt")))
print(sorted(glob.glob("sea/*/*.txt")), sorted(glob.glob("**/*.md", recursive=True)))
with os.scandir("sea") as entries:
    print(sorted((entry.name, entry.is_dir(), entry.is_file() and entry.stat().st_size) for entry in entries))
print(sorted(os.listdir("sea/north")), os.path.isdir("sea"), os.path.exists("sea/west"))

os.rename("sea/map.txt", "sea/chart.txt")
Path("sea/new.txt").write_text("new")
os.replace("sea/new.txt", "sea/chart.txt")
print(Path("sea/chart.txt").read_text(), os.path.exists("sea/new.txt"))
os.rename("sea/north", "sea/arctic")
print(Path("sea/arctic/cold/bear.md").read_text())

here = Path.cwd()
os.chdir("sea/arctic")
print(Path.cwd().relative_to(here).as_posix(), os.path.exists("ice.txt"), Path("../chart.txt").read_text())
os.chdir(here)
assert Path("sea/../sea/./chart.txt").resolve() == here / "sea" / "chart.txt"

for expected, act in (
    (OSError, lambda: os.rmdir("sea/arctic")),
    (FileExistsError, lambda: os.mkdir("sea")),
    (FileNotFoundError, lambda: os.mkdir("a/b")),
    (FileNotFoundError, lambda: os.listdir("a")),
    (FileNotFoundError, lambda: os.remove("a")),
    (FileNotFoundError, lambda: os.rename("a", "b")),
    (NotADirectoryError, lambda: os.listdir("sea/chart.txt")),
    (OSError, lambda: os.rename("sea/south", "sea/arctic")),
    (OSError, lambda: os.remove("sea/south")),
):
    try:
        act()
        raise AssertionError("it worked")
    except expected:
        pass
assert Path("sea/south/palm.txt").exists()
os.remove("sea/south/palm.txt")
os.rmdir("sea/south")
print(sorted(os.listdir("sea")))
path = Path("sea/chart.txt")
print(path.suffix, path.stem, path.parent.name, path.with_suffix(".md").name, path.parts)
print("ok")
