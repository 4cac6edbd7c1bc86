"""A process that does not end by itself is ended: politely, by force, or with its parent."""
import multiprocessing
import signal
import time


def compute(running):
    running.release()
    while True:
        pass


def sleep(running):
    running.release()
    time.sleep(3_600)


if __name__ == "__main__":
    running = multiprocessing.Semaphore(0)
    computing = multiprocessing.Process(target=compute, args=(running,))
    sleeping = multiprocessing.Process(target=sleep, args=(running,))
    left_behind = multiprocessing.Process(target=sleep, args=(running,), daemon=True)
    for process in (computing, sleeping, left_behind):
        process.start()
    for _ in range(3):
        assert running.acquire(timeout=9)

    computing.join(timeout=0.05)
    assert computing.is_alive() and computing.exitcode is None
    computing.terminate()
    computing.join(timeout=8)
    assert not computing.is_alive()
    assert computing.exitcode == -signal.SIGTERM
    print("terminated:", computing.exitcode)

    assert sleeping.is_alive(), "the others go on"
    sleeping.kill()
    sleeping.join(timeout=8)
    print("killed:", sleeping.exitcode)
    sleeping.terminate()
    assert sleeping.exitcode == -9, "once it has ended nothing changes that"

    assert multiprocessing.active_children() == [left_behind]
    print("a daemon does not hold its parent up")
    print("ok")
