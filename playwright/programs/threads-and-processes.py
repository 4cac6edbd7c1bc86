"""Threads start processes and wait for them, and a process has threads of its own."""
import multiprocessing
import threading
from concurrent.futures import ThreadPoolExecutor


def count_in_threads(results, name):
    totals = []
    threads = [threading.Thread(target=lambda n=n: totals.append(sum(range(n)))) for n in (10, 20, 30)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    results.put((name, sorted(totals), threading.current_thread() is threading.main_thread()))


def run_one(name):
    results = multiprocessing.SimpleQueue()
    process = multiprocessing.Process(target=count_in_threads, args=(results, name))
    process.start()
    found = results.get()
    process.join()
    return found, process.exitcode


if __name__ == "__main__":
    ticks, done = [], threading.Event()

    def tick():
        while not done.wait(timeout=0.01):
            ticks.append(1)

    ticker = threading.Thread(target=tick)
    ticker.start()
    with ThreadPoolExecutor(2) as threads:
        for found, code in threads.map(run_one, ["left", "right"]):
            print(found, code)
    with multiprocessing.Pool(1) as pool, ThreadPoolExecutor(4) as threads:
        print(list(threads.map(lambda number: pool.apply(abs, (number,)), range(-8, 0))))
    done.set()
    ticker.join()
    assert ticks, "while some threads wait for processes the others go on"
    print("ok")
