"""An executor whose worker dies is broken and says so; a pool replaces a worker that dies."""
import logging
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def die(code):
    os._exit(code)


if __name__ == "__main__":
    with ProcessPoolExecutor(1) as executor:
        assert executor.submit(abs, -1).result() == 1
        dying = executor.submit(die, 3)
        waiting = executor.submit(abs, -2)
        for future in (dying, waiting):
            try:
                future.result(timeout=9)
                raise AssertionError("it came back")
            except BrokenProcessPool as error:
                print(type(error).__name__)
        try:
            executor.submit(abs, -3)
            raise AssertionError("a broken pool took a task")
        except BrokenProcessPool:
            print("and takes no more")

    # A worker that cannot be prepared breaks the executor too.
    with ProcessPoolExecutor(1, initializer=os._exit, initargs=(2,)) as executor:
        try:
            executor.submit(abs, -1).result(timeout=9)
            raise AssertionError("it worked")
        except BrokenProcessPool:
            print("never prepared")

    with multiprocessing.Pool(1) as pool:
        first = pool.apply(os.getpid)
        lost = pool.apply_async(die, (1,))
        second = pool.apply_async(os.getpid).get(timeout=9)
        assert first != second
        assert not lost.ready(), "the result of the one that died never comes"
        print("replaced")
    print("ok")
