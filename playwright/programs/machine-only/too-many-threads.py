"""Too many threads at once are refused with an error that says so, and those that run go on."""
import threading

MORE_THAN_THERE_ARE = 20_000
may_go = threading.Event()
threads = []
try:
    for _ in range(MORE_THAN_THERE_ARE):
        thread = threading.Thread(target=may_go.wait)
        thread.start()
        threads.append(thread)
    raise AssertionError("there was no end to them")
except RuntimeError as error:
    told = str(error)
assert "thread" in told, told
assert len(threads) >= 300, len(threads)

may_go.set()
for thread in threads:
    thread.join()
assert threading.active_count() == 1
thread = threading.Thread(target=print, args=("there is room again",))
thread.start()
thread.join()
print("ok")
