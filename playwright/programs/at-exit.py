"""A process waits for its threads, calls its exit functions and sends what it put, and then ends."""
import atexit
import multiprocessing
import os
import threading
import time


def note(word):
    with open("notes.txt", "a") as notes:
        notes.write(f"{word}\n")


def linger(main_is_done):
    main_is_done.wait()
    time.sleep(0.05)
    note("thread")


def work(results):
    atexit.register(note, "exit function")
    main_is_done = threading.Event()
    threading.Thread(target=linger, args=(main_is_done,)).start()
    threading.Thread(target=time.sleep, args=(3_600,), daemon=True).start()
    try:
        # More than a pipe holds: the process stays until its parent has taken it.
        results.put("x" * 300_000)
        note("main")
    finally:
        note("finally")
        main_is_done.set()


def leave(code):
    atexit.register(note, "not called")
    os._exit(code)


if __name__ == "__main__":
    results = multiprocessing.Queue()
    process = multiprocessing.Process(target=work, args=(results,))
    process.start()
    print("got", len(results.get(timeout=9)))
    process.join()
    assert process.exitcode == 0
    with open("notes.txt") as notes:
        print(notes.read().split("\n"))

    process = multiprocessing.Process(target=leave, args=(4,))
    process.start()
    process.join()
    with open("notes.txt") as notes:
        assert "not called" not in notes.read()
    print("left with", process.exitcode)
    print("ok")
