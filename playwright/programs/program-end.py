"""A program ends when its threads have, daemons left behind, and then calls its exit functions."""
import atexit
import itertools
import threading
import time

spinning = threading.Event()


def spin():
    for _ in itertools.count():
        spinning.set()


def stay_behind():
    assert threading.main_thread().join() is None
    time.sleep(0.1)
    print("the thread outlived its main")


atexit.register(print, "ok")
atexit.register(print, "exit functions come last, the latest first")
threading.Thread(target=spin, daemon=True).start()
threading.Thread(target=time.sleep, args=(3600,), daemon=True).start()
held = threading.Lock()
held.acquire()
threading.Thread(target=held.acquire, daemon=True).start()
threading.Thread(target=stay_behind).start()
assert spinning.wait(timeout=8)
print("main has ended")
