"""Two hundred threads live at the same time, and each does its part."""
import threading

THREADS = 200
all_here = threading.Barrier(THREADS + 1)
may_go = threading.Event()
lock = threading.Lock()
total = 0
parts = [0] * THREADS


def work(number):
    global total
    all_here.wait(timeout=9)
    may_go.wait()
    parts[number] = sum(range(number))
    with lock:
        total += number


threads = [threading.Thread(target=work, args=(number,)) for number in range(THREADS)]
for thread in threads:
    thread.start()
all_here.wait(timeout=9)
assert threading.active_count() == THREADS + 1
assert len({thread.ident for thread in threads}) == THREADS
may_go.set()
for thread in threads:
    thread.join()
assert threading.active_count() == 1
assert parts == [number * (number - 1) // 2 for number in range(THREADS)]
print("total:", total)

# And two hundred more, one after the other.
results = []
for number in range(THREADS):
    thread = threading.Thread(target=results.append, args=(number,))
    thread.start()
    thread.join()
assert results == list(range(THREADS))
print("ok")
