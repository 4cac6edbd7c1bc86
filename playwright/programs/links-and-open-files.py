"""A link leads to its file, and an open file stays readable when its name is gone."""
import os
from pathlib import Path

Path("lamp").mkdir()
Path("lamp/oil.txt").write_text("full")
os.symlink("lamp/oil.txt", "shortcut")
Path("folder-link").symlink_to("lamp", target_is_directory=True)
print(os.readlink("shortcut"), os.path.islink("shortcut"), Path("shortcut").read_text())
Path("shortcut").write_text("half full")
print(Path("lamp/oil.txt").read_text(), sorted(os.listdir("folder-link")))
assert Path("shortcut").resolve() == Path("lamp/oil.txt").resolve()
assert os.stat("shortcut").st_size == 9
assert os.path.samefile("folder-link/oil.txt", "lamp/oil.txt")
os.symlink("nowhere", "dangling")
print(os.path.exists("dangling"), os.path.lexists("dangling"))
os.remove("shortcut")
assert Path("lamp/oil.txt").exists(), "removing a link leaves its file"
print("times found:", sum("oil.txt" in names for _, _, names in os.walk(".")))

with open("gone.txt", "w+") as file:
    file.write("still here")
    file.flush()
    os.remove("gone.txt")
    assert not os.path.exists("gone.txt")
    file.seek(0)
    print(file.read())
    Path("gone.txt").write_text("another")
    file.seek(0)
    assert file.read() == "still here"
print(Path("gone.txt").read_text())

# Two openings of one file have a place each, and one sees what the other wrote.
with open("shared.txt", "w") as writer, open("shared.txt") as reader:
    writer.write("one")
    assert reader.read() == "", "not yet: it waits in the writer's buffer"
    writer.flush()
    assert reader.read() == "one"
    writer.write(" two")
    writer.flush()
    print(reader.read())

with open("old-name.txt", "w") as file:
    file.write("before, ")
    file.flush()
    os.rename("old-name.txt", "new-name.txt")
    file.write("after")
print(Path("new-name.txt").read_text(), os.path.exists("old-name.txt"))

with open("both.txt", "a") as first, open("both.txt", "a") as second:
    for number in range(3):
        for file in (first, second):
            file.write(f"{number}")
            file.flush()
print(Path("both.txt").read_text())
print("ok")
