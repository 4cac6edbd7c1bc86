"""Random numbers repeat from one seed, are one sequence for all threads, and each process has its own."""
import multiprocessing
import random
import threading


def numbers(seed):
    random.seed(seed)
    return [random.randrange(1_000) for _ in range(5)]


def unseeded(_):
    return random.getrandbits(64)


if __name__ == "__main__":
    print(numbers(7))
    assert numbers(7) == numbers(7) != numbers(8)
    assert random.Random(7).random() == random.Random(7).random()

    random.seed("a word")
    expected = [random.random() for _ in range(40)]
    random.seed("a word")
    drawn = []
    threads = [
        threading.Thread(target=lambda: drawn.extend(random.random() for _ in range(10))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(drawn) == sorted(expected), "together the threads draw one sequence"

    deck = list(range(10))
    random.Random(1).shuffle(deck)
    print(deck, random.Random(1).sample(range(100), 3), random.Random(1).choices("abc", k=5))

    random.seed(7)
    here = [random.getrandbits(64) for _ in range(20)]
    random.seed(7)
    with multiprocessing.Pool(2) as pool:
        there = pool.map(unseeded, range(20))
        assert not set(here) & set(there), "a process does not go on where its parent is"
        assert pool.map(numbers, [7, 7, 8]) == [numbers(7), numbers(7), numbers(8)]
    print("ok")
