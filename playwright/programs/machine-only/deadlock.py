"""Threads that all wait for one another are not left hanging: the program is told who waits where."""
import threading

fork, knife = threading.Lock(), threading.Lock()
both_hold_one = threading.Barrier(2)


def eat(first, second):
    with first:
        both_hold_one.wait()
        second.acquire()


for name, first, second in (("left", fork, knife), ("right", knife, fork)):
    threading.Thread(target=eat, args=(first, second), name=name, daemon=True).start()
try:
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join()
    raise AssertionError("both have eaten")
except RuntimeError as error:
    told = str(error)
assert "left" in told and "right" in told, told
assert "second.acquire()" in told, told
print("told who waits where")

alone = threading.Lock()
alone.acquire()
try:
    alone.acquire()
    raise AssertionError("taken twice")
except RuntimeError:
    print("one that waits for itself is told too")
print("ok")
