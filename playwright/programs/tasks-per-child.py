"""Workers that may do one task each are replaced after it."""
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor

seen = 0


def count():
    global seen
    seen += 1
    return seen, os.getpid()


if __name__ == "__main__":
    with multiprocessing.Pool(1, maxtasksperchild=1) as pool:
        results = [pool.apply(count) for _ in range(2)]
    assert len({pid for _, pid in results}) == 2
    print("a pool:", [number for number, _ in results])

    with ProcessPoolExecutor(1, max_tasks_per_child=1) as executor:
        futures = [executor.submit(count) for _ in range(2)]
        results = [future.result(timeout=9) for future in futures]
    assert len({pid for _, pid in results}) == 2
    print("an executor:", [number for number, _ in results])
    print("ok")
