"""A generator goes on in whichever thread asks for its next value, but in one at a time."""
import itertools
import threading
import time


def squares():
    try:
        for number in itertools.count():
            yield number * number, threading.current_thread().name
    finally:
        closed_in.append(threading.current_thread().name)


def in_thread(name, work):
    results = []
    thread = threading.Thread(target=lambda: results.append(work()), name=name)
    thread.start()
    thread.join()
    return results[0]


closed_in = []
values = squares()
print(next(values), in_thread("first", lambda: next(values)), in_thread("second", lambda: next(values)))
in_thread("closer", values.close)
print("closed in", closed_in)


def slow():
    yield "ready"
    inside.set()
    may_go.wait(timeout=8)
    yield "gone on"


inside, may_go = threading.Event(), threading.Event()
shared = slow()
print(next(shared))
seconds = []
thread = threading.Thread(target=lambda: seconds.append(next(shared)))
thread.start()
assert inside.wait(timeout=8)
try:
    next(shared)
    raise AssertionError("a running generator ran again")
except ValueError as error:
    print(error)
may_go.set()
thread.join()
print(seconds)

# Behind a lock, one source of tickets serves many; a thread of its own has generators of its own.
tickets, lock, drawn = iter(range(400)), threading.Lock(), []


def draw():
    while True:
        with lock:
            ticket = next(tickets, None)
        if ticket is None:
            return
        drawn.append(ticket)
        time.sleep(0)


threads = [threading.Thread(target=draw) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("each ticket once:", sorted(drawn) == list(range(400)))
print("ok")
