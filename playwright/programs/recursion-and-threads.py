"""Each thread has a stack of its own: deep calls in one do not shorten the others'."""
import sys
import threading


def depth_of(number):
    return 0 if number == 0 else 1 + depth_of(number - 1)


def fibonacci(number):
    return number if number < 2 else fibonacci(number - 1) + fibonacci(number - 2)


def endless(number):
    return endless(number + 1)


results = {}
all_deep = threading.Barrier(5)


def meet_deep_down(number):
    return all_deep.wait(timeout=8) * 0 if number == 0 else 1 + meet_deep_down(number - 1)


def work(number):
    deep = meet_deep_down(400)
    try:
        endless(0)
        fell = False
    except RecursionError:
        fell = True
    results[number] = (deep, fell, depth_of(500), fibonacci(15))


threads = [threading.Thread(target=work, args=(number,)) for number in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert set(results) == set(range(5))
assert set(results.values()) == {(400, True, 500, 610)}, results
print("each thread:", results[0])

try:
    endless(0)
except RecursionError:
    print("and the main thread got back up:", depth_of(500))
limit = sys.getrecursionlimit()
sys.setrecursionlimit(limit + 200)
assert sys.getrecursionlimit() == limit + 200
sys.setrecursionlimit(limit)
print("ok")
