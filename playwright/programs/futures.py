"""A future tells when it is done, and can be waited for, watched and called off."""
import threading
from concurrent import futures
from concurrent.futures import FIRST_COMPLETED, FIRST_EXCEPTION, CancelledError, Future, ThreadPoolExecutor


def raises(expected, act):
    try:
        act()
    except expected:
        return True
    return False


events = [threading.Event() for _ in range(3)]


def wait_for(number):
    assert events[number].wait(timeout=8)
    return number


with ThreadPoolExecutor(3) as pool:
    running = [pool.submit(wait_for, number) for number in range(3)]
    assert raises(futures.TimeoutError, lambda: running[0].result(timeout=0.05))
    assert raises(TimeoutError, lambda: running[0].exception(timeout=0.05))
    assert raises(TimeoutError, lambda: list(futures.as_completed(running, timeout=0.05)))
    assert not running[0].done()
    assert not running[0].cancel(), "what runs cannot be called off"

    order = []
    events[2].set()
    for future in futures.as_completed(running, timeout=8):
        order.append(future.result())
        if order == [2]:
            events[0].set()
        elif order == [2, 0]:
            events[1].set()
    print("as completed:", order)

for event in events:
    event.clear()
with ThreadPoolExecutor(1) as pool:
    first, second, third = (pool.submit(wait_for, number) for number in range(3))
    assert third.cancel() and third.cancelled() and third.done()
    assert raises(CancelledError, third.result)
    done, waiting = futures.wait([first, second], timeout=0.05)
    assert (len(done), len(waiting)) == (0, 2)
    events[0].set()
    done, waiting = futures.wait([first, second], return_when=FIRST_COMPLETED)
    assert (done, waiting) == ({first}, {second})
    events[1].set()
    assert futures.wait([first, second, third]).not_done == set()
print("the third was cancelled, the others gave", first.result(), second.result())

for event in events:
    event.clear()
with ThreadPoolExecutor(2) as pool:
    failing, waiting = pool.submit(divmod, 1, 0), pool.submit(wait_for, 0)
    done = futures.wait([waiting, failing], return_when=FIRST_EXCEPTION).done
    events[0].set()
print("the first to fail:", [type(future.exception()).__name__ for future in done])

seen = []
promise = Future()
promise.add_done_callback(lambda future: seen.append(("before", future.result())))
assert promise.set_running_or_notify_cancel()
promise.set_result("kept")
promise.add_done_callback(lambda future: seen.append(("after", future.result())))
assert raises(futures.InvalidStateError, lambda: promise.set_result("again"))
print(seen)
print("ok")
