"""A timer calls when its time has come, unless it is cancelled before."""
import sched
import threading
import time

rung = []
done = threading.Event()
start = time.monotonic()
timers = [
    threading.Timer(0.8, lambda: (rung.append("last"), done.set())),
    threading.Timer(0.1, rung.append, args=("first",)),
    threading.Timer(0.4, rung.append, kwargs={}, args=["second"]),
    threading.Timer(0.6, rung.append, args=("never",)),
]
for timer in timers:
    timer.start()
timers[3].cancel()
assert rung == []
assert done.wait(timeout=8)
assert time.monotonic() - start > 0.75
for timer in timers:
    timer.join()
print(rung)

finished = threading.Timer(0, rung.clear)
finished.start()
finished.join()
finished.cancel()
assert rung == []

asleep = threading.Timer(60, rung.append, args=("too late",))
asleep.daemon = True
asleep.start()
assert asleep.is_alive()
asleep.cancel()
asleep.join(timeout=8)
assert not asleep.is_alive()

plan = sched.scheduler(time.monotonic, time.sleep)
plan.enter(0.10, 1, rung.append, ("b",))
plan.enter(0.05, 1, rung.append, ("a",))
at = time.monotonic() + 0.15
plan.enterabs(at, 2, rung.append, ("less urgent",))
plan.enterabs(at, 1, rung.append, ("urgent",))
plan.cancel(plan.enter(0.01, 1, rung.append, ("cancelled",)))
plan.run()
print(rung)
print("ok")
