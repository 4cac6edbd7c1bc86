"""Clocks go forward, sleep lasts as long as it is told, and waiting takes no time of the processor."""
import threading
import time

clocks = (time.perf_counter, time.monotonic, time.time, time.process_time)
for clock in clocks:
    readings = [clock() for _ in range(200)]
    assert clock is time.time or readings == sorted(readings), clock

before, wall = time.process_time(), time.perf_counter()
for _ in range(4):
    time.sleep(0.1)
waited, used = time.perf_counter() - wall, time.process_time() - before
assert waited > 0.39
assert used < waited / 2, (used, waited)
print("sleeping uses little of the processor")

lock = threading.Lock()
lock.acquire()
before, wall = time.process_time(), time.perf_counter()
assert not lock.acquire(timeout=0.3)
assert time.process_time() - before < (time.perf_counter() - wall) / 2
print("so does waiting for a lock")

before, wall = time.process_time(), time.perf_counter()
while time.process_time() - before < 0.1:
    sum(range(100))
assert time.perf_counter() - wall > 0.09
print("computing uses it")

start = time.time_ns()
time.sleep(0.05)
assert 40_000_000 < time.time_ns() - start < 9_000_000_000
time.sleep(0)
try:
    time.sleep(-1)
    raise AssertionError("slept backwards")
except ValueError as error:
    print(error)

woken = []
threads = [
    threading.Thread(target=lambda seconds=seconds: (time.sleep(seconds), woken.append(seconds)))
    for seconds in (0.9, 0.1, 0.5)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("woken in order:", woken)
print("ok")
