"""Processes are spawned and in no other way, and their random numbers are fixed for every run."""
import multiprocessing
import random
import time

first = random.random()


def numbers(_):
    time.sleep(0.2)
    return multiprocessing.current_process().name, random.random()


if __name__ == "__main__":
    assert multiprocessing.get_all_start_methods() == ["spawn"]
    assert multiprocessing.get_start_method() == "spawn"
    for method in ("fork", "forkserver"):
        try:
            multiprocessing.get_context(method)
            raise AssertionError(f"{method} is there")
        except ValueError as error:
            print(error)

    assert first == random.Random(0).random(), "a run starts from seed 0"
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        drawn = pool.map(numbers, range(2), chunksize=1)
    first_of_each = {}
    for name, number in drawn:
        first_of_each.setdefault(name, number)
    assert len({first, *first_of_each.values()}) == len(first_of_each) + 1, drawn
    print("each process has a seed of its own")
    print("ok")
