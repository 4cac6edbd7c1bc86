"""Events, conditions, barriers and semaphores work between processes as they do between threads."""
import multiprocessing
import threading
import time


def work(start, places, inside, most, gate, changed, turn):
    assert start.wait(timeout=9)
    for _ in range(5):
        with places:
            with inside.get_lock():
                inside.value += 1
                most.value = max(most.value, inside.value)
            time.sleep(0.01)
            with inside.get_lock():
                inside.value -= 1
    gate.wait(timeout=9)
    with changed:
        turn.value += 1
        changed.notify_all()
        assert changed.wait_for(lambda: turn.value == 3, timeout=9)


if __name__ == "__main__":
    start = multiprocessing.Event()
    assert not start.wait(timeout=0.05)
    places = multiprocessing.Semaphore(1)
    inside, most = multiprocessing.Value("i", 0), multiprocessing.Value("i", 0)
    gate = multiprocessing.Barrier(3)
    changed, turn = multiprocessing.Condition(), multiprocessing.Value("i", 0)
    processes = [
        multiprocessing.Process(target=work, args=(start, places, inside, most, gate, changed, turn))
        for _ in range(2)
    ]
    for process in processes:
        process.start()
    start.set()
    assert gate.wait(timeout=9) in range(3)
    print("most inside at once:", most.value)

    with changed:
        assert changed.wait_for(lambda: turn.value == 2, timeout=9)
        assert not changed.wait(timeout=0.05)
        turn.value += 1
        changed.notify(2)
    for process in processes:
        process.join()
    print("turns:", turn.value, "exit codes:", [process.exitcode for process in processes])

    start.clear()
    assert not start.is_set()
    bounded = multiprocessing.BoundedSemaphore(2)
    assert bounded.acquire() and bounded.acquire() and not bounded.acquire(timeout=0.05)
    bounded.release()
    bounded.release()
    try:
        bounded.release()
        raise AssertionError("released too often")
    except ValueError as error:
        print(error)
    try:
        gate.wait(timeout=0.05)
        raise AssertionError("nobody else came")
    except threading.BrokenBarrierError:
        print("broken:", gate.broken)
    print("ok")
