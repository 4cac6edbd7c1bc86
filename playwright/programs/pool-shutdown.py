"""A pool that was shut down takes nothing more, and drops what it is told to drop."""
import logging
import threading
import time
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor

may_go, began = threading.Event(), threading.Event()


def wait_then(value):
    began.set()
    assert may_go.wait(timeout=8)
    return value


pool = ThreadPoolExecutor(1)
running = pool.submit(wait_then, "finished")
dropped = [pool.submit(wait_then, number) for number in range(5)]
assert began.wait(timeout=8)
pool.shutdown(wait=False, cancel_futures=True)
assert running.running() and not running.done()
print("dropped:", sum(future.cancelled() for future in dropped))
try:
    pool.submit(print, "too late")
    raise AssertionError("taken after the end")
except RuntimeError as error:
    print(error)
may_go.set()
print("what ran was", running.result(timeout=8))
pool.shutdown()

# Without dropping, shutting down waits for everything.
pool = ThreadPoolExecutor(2)
futures = [pool.submit(time.sleep, 0.02) for _ in range(6)]
pool.shutdown(wait=True)
assert all(future.done() and not future.cancelled() for future in futures)

# `map` gives up when its time is over, and the block still ends well.
may_go.clear()
with ThreadPoolExecutor(2) as pool:
    results = pool.map(wait_then, ["a", "b"], timeout=0.1)
    try:
        next(results)
        raise AssertionError("nothing was there yet")
    except TimeoutError:
        print("map gave up")
    may_go.set()

# A pool whose threads cannot be prepared is broken, for all that was submitted and will be.
logging.disable(logging.CRITICAL)
pool = ThreadPoolExecutor(1, initializer=divmod, initargs=(1, 0))
for _ in range(2):
    try:
        pool.submit(print, "never").result(timeout=8)
        raise AssertionError("it worked")
    except BrokenExecutor:
        print("broken")
pool.shutdown()
print("ok")
