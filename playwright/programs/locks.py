"""A lock is held by one at a time; a re-entrant lock by its owner as often as it likes."""
import threading
import time

lock = threading.Lock()
assert lock.acquire()
assert lock.locked()
assert not lock.acquire(blocking=False)
start = time.perf_counter()
assert not lock.acquire(timeout=0.2)
assert time.perf_counter() - start > 0.15
lock.release()
assert not lock.locked()
print("a held lock was not given away")

for act in (lock.release, lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-2)):
    try:
        act()
        raise AssertionError("that was allowed")
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__)

# Any thread may release a lock, and a waiting one gets it.
lock.acquire()
threading.Timer(0.1, lock.release).start()
assert lock.acquire(timeout=8)
lock.release()

inside = most = 0


def enter():
    global inside, most
    for _ in range(50):
        with lock:
            inside += 1
            most = max(most, inside)
            time.sleep(0)
            inside -= 1


threads = [threading.Thread(target=enter) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("most inside at once:", most)

again = threading.RLock()
with again, again, again:
    taken = []
    other = threading.Thread(target=lambda: taken.append(again.acquire(timeout=0.1)))
    other.start()
    other.join()
    refused = []

    def release_anothers():
        try:
            again.release()
        except RuntimeError as error:
            refused.append(error)

    other = threading.Thread(target=release_anothers)
    other.start()
    other.join()
print("taken by another:", taken, "released by another:", not refused)
other = threading.Thread(target=lambda: taken.append(again.acquire(timeout=8)))
other.start()
other.join()
print("and once it was free:", taken[-1])
print("ok")
