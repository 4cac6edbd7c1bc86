"""Locks hold between processes: a count under a lock is right, without one it is at most right."""
import multiprocessing
import threading

STEPS = 2_000


def pay_in(account, bare, again):
    for _ in range(STEPS):
        bare.value += 1
    for _ in range(STEPS):
        with account.get_lock():
            account.value += 1
    for _ in range(50):
        with again, again:
            account.value += 1


def hold(lock, held, may_go):
    with lock:
        held.set()
        assert may_go.wait(timeout=9)


if __name__ == "__main__":
    account = multiprocessing.Value("l", 0)
    bare = multiprocessing.Value("l", 0, lock=False)
    processes = [
        multiprocessing.Process(target=pay_in, args=(account, bare, account.get_lock())) for _ in range(2)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        assert process.exitcode == 0
    assert 0 < bare.value <= 2 * STEPS
    print("with a lock:", account.value)

    lock, held, may_go = multiprocessing.Lock(), multiprocessing.Event(), multiprocessing.Event()
    holder = multiprocessing.Process(target=hold, args=(lock, held, may_go))
    holder.start()
    assert held.wait(timeout=9)
    assert not lock.acquire(block=False)
    assert not lock.acquire(timeout=0.1)
    threading.Timer(0.05, may_go.set).start()
    assert lock.acquire(timeout=9)
    holder.join()
    lock.release()
    try:
        lock.release()
        raise AssertionError("released twice")
    except ValueError as error:
        print(error)

    again = multiprocessing.RLock()
    with again, again:
        refused = []

        def release_anothers():
            try:
                again.release()
            except AssertionError as error:
                refused.append(str(error))

        thread = threading.Thread(target=release_anothers)
        thread.start()
        thread.join()
    print(refused[0])
    print("ok")
