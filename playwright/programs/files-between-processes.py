"""All processes of a program see the same files, and each has a current folder of its own."""
import multiprocessing
import os
from pathlib import Path


def change(asked, answered):
    assert Path("notes/given.txt").read_text() == "from the parent"
    Path("notes/made.txt").write_text("from the child")
    os.rename("notes/given.txt", "notes/renamed.txt")
    os.mkdir("notes/inner")
    with open("notes/growing.txt", "a") as growing:
        print("one", file=growing, flush=True)
        answered.release()
        assert asked.acquire(timeout=9)
        print("two", file=growing, flush=True)
    assert not os.path.exists("notes/removed.txt"), "the parent has removed it"
    os.chdir("notes/inner")
    Path("deep.txt").write_text(os.path.basename(os.getcwd()))


def append(letter):
    for _ in range(100):
        with open("notes/all.txt", "a") as file:
            file.write(letter * 10 + "\n")
    Path(f"notes/{letter}.txt").write_bytes(letter.encode() * 200_000)
    return os.path.getsize(f"notes/{letter}.txt")


if __name__ == "__main__":
    here = os.getcwd()
    Path("notes").mkdir()
    Path("notes/given.txt").write_text("from the parent")
    Path("notes/removed.txt").write_text("soon gone")
    asked, answered = multiprocessing.Semaphore(0), multiprocessing.Semaphore(0)
    process = multiprocessing.Process(target=change, args=(asked, answered))
    process.start()
    assert answered.acquire(timeout=9)
    with open("notes/growing.txt") as growing:
        first = growing.read()
        os.remove("notes/removed.txt")
        asked.release()
        process.join()
        print([first, growing.read()], process.exitcode)
    print(Path("notes/made.txt").read_text(), sorted(os.listdir("notes")))
    print(Path("notes/inner/deep.txt").read_text(), os.getcwd() == here)

    with multiprocessing.Pool(2) as pool:
        print(pool.map(append, "abc", chunksize=1))
    lines = Path("notes/all.txt").read_text().splitlines()
    assert set(lines) == {"a" * 10, "b" * 10, "c" * 10}, "no line is torn"
    print([lines.count(letter * 10) for letter in "abc"])
    assert Path("notes/c.txt").read_bytes() == b"c" * 200_000
    print("ok")
