"""A semaphore lets in as many as it has places."""
import threading
import time

places = threading.Semaphore(2)
guard = threading.Lock()
inside = most = 0


def visit():
    global inside, most
    with places:
        with guard:
            inside += 1
            most = max(most, inside)
        time.sleep(0.02)
        with guard:
            inside -= 1


visitors = [threading.Thread(target=visit) for _ in range(8)]
for thread in visitors:
    thread.start()
for thread in visitors:
    thread.join()
print("most inside at once:", most)

assert places.acquire(blocking=False)
assert places.acquire(timeout=0)
assert not places.acquire(blocking=False)
assert not places.acquire(timeout=0.05)
places.release(3)
assert [places.acquire(blocking=False) for _ in range(4)] == [True, True, True, False]
print("three released, three taken")

bounded = threading.BoundedSemaphore(1)
bounded.acquire()
threading.Timer(0.05, bounded.release).start()
assert bounded.acquire(timeout=8)
bounded.release()
try:
    bounded.release()
    raise AssertionError("released too often")
except ValueError as error:
    print(error)
try:
    threading.Semaphore(-1)
    raise AssertionError("less than nothing")
except ValueError as error:
    print(error)
print("ok")
