"""A manager keeps objects that several processes change, and raises here what fails there."""
import multiprocessing
import queue


def work(log, stock, place, orders, lock):
    log.append("begun")
    with lock:
        stock["rope"] += 5
        stock.update(tar=1)
    place.ship = "Ida"
    place.crew += 1
    while (order := orders.get()) is not None:
        log.append(order)
    log.extend(["ended", {"and": "more"}])


if __name__ == "__main__":
    with multiprocessing.Manager() as manager:
        log = manager.list()
        stock = manager.dict(rope=10)
        place = manager.Namespace(crew=3)
        orders = manager.Queue()
        lock = manager.Lock()
        process = multiprocessing.Process(target=work, args=(log, stock, place, orders, lock))
        process.start()
        for order in ("left", "right", None):
            orders.put(order)
        process.join()
        assert process.exitcode == 0

        print(list(log), len(log))
        print(sorted(stock.items()), "rope" in stock, stock.get("coal", 0))
        print(place.ship, place.crew)

        nested = manager.list([1, 2])
        stock["list"] = nested
        stock["list"].append(3)
        print(list(nested), log[1:3], log.index("right"), log.pop()["and"])

        missing = (lambda: stock["gold"], lambda: log[99], lambda: log.remove("x"), lambda: place.captain)
        for act in missing:
            try:
                act()
                raise AssertionError("found")
            except (LookupError, ValueError, AttributeError) as error:
                print(type(error).__name__)
        try:
            orders.get(timeout=0.05)
            raise AssertionError("something out of nothing")
        except queue.Empty:
            print("Empty")
        assert lock.acquire() and not lock.acquire(False)
        lock.release()
        value, row = manager.Value("i", 4), manager.Array("i", [1, 2])
        value.value += 1
        print(value.value, list(row))
    print("ok")
