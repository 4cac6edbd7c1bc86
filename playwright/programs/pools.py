"""A pool of processes maps in order, takes single tasks, and ends when it is closed or left."""
import multiprocessing
import os
import time


def prepare(word):
    global greeting
    greeting = word


def greet(name):
    return f"{greeting}, {name}"


def whoami(_):
    return os.getpid(), multiprocessing.current_process().daemon


if __name__ == "__main__":
    heard, failed = [], []
    with multiprocessing.Pool(2, initializer=prepare, initargs=("ahoy",)) as pool:
        print(pool.map(greet, ["Ida", "Grace"]))
        print(pool.starmap(divmod, [(7, 2), (9, 4)]))
        print(list(pool.imap(abs, range(-3, 3))))
        print(sorted(pool.imap_unordered(abs, range(-3, 3), chunksize=2)))
        print(pool.apply(pow, (2, 10)), pool.apply(int, ("ff",), {"base": 16}))

        workers = set(pool.map(whoami, range(50), chunksize=1))
        assert 1 <= len(workers) <= 2
        assert all(pid != os.getpid() and is_daemon for pid, is_daemon in workers)

        result = pool.apply_async(greet, ("crew",), callback=heard.append)
        assert result.get(timeout=9) == "ahoy, crew"
        assert result.ready() and result.successful()
        wrong = pool.apply_async(divmod, (1, 0), error_callback=failed.append)
        wrong.wait(timeout=9)
        assert wrong.ready() and not wrong.successful()
        both = pool.map_async(greet, "ab", callback=heard.append)
        assert both.get(timeout=9) == ["ahoy, a", "ahoy, b"]
        print(heard, [type(error).__name__ for error in failed])

        slow = pool.apply_async(time.sleep, (3_600,))
        try:
            slow.get(timeout=0.1)
            raise AssertionError("an hour has passed")
        except multiprocessing.TimeoutError:
            print("not ready:", slow.ready())
        next_one = pool.imap(abs, [-1])
        assert next_one.next(timeout=9) == 1
    # Leaving the block ends the pool at once, with the sleeper in it.
    try:
        pool.map(abs, [1])
        raise AssertionError("a pool that has ended works")
    except ValueError as error:
        print(error)

    pool = multiprocessing.Pool(1)
    last = pool.map_async(abs, range(-100, 0))
    pool.close()
    pool.join()
    assert last.get() == list(range(100, 0, -1))
    print("closed and joined, and all was done")
    print("ok")
