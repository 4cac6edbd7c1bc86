"""Queues carry objects between processes, in order, and can be waited for."""
import multiprocessing
import queue


def serve(orders, meals):
    while (order := orders.get()) is not None:
        meals.put({"order": order, "meal": order.upper()})
        orders.task_done()
    orders.task_done()
    meals.put(None)


def count(numbers, results):
    results.put(sum(iter(numbers.get, None)))


if __name__ == "__main__":
    orders, meals = multiprocessing.JoinableQueue(), multiprocessing.SimpleQueue()
    cook = multiprocessing.Process(target=serve, args=(orders, meals))
    cook.start()
    for order in ("fish", "soup", "bread"):
        orders.put(order)
    orders.join()
    orders.put(None)
    for meal in iter(meals.get, None):
        print(meal)
    orders.join()
    cook.join()
    assert meals.empty()
    try:
        orders.task_done()
        raise AssertionError("nothing was left to be done")
    except ValueError as error:
        print(error)

    numbers, results = multiprocessing.Queue(), multiprocessing.Queue(maxsize=1)
    counter = multiprocessing.Process(target=count, args=(numbers, results))
    counter.start()
    for number in range(500):
        numbers.put(number)
    numbers.put(None)
    print("sum:", results.get(timeout=9))
    counter.join()

    for act in (results.get_nowait, lambda: results.get(timeout=0.1)):
        try:
            act()
            raise AssertionError("something out of nothing")
        except queue.Empty:
            pass
    results.put(1)
    for act in (lambda: results.put_nowait(2), lambda: results.put(2, timeout=0.1)):
        try:
            act()
            raise AssertionError("more than fits")
        except queue.Full:
            pass
    assert results.get(timeout=8) == 1
    results.close()
    results.join_thread()
    try:
        results.put(3)
        raise AssertionError("put into a closed queue")
    except ValueError:
        print("closed")
    print("ok")
