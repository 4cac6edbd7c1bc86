"""An event lets all pass once it is set; a barrier once all have come."""
import threading

bell = threading.Event()
assert not bell.is_set()
assert not bell.wait(timeout=0.05)
heard = []
listeners = [threading.Thread(target=lambda: heard.append(bell.wait(timeout=8))) for _ in range(4)]
for thread in listeners:
    thread.start()
assert heard == []
bell.set()
for thread in listeners:
    thread.join()
assert bell.wait()
bell.clear()
assert not bell.is_set()
print("heard:", heard)

opened = []
gate = threading.Barrier(3, action=lambda: opened.append("open"), timeout=8)
places = []


def pass_twice():
    for _ in range(2):
        places.append(gate.wait())


walkers = [threading.Thread(target=pass_twice) for _ in range(3)]
for thread in walkers:
    thread.start()
for thread in walkers:
    thread.join()
print("opened:", len(opened), "places:", sorted(places), "parties:", gate.parties)


def broken(act):
    try:
        act()
    except threading.BrokenBarrierError:
        return True
    return False


assert broken(lambda: gate.wait(timeout=0.05)), "nobody else came"
assert gate.broken
assert broken(gate.wait), "a broken barrier stays broken"
gate.reset()
assert not gate.broken

outcomes = []
waiter = threading.Thread(target=lambda: outcomes.append(broken(gate.wait)))
waiter.start()
while gate.n_waiting == 0:
    bell.wait(timeout=0.01)
gate.abort()
waiter.join()
print("aborted:", outcomes, gate.broken)
print("ok")
