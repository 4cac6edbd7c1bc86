"""A process ends with the code it says, and an error ends it with 1 and a traceback."""
import multiprocessing
import os
import sys


def leave_with(code):
    sys.exit(code)


def leave_in_words():
    sys.stderr = open("words.txt", "w")
    sys.exit("no more coal")


def leave_at_once():
    try:
        os._exit(7)
    finally:
        open("never.txt", "w").close()


def break_down(divisor):
    sys.stderr = open("traceback.txt", "w")
    return 1 // divisor


if __name__ == "__main__":
    processes = [
        multiprocessing.Process(target=leave_with, args=(3,)),
        multiprocessing.Process(target=leave_in_words),
        multiprocessing.Process(target=leave_at_once),
        multiprocessing.Process(target=break_down, args=(0,), name="stoker"),
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print([process.exitcode for process in processes])

    odd = [multiprocessing.Process(target=leave_with, args=(code,)) for code in (True, False, -1, 256)]
    for process in odd:
        process.start()
    for process in odd:
        process.join()
    print([process.exitcode for process in odd])

    assert not os.path.exists("never.txt")
    with open("words.txt") as words:
        print(words.read().strip())
    with open("traceback.txt") as traceback:
        first, *lines, last = traceback.read().splitlines()
    print(first)
    print(last.split(":")[0])
    assert any("in break_down" in line for line in lines)
    assert any("return 1 // divisor" in line for line in lines)
    print("ok")
