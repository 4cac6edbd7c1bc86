"""A pool inside a pool's worker is refused as in CPython; in a process of one's own it is not."""
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.pool import ThreadPool


def pool_inside(number):
    try:
        with multiprocessing.Pool(1) as pool:
            return pool.map(abs, [number])
    except AssertionError as error:
        return str(error)


def process_inside():
    try:
        multiprocessing.Process(target=abs, args=(1,)).start()
    except AssertionError as error:
        return str(error)
    return "it started"


def threads_inside(number):
    with ThreadPool(2) as pool:
        return pool.map(abs, [number, -number])


def executor_inside(number):
    with ProcessPoolExecutor(1) as executor:
        return executor.submit(abs, number).result()


if __name__ == "__main__":
    with multiprocessing.Pool(1) as pool:
        print(pool.apply(pool_inside, (-1,)))
        print(pool.apply(process_inside))
        print("threads are allowed:", pool.apply(threads_inside, (-2,)))
    with ProcessPoolExecutor(1) as executor:
        print("an executor in an executor:", executor.submit(executor_inside, -3).result())
        print("a pool in an executor:", executor.submit(pool_inside, -4).result())
    print("ok")
