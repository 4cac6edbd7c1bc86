"""A thousand tasks go through pools of threads and of processes, each result to its task."""
import multiprocessing
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed

TASKS = 1_000


def double(number):
    return 2 * number


if __name__ == "__main__":
    expected = [2 * number for number in range(TASKS)]

    with ThreadPoolExecutor(8) as pool:
        futures = {pool.submit(double, number): number for number in range(TASKS)}
        for future in as_completed(futures):
            assert future.result() == 2 * futures[future]
        assert list(pool.map(double, range(TASKS))) == expected
    print("threads:", len(futures))
    assert threading.active_count() == 1

    with multiprocessing.Pool(2) as pool:
        assert sorted(pool.imap_unordered(double, range(TASKS))) == expected
        assert list(pool.imap(double, range(TASKS), chunksize=50)) == expected
        results = [pool.apply_async(double, (number,)) for number in range(TASKS)]
        assert [result.get(timeout=9) for result in results] == expected
    print("a pool:", len(results))

    with ProcessPoolExecutor(2) as pool:
        assert list(pool.map(double, range(TASKS), chunksize=10)) == expected
        futures = [pool.submit(double, number) for number in range(TASKS)]
        assert [future.result() for future in futures] == expected
    print("an executor:", len(futures))
    print("ok")
