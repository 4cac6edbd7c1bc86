"""A pool of threads does many tasks with few threads, and gives results and errors back."""
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool


def square(number):
    time.sleep(0.005)
    names.add(threading.current_thread().name)
    return number * number


def fail(number):
    raise LookupError(f"no {number}")


names = set()
with ThreadPoolExecutor(max_workers=3, thread_name_prefix="square") as pool:
    print(list(pool.map(square, range(8))))
    print(list(pool.map(pow, [2, 3, 4], [5, 6])))
    future = pool.submit(fail, 7)
    assert repr(future.exception()) == "LookupError('no 7')"
    try:
        future.result()
        raise AssertionError("it went well")
    except LookupError as error:
        print("raised here too:", error)
assert names <= {"square_0", "square_1", "square_2"}, names
assert threading.active_count() == 1

# All four are in the pool at the same time, each on a thread that was prepared first.
own = threading.local()
numbers = iter(range(4))


def prepare(text):
    own.text = f"{text} {next(numbers)}"


together = threading.Barrier(4)
with ThreadPoolExecutor(4, initializer=prepare, initargs=("seat",)) as pool:
    futures = [pool.submit(lambda: (together.wait(timeout=8), own.text)[1]) for _ in range(4)]
    print(sorted(future.result() for future in futures))

# Leaving the block waits for what was submitted.
done = []
with ThreadPoolExecutor(1) as pool:
    for number in range(3):
        pool.submit(lambda number: (time.sleep(0.02), done.append(number)), number)
print("done:", done)

lazily = []
with ThreadPool(2) as pool:
    print(pool.map(str, range(4)), pool.starmap(divmod, [(7, 2), (9, 4)]))
    print(sorted(pool.imap_unordered(abs, [-1, -2, -3])))
    result = pool.apply_async(abs, (-5,), callback=lazily.append)
    assert result.get(timeout=8) == 5 and result.successful()
    assert lazily == [5]
try:
    ThreadPoolExecutor(0)
    raise AssertionError("a pool without threads")
except ValueError as error:
    print(error)
print("ok")
