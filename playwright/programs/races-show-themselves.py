"""A race without a lock loses updates before long: a thread may be switched at any moment."""
import threading
import time

READERS = 4


class Counter:
    value = 0
    done = 0


def same(number):
    return number


def count_until(stop, counter):
    done = 0
    while not stop.is_set():
        value = counter.value
        counter.value = same(value) + 1
        done += 1
    with lock:
        counter.done += done


def lost_in_a_round():
    counter, stop = Counter(), threading.Event()
    threads = [threading.Thread(target=count_until, args=(stop, counter)) for _ in range(READERS)]
    for thread in threads:
        thread.start()
    time.sleep(0.1)
    stop.set()
    for thread in threads:
        thread.join()
    assert 0 < counter.value <= counter.done
    return counter.done - counter.value


lock = threading.Lock()
rounds = 0
while lost_in_a_round() == 0:
    rounds += 1
    assert rounds < 40, "no update was ever lost"
print("updates were lost")
print("ok")
