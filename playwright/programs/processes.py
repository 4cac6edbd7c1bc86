"""A process has a name, a pid, a parent, and an exit code once it has ended."""
import multiprocessing
import os
import threading


def report(results):
    me, parent = multiprocessing.current_process(), multiprocessing.parent_process()
    assert me.pid == os.getpid() != parent.pid
    assert parent.is_alive()
    results.put((me.name, me.daemon, parent.name, me.pid, parent.pid))
    results.put(threading.main_thread().native_id)


class Adder(multiprocessing.Process):
    def __init__(self, results, *numbers):
        super().__init__(daemon=True)
        self.results = results
        self.numbers = numbers

    def run(self):
        self.results.put(sum(self.numbers))


if __name__ == "__main__":
    main = multiprocessing.current_process()
    assert main.pid == os.getpid()
    assert multiprocessing.parent_process() is None
    assert multiprocessing.get_start_method() == "spawn"
    results = multiprocessing.SimpleQueue()

    clerk = multiprocessing.Process(target=report, args=(results,), name="clerk")
    assert clerk.pid is None and clerk.exitcode is None and not clerk.is_alive()
    clerk.start()
    assert clerk.pid != main.pid
    name, is_daemon, parent_name, pid, parent_pid = results.get()
    assert (pid, parent_pid) == (clerk.pid, main.pid)
    assert results.get() != threading.main_thread().native_id == threading.get_native_id()
    print(main.name, "started", name, "of", parent_name, is_daemon)
    clerk.join()
    assert not clerk.is_alive()
    print("it ended with", clerk.exitcode)

    adder = Adder(results, 1, 2, 39)
    assert adder.daemon
    adder.start()
    assert multiprocessing.active_children() == [adder]
    print("a process of one's own class:", results.get())
    adder.join(timeout=8)
    assert adder.exitcode == 0
    assert multiprocessing.active_children() == []

    try:
        clerk.start()
        raise AssertionError("started twice")
    except AssertionError as error:
        print(error)
    clerk.close()
    try:
        print(clerk.exitcode)
        raise AssertionError("closed and yet there")
    except ValueError as error:
        print(error)
    print("ok")
