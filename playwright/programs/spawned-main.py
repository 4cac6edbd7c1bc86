"""A started process imports the program anew, under another name, and shares no variables."""
import multiprocessing
import os
import sys

# Every import of this file leaves a line.
with open("imports.txt", "a") as imports:
    imports.write(f"{__name__}\n")

count = 10
names = ["main"]


class Lamp:
    lit = False


def look(results):
    global count
    before = (count, list(names), Lamp.lit)
    count += 1
    names.append("child")
    results.put((before, (count, names), __name__, os.path.basename(sys.argv[0])))
    results.put((sys.modules["__main__"] is sys.modules["__mp_main__"], os.path.basename(__file__)))
    results.put(Lamp())


if __name__ == "__main__":
    count = 99
    names.append("changed")
    Lamp.lit = True
    results = multiprocessing.SimpleQueue()
    process = multiprocessing.Process(target=look, args=(results,))
    process.start()
    before, after, name, program = results.get()
    is_main, file = results.get()
    lamp = results.get()
    process.join()

    print("the child found", before, "and left", after)
    print("the parent has", (count, names))
    print("its file was imported as", name)
    assert is_main
    assert file == os.path.basename(__file__)
    assert program == os.path.basename(sys.argv[0])
    assert type(lamp) is Lamp and lamp.lit, "an object comes back as one of the parent's class"
    with open("imports.txt") as imports:
        print(imports.read().split())
    print("ok")
