"""A condition wakes those who wait for it, as many as it was asked to."""
import threading
import time

table = threading.Condition()
waiting = 0
woken = []


def guest(name):
    global waiting
    with table:
        waiting += 1
        assert table.wait(timeout=8)
        woken.append(name)


def wait_until(done):
    deadline = time.monotonic() + 8
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.01)


guests = [threading.Thread(target=guest, args=(number,)) for number in range(5)]
for thread in guests:
    thread.start()
wait_until(lambda: waiting == 5)
for call, expected in ((lambda: table.notify(), 1), (lambda: table.notify(2), 3), (table.notify_all, 5)):
    with table:
        call()
    wait_until(lambda: len(woken) == expected)
    time.sleep(0.05)
    print("woken:", len(woken))
for thread in guests:
    thread.join()

with table:
    assert not table.wait(timeout=0.05)
    assert not table.wait_for(lambda: False, timeout=0.05)
    assert table.wait_for(lambda: "now", timeout=0.05) == "now"
try:
    table.notify()
    raise AssertionError("notified without the lock")
except RuntimeError as error:
    print(error)

# A shelf with room for three: the baker waits for room, the buyer for bread.
shelf, bought, fullest = [], [], 0
changed = threading.Condition()


def bake():
    global fullest
    for loaf in range(20):
        with changed:
            changed.wait_for(lambda: len(shelf) < 3)
            shelf.append(loaf)
            fullest = max(fullest, len(shelf))
            changed.notify_all()


baker = threading.Thread(target=bake)
baker.start()
for _ in range(20):
    with changed:
        changed.wait_for(lambda: shelf)
        bought.append(shelf.pop(0))
        changed.notify_all()
baker.join()
assert 1 <= fullest <= 3
print("in order:", bought == list(range(20)))
print("ok")
