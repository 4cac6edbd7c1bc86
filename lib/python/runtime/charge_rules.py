"""The kinds of charges that a built-in can have: each calls it as the program would have, and adds its steps.

A rule is called with the built-in and then with the program's own arguments. What it is bound to is its `__self__`.
"""

from collections.abc import Callable
from math import ceil, log2

from .step_meter import meter
from .walked_length import length_of, lengths_of, visited, walked

Rule = Callable[..., object]
Cost = Callable[[object, tuple], int]
"""From what a method is bound to, and its arguments."""


def under(rule: Rule, called: object) -> Callable[..., object]:
    """What calls it under the rule. A closure: one of the interpreter's own partials would take its stack twice."""

    def call(*args: object, **named: object) -> object:
        return rule(called, *args, **named)

    return call


def before(cost: Cost) -> Rule:
    """Charged before it begins."""

    def run(called: Callable, /, *args: object, **named: object) -> object:
        meter.charged += 1 + cost(called.__self__, args)
        return called(*args, **named)

    return run


def after(cost: Callable[[object, object, tuple], int]) -> Rule:
    """Charged by what it gave, which comes first among what the cost is asked for."""

    def run(called: Callable, /, *args: object, **named: object) -> object:
        result = called(*args, **named)
        meter.charged += 1 + cost(result, called.__self__, args)
        return result

    return run


def walking(called: Callable, /, *args: object, **named: object) -> object:
    """Walks what it is given first to the end."""
    meter.charged += 1 + len(named)
    return called(*map(walked, args[:1]), *args[1:], **named)


def walking_all(called: Callable, /, *args: object, **named: object) -> object:
    """Walks whatever it is given to the end."""
    meter.charged += 1
    return called(*map(walked, args), **named)


def visiting(called: Callable, /, *args: object, **named: object) -> object:
    """Walks what it is given first, and may end early."""
    meter.charged += 1
    return called(*map(visited, args[:1]), *args[1:], **named)


def reading(called: Callable, /, *args: object, **named: object) -> object:
    """Reads its arguments, as far as they have lengths, and gives something as long as it is."""
    meter.charged += lengths_of(args)
    result = called(*args, **named)
    meter.charged += 1 + length_of(result)
    return result


def free(called: Callable, /, *args: object, **named: object) -> object:
    """Costs nothing beyond the statement it stands in."""
    return called(*args, **named)


def giving(called: Callable, /, *args: object, **named: object) -> object:
    """Costs what it gives."""
    result = called(*args, **named)
    meter.charged += 1 + length_of(result)
    return result


def sorting_steps(length: int) -> int:
    """What sorting so many elements is charged: n × log₂(n + 1), rounded up, whatever order they are in."""
    return length * ceil(log2(length + 1))


def bisecting_steps(length: int) -> int:
    """What finding a place among so many sorted elements is charged: log₂(n + 1), rounded up."""
    return ceil(log2(length + 1))
