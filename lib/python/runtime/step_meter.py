"""Keeps the count of a program's steps, the same number on every machine and every time.

A step is a statement, a turn of a loop or a call of a learner's function; built-ins are charged by the elements and
characters they walk.
"""

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

MOST_AT_ONCE = 8
"""Statements that hand on to the next one are counted together, up to so many."""


class StepMeter:
    """What was charged beyond the ticks, and whether the program did what makes its count another one next time."""

    __slots__ = ("charged", "varies")

    def __init__(self) -> None:
        self.charged = 0
        self.varies = False

    def turns(self) -> itertools.count:
        """What is passed for each step of a walk."""
        return _counters[1]


meter = StepMeter()

# Each counts how often so many steps were passed at once. What they give is never zero, so it is true in conditions.
_counters = {steps: itertools.count(1) for steps in range(1, MOST_AT_ONCE + 1)}
# The same for steps of which it is known on which lines they are; a line twice is two steps.
_placed: list[tuple[tuple[int, ...], itertools.count]] = []


def steps_so_far() -> int:
    """All steps since the process began."""
    unplaced = sum(steps * _passed(counter) for steps, counter in _counters.items())
    return meter.charged + unplaced + sum(len(lines) * _passed(counter) for lines, counter in _placed)


def placed_steps() -> Counter[int]:
    """The steps since the process began of which it is known on which lines they are."""
    steps: Counter[int] = Counter()
    for lines, counter in _placed:
        passed = _passed(counter)
        for line in lines:
            steps[line] += passed
    return steps


def tick(steps: int) -> Callable[[], int]:
    """What adds that many steps, up to `MOST_AT_ONCE`; it gives something true."""
    return _counters[steps].__next__


def counter_on(*lines: int) -> itertools.count:
    """What counts a step on each of the lines whenever its next number is taken."""
    counter = itertools.count(1)
    _placed.append((lines, counter))
    return counter


def ticking(iterable: Iterable) -> Iterator:
    """The same elements, each of which is a step when it is taken."""
    return itertools.compress(iterable, meter.turns())


def _passed(counter: itertools.count) -> int:
    # Taking the next number would count it.
    return int(repr(counter).removeprefix("count(").removesuffix(")")) - 1
