"""A thread has a name, an ident and a life of its own."""
import threading


class Counter(threading.Thread):
    def __init__(self, limit):
        super().__init__(name="counter")
        self.limit = limit
        self.total = None

    def run(self):
        assert threading.current_thread() is self
        assert threading.get_ident() == self.ident
        self.total = sum(range(self.limit))


counter = Counter(101)
assert counter.ident is None
assert not counter.is_alive()
counter.start()
counter.join()
assert not counter.is_alive()
counter.join()
print(counter.name, "counted", counter.total)

main = threading.current_thread()
assert main is threading.main_thread()
assert main.name == "MainThread"
assert not main.daemon
assert threading.active_count() == 1

may_end = threading.Event()
waiting = [threading.Thread(target=may_end.wait, name=f"waiting {n}", daemon=n == 1) for n in range(3)]
for thread in waiting:
    thread.start()
assert threading.active_count() == 4
assert set(threading.enumerate()) == {main, *waiting}
assert len({thread.ident for thread in (main, *waiting)}) == 4
print([(thread.name, thread.daemon, thread.is_alive()) for thread in waiting])

waiting[0].join(timeout=0.05)
assert waiting[0].is_alive(), "a join with a timeout comes back before the thread has ended"
may_end.set()
for thread in waiting:
    thread.join()
assert threading.enumerate() == [main]

for misuse, act in {
    "started twice": counter.start,
    "joined before its start": threading.Thread().join,
    "joined by itself": main.join,
}.items():
    try:
        act()
        raise AssertionError(misuse)
    except RuntimeError as error:
        print(f"{misuse}: {error}")
print("ok")
