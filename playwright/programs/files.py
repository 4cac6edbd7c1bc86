"""Files are written, appended to, read back, cut and changed in place."""
import os

with open("log.txt", "w") as log:
    assert log.write("first\n") == 6
    log.writelines(["second\n", "third\n"])
with open("log.txt", "a") as log:
    print("fourth", file=log)
with open("log.txt") as log:
    assert not log.writable() and log.readable()
    print(log.readline().strip(), log.readlines())
    assert log.read() == ""
    log.seek(0)
    print(sum(len(line) for line in log), os.path.getsize("log.txt"))
assert log.closed

with open("numbers.bin", "wb+") as numbers:
    numbers.write(bytes(range(16)))
    numbers.seek(4)
    assert numbers.read(2) == b"\x04\x05" and numbers.tell() == 6
    numbers.write(b"\xff")
    numbers.seek(-2, os.SEEK_END)
    print(numbers.read())
    numbers.truncate(8)
    numbers.seek(10)
    numbers.write(b"!")
with open("numbers.bin", "rb") as numbers:
    print(numbers.read())
    buffer = bytearray(4)
    numbers.seek(2)
    assert numbers.readinto(buffer) == 4
    print(bytes(buffer))

with open("log.txt", "r+") as log:
    log.write("FIRST")
    log.truncate()
print(open("log.txt").read())

with open("words.txt", "w", encoding="utf-8", newline="") as words:
    words.write("grün\r\n灯台\n")
print(os.path.getsize("words.txt"), open("words.txt", encoding="utf-8").read().split("\n"))
try:
    open("words.txt", encoding="ascii").read()
    raise AssertionError("no ASCII")
except UnicodeDecodeError as error:
    print(error.start)

for expected, act in (
    (FileExistsError, lambda: open("log.txt", "x")),
    (FileNotFoundError, lambda: open("nowhere/log.txt", "w")),
    (FileNotFoundError, lambda: open("missing.txt")),
    (IsADirectoryError, lambda: open(".", "w")),
    (NotADirectoryError, lambda: open("log.txt/inside", "w")),
    (ValueError, lambda: log.write("closed")),
):
    try:
        act()
        raise AssertionError("it worked")
    except expected as error:
        print(type(error).__name__, getattr(error, "strerror", ""))

descriptor = os.open("raw.txt", os.O_RDWR | os.O_CREAT | os.O_TRUNC)
assert os.write(descriptor, b"raw bytes") == 9
os.lseek(descriptor, 4, os.SEEK_SET)
print(os.read(descriptor, 100), os.fstat(descriptor).st_size)
os.close(descriptor)
print("ok")
