"""Results that are taken as they come do not wait for a slower task that was given first."""
import multiprocessing
from concurrent.futures import ProcessPoolExecutor, as_completed


def prepare(given):
    global may_go
    may_go = given


def finish(name):
    if name == "slow":
        assert may_go.wait(timeout=9)
    return name


if __name__ == "__main__":
    event = multiprocessing.Event()
    with multiprocessing.Pool(2, prepare, (event,)) as pool:
        results = pool.imap_unordered(finish, ["slow", "quick", "quick"])
        print(next(results), next(results))
        event.set()
        print(next(results), list(results))

        event.clear()
        results = pool.imap(finish, ["slow", "quick"])
        event.set()
        print("in order:", list(results))

    event.clear()
    with ProcessPoolExecutor(2, initializer=prepare, initargs=(event,)) as pool:
        futures = [pool.submit(finish, name) for name in ("slow", "quick")]
        order = []
        for future in as_completed(futures, timeout=9):
            order.append(future.result())
            event.set()
        print("as completed:", order)
    print("ok")
