"""Trees of files are copied, moved and removed, with their contents, sizes and times."""
import os
import shutil
import tempfile
import time
from pathlib import Path

Path("from/inner").mkdir(parents=True)
Path("from/a.txt").write_text("a" * 1_000)
Path("from/inner/b.bin").write_bytes(bytes(300_000))
os.utime("from/a.txt", (1_000_000_000, 1_000_000_000))

shutil.copytree("from", "to", ignore=shutil.ignore_patterns("*.md"))
copied = [path for path in Path("to").rglob("*") if path.is_file()]
print(sorted((path.as_posix(), path.stat().st_size) for path in copied), os.stat("to/a.txt").st_mtime)
try:
    shutil.copytree("from", "to")
    raise AssertionError("copied over")
except FileExistsError:
    print("there already")
shutil.copytree("from", "to", dirs_exist_ok=True)

shutil.copy("from/a.txt", "to/inner")
shutil.copyfile("from/a.txt", "c.txt")
shutil.copy2("from/a.txt", "d.txt")
assert os.stat("c.txt").st_mtime > os.stat("d.txt").st_mtime == 1_000_000_000
print(shutil.move("d.txt", "to/inner/e.txt"), os.path.exists("d.txt"))
shutil.move("to", "moved")
print(sorted(path.name for path in Path("moved/inner").iterdir()))
shutil.rmtree("moved")
assert not os.path.exists("moved")
shutil.rmtree("moved", ignore_errors=True)

# What is written later is not older, and what is changed is newer than it was.
times = []
for number in range(3):
    Path(f"{number}.txt").write_text("x")
    times.append(os.stat(f"{number}.txt").st_mtime)
    time.sleep(0.02)
assert times == sorted(times) and time.time() - 60 < times[0] <= time.time() + 1
Path("0.txt").write_text("changed")
assert os.stat("0.txt").st_mtime > times[0]
assert max(Path(".").glob("?.txt"), key=lambda path: path.stat().st_mtime).name == "0.txt"

with tempfile.TemporaryDirectory() as folder:
    Path(folder, "note.txt").write_text("for now")
    assert os.listdir(folder) == ["note.txt"]
assert not os.path.exists(folder)
with tempfile.NamedTemporaryFile("w+", suffix=".log") as file:
    file.write("kept while open")
    file.flush()
    print(Path(file.name).read_text(), file.name.endswith(".log"))
assert not os.path.exists(file.name)
with tempfile.TemporaryFile() as file, tempfile.SpooledTemporaryFile(max_size=10) as spooled:
    for each in (file, spooled):
        each.write(b"x" * 100)
        each.seek(0)
        assert len(each.read()) == 100
names = {tempfile.mkdtemp(dir=".") for _ in range(3)}
assert len(names) == 3 and all(map(os.path.isdir, names))
print("ok")
