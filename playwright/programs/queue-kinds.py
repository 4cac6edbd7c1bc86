"""There are queues for the first, for the last and for the most urgent."""
import queue
import threading
from dataclasses import dataclass, field


@dataclass(order=True)
class Task:
    urgency: int
    name: str = field(compare=False)


def drained(line, pieces):
    for piece in pieces:
        line.put(piece)
    return [line.get() for _ in pieces]


print("first:", drained(queue.Queue(), [3, 1, 2]))
print("last:", drained(queue.LifoQueue(), [3, 1, 2]))
print("least:", drained(queue.PriorityQueue(), [3, 1, 2]))
print("simple:", drained(queue.SimpleQueue(), [3, 1, 2]))
tasks = [Task(5, "paint"), Task(1, "bail out"), Task(3, "row")]
print("urgent:", [task.name for task in drained(queue.PriorityQueue(), tasks)])

for kind in (queue.LifoQueue, queue.PriorityQueue):
    line = kind(maxsize=1)
    line.put(1)
    try:
        line.put(2, timeout=0.05)
        raise AssertionError("too many")
    except queue.Full:
        print(kind.__name__, "is full")

simple = queue.SimpleQueue()
assert simple.empty()
for act in (simple.get_nowait, lambda: simple.get(timeout=0.05), lambda: simple.get(block=False)):
    try:
        act()
        raise AssertionError("something out of nothing")
    except queue.Empty:
        pass

# One that waits is woken by what another thread puts.
woken = []
for line in (queue.SimpleQueue(), queue.LifoQueue(), queue.PriorityQueue()):
    waiter = threading.Thread(target=lambda line=line: woken.append(line.get(timeout=8)))
    waiter.start()
    line.put(type(line).__name__)
    waiter.join()
print(woken)
print("ok")
