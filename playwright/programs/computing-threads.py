"""A thread that computes without end leaves room for the others, wherever in Python it is."""
import functools
import json
import re
import threading

stop = threading.Event()


class Endless:
    def __iter__(self):
        return self

    def __next__(self):
        if stop.is_set():
            raise StopIteration
        return 1


def until_stopped(*_):
    while not stop.is_set():
        pass
    return 0


class Busy:
    __eq__ = __del__ = until_stopped
    age = property(until_stopped)


def dig(depth):
    return depth if depth == 0 else dig(depth - 1)


def dig_again_and_again():
    while not stop.is_set():
        dig(200)


programs = {
    "a loop": until_stopped,
    "a comprehension": lambda: [one for one in Endless()],
    "sum of an iterator": lambda: sum(Endless()),
    "a sort key": lambda: sorted([2, 1], key=until_stopped),
    "a reduction": lambda: functools.reduce(until_stopped, [1, 2]),
    "a replacement": lambda: re.sub("a", lambda _: str(until_stopped()), "a"),
    "a parser's hook": lambda: json.loads("{}", object_hook=until_stopped),
    "a comparison": lambda: 1 in [Busy()],
    "a property": lambda: Busy().age,
    "a finaliser": Busy,
    "compiled code": lambda: exec("while not stop.is_set(): pass", {"stop": stop}),
    "recursion": dig_again_and_again,
}

for name, program in programs.items():
    stop.clear()
    thread = threading.Thread(target=program)
    timer = threading.Timer(0.03, stop.set)
    thread.start()
    timer.start()
    thread.join(timeout=8)
    assert not thread.is_alive(), name
    timer.join()
print(len(programs), "kinds of computing let a timer ring")
print("ok")
