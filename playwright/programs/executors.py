"""An executor of processes runs what a pool of threads would, and calls back in the main process."""
import os
import threading
import time
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, as_completed, wait
from multiprocessing import current_process


def prepare(number):
    global base
    base = number


def add(number):
    return base + number, os.getpid()


def is_daemon():
    return current_process().daemon


if __name__ == "__main__":
    seen, called_back = [], []
    with ProcessPoolExecutor(2, initializer=prepare, initargs=(100,)) as pool:
        results = list(pool.map(add, range(6)))
        print([number for number, _ in results])
        pids = {pid for _, pid in results}
        assert 1 <= len(pids) <= 2 and os.getpid() not in pids
        print([number for number, _ in pool.map(add, range(6), chunksize=3)])
        print(list(pool.map(pow, (2, 3), (4, 5))))

        future = pool.submit(add, 7)
        future.add_done_callback(lambda done: called_back.append((done.result()[0], os.getpid())))
        assert future.result(timeout=9)[0] == 107
        futures = {pool.submit(divmod, 60, number): number for number in (0, 7, 8)}
        for done in as_completed(futures, timeout=9):
            error = done.exception()
            seen.append((futures[done], type(error).__name__ if error else done.result()))
        assert not wait([future], return_when=FIRST_COMPLETED).not_done
        assert not pool.submit(is_daemon).result(), "workers of an executor may have children of their own"
    assert called_back == [(107, os.getpid())]
    print(sorted(seen))
    assert threading.active_count() == 1

    try:
        pool.submit(add, 1)
        raise AssertionError("submitted after the end")
    except RuntimeError as error:
        print(error)

    pool = ProcessPoolExecutor(1)
    futures = [pool.submit(time.sleep, 0.02) for _ in range(200)]
    pool.shutdown(wait=True, cancel_futures=True)
    assert all(future.done() for future in futures)
    assert futures[-1].cancelled(), "the last ones were still waiting for their turn"
    print("ok")
