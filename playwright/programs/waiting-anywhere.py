"""A thread may wait anywhere, also in what the interpreter calls by itself, and the others go on."""
import functools
import re
import sys
import threading
import time
from pathlib import Path

turns = threading.Lock()


def pause(*_):
    time.sleep(0.03)
    with turns:
        return 0


class Slow:
    def __eq__(self, other):
        return pause() == 0

    def __hash__(self):
        return pause()

    def __enter__(self):
        return pause()

    def __exit__(self, *_):
        return bool(pause())

    def __repr__(self):
        return str(pause())

    def __getattr__(self, name):
        return pause()

    def __del__(self):
        pause()


def enter():
    with Slow():
        pause()


def numbers():
    yield pause()
    yield from map(pause, "ab")


def load():
    import slow_module

    return slow_module.value


Path("slow_module.py").write_text("import time\ntime.sleep(0.03)\nvalue = 0\n")
sys.path.insert(0, "")
places = [
    lambda: sorted("abc", key=pause),
    lambda: {Slow(): 1, Slow(): 2},
    lambda: [Slow()].index(Slow()),
    lambda: re.sub("a", lambda _: str(pause()), "aa"),
    lambda: functools.reduce(pause, "abc"),
    lambda: f"{Slow()!r} {Slow().anything}",
    lambda: list(numbers()),
    lambda: max(filter(pause, "ab"), default=0),
    enter,
    load,
]
ticks = 0
done = threading.Event()


def tick():
    global ticks
    while not done.wait(timeout=0.01):
        ticks += 1


clock = threading.Thread(target=tick)
clock.start()
threads = [threading.Thread(target=place) for place in places]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join(timeout=9)
    assert not thread.is_alive()
done.set()
clock.join()
assert ticks > 0
print(len(places), "places to wait in")
print("ok")
