"""Threads that wait do so at the same time."""
import threading
import time

NAPS = 5
naps = []


def nap():
    start = time.perf_counter()
    time.sleep(0.4)
    naps.append(time.perf_counter() - start)


start = time.perf_counter()
threads = [threading.Thread(target=nap) for _ in range(NAPS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
elapsed = time.perf_counter() - start

assert len(naps) == NAPS
assert min(naps) > 0.39, naps
assert sum(naps) > 2 * elapsed, (sum(naps), elapsed)
print("five naps in less than the time of three")

# They stand at one place at the same time: none passes the barrier before the last one comes.
together = threading.Barrier(NAPS)
passed = []


def meet(number):
    together.wait(timeout=8)
    passed.append(number)


threads = [threading.Thread(target=meet, args=(number,)) for number in range(NAPS)]
for thread in threads[:-1]:
    thread.start()
time.sleep(0.1)
assert passed == []
threads[-1].start()
for thread in threads:
    thread.join()
print("met:", sorted(passed))
print("ok")
