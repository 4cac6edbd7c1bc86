"""What fails in another process is raised here, with the traceback from there."""
import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor


class Leak(Exception):
    def __init__(self, deck, litres):
        super().__init__(deck, litres)
        self.deck = deck
        self.litres = litres


def spring(deck):
    if deck > 1:
        raise Leak(deck, 40)
    return "dry"


def caught(expected, act):
    try:
        act()
    except expected as error:
        return error
    raise AssertionError(f"no {expected}")


def give_back_a_lambda():
    return lambda: None


if __name__ == "__main__":
    with multiprocessing.Pool(1) as pool, ProcessPoolExecutor(1) as executor:
        for name, act in {
            "map": lambda: pool.map(spring, [1, 2]),
            "imap": lambda: list(pool.imap(spring, [1, 2])),
            "apply_async": lambda: pool.apply_async(spring, (2,)).get(timeout=9),
            "executor": lambda: executor.submit(spring, 2).result(),
        }.items():
            error = caught(Leak, act)
            there = str(error.__cause__)
            assert type(error.__cause__).__name__ in ("RemoteTraceback", "_RemoteTraceback")
            assert "Traceback (most recent call last)" in there and "in spring" in there
            assert "raise Leak(deck, 40)" in there
            print(name, (error.deck, error.litres))
        print(repr(caught(KeyError, lambda: pool.apply({}.__getitem__, ("a",)))))

        # Functions are sent by name, so one without a name cannot be sent.
        unsendable = (pickle.PicklingError, AttributeError, TypeError)
        caught(unsendable, lambda: pool.apply(lambda: 1))
        caught(unsendable, lambda: executor.submit(lambda: 1).result())
        caught(unsendable, multiprocessing.Process(target=lambda: 1).start)
        caught(unsendable, lambda: executor.submit(give_back_a_lambda).result())
        error = caught(multiprocessing.pool.MaybeEncodingError, lambda: pool.apply(give_back_a_lambda))
        assert "Error sending result" in str(error)
        print("lambdas stay at home")

        print("and both go on:", pool.apply(spring, (1,)), executor.submit(spring, 0).result())
    print("ok")
