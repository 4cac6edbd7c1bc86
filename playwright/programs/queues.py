"""A queue hands over in order, keeps to its size, and waits no longer than it is told."""
import queue
import sys
import threading
import time

line = queue.Queue(maxsize=2)
assert line.empty() and not line.full() and line.qsize() == 0
line.put("a")
line.put("b", timeout=1)
assert line.full() and line.qsize() == 2


def raises(expected, act):
    start = time.perf_counter()
    try:
        act()
    except expected:
        return time.perf_counter() - start
    raise AssertionError(f"no {expected.__name__}")


raises(queue.Full, lambda: line.put("c", block=False))
raises(queue.Full, lambda: line.put_nowait("c"))
assert raises(queue.Full, lambda: line.put("c", timeout=0.2)) > 0.15
print(line.get(), line.get_nowait())
raises(queue.Empty, line.get_nowait)
assert raises(queue.Empty, lambda: line.get(timeout=0.2)) > 0.15
raises(ValueError, lambda: line.get(timeout=-1))

# Whoever waits for room, or for something to come, gets it as soon as it is there.
got = []
taker = threading.Thread(target=lambda: got.extend(line.get(timeout=8) for _ in range(5)))
taker.start()
for number in range(5):
    line.put(number, timeout=8)
taker.join()
print(got)

# `join` waits until every piece that was put has been reported done.
work, finished = queue.Queue(), []


def serve():
    while (piece := work.get()) is not None:
        time.sleep(0.01)
        finished.append(piece)
        work.task_done()
    work.task_done()


servers = [threading.Thread(target=serve) for _ in range(3)]
for piece in range(12):
    work.put(piece)
for thread in servers:
    thread.start()
work.join()
print("done before join came back:", len(finished))
for _ in servers:
    work.put(None)
for thread in servers:
    thread.join()
work.join()
raises(ValueError, work.task_done)

if sys.version_info >= (3, 13):
    work.put("left over")
    work.shutdown()
    raises(queue.ShutDown, lambda: work.put("too late"))
    assert work.get() == "left over"
    raises(queue.ShutDown, work.get)
print("ok")
