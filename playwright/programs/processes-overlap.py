"""Processes run at the same time, each with its own interpreter."""
import multiprocessing
import threading

PROCESSES = 3


def meet(together, done, turns):
    # Everyone is here at the same time, again and again, though nobody ever waits for the main process.
    for _ in range(5):
        together.wait(timeout=9)
        with turns.get_lock():
            turns.value += 1
    # Computing in one process does not keep another from computing.
    while not done.is_set():
        sum(range(1_000))


if __name__ == "__main__":
    together = multiprocessing.Barrier(PROCESSES)
    done = multiprocessing.Event()
    turns = multiprocessing.Value("i", 0)
    processes = [
        multiprocessing.Process(target=meet, args=(together, done, turns)) for _ in range(PROCESSES)
    ]
    for process in processes:
        process.start()
    assert len({process.pid for process in processes}) == PROCESSES

    ticks = threading.Event()
    while turns.value < 5 * PROCESSES:
        assert all(process.is_alive() for process in processes)
        ticks.wait(timeout=0.01)
    assert sum(range(100_000)) == 4_999_950_000, "the main process computes as well"
    done.set()
    for process in processes:
        process.join()
    print("met:", turns.value, "exit codes:", [process.exitcode for process in processes])
    print("ok")
