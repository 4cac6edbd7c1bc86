"""Finds out what each kind of event costs by following small functions that do nothing else."""

import time
from collections.abc import Callable

from . import profile_turns
from .profile_costs import clock_seconds, set_costs

PATH = "<costs>"
TIMES = 200
ROUNDS = 5

_SOURCE = """
def lines(times):
    for _ in range(times):
        pass

def built_ins(times):
    for _ in range(times):
        abs(0)

def functions(times):
    for _ in range(times):
        nothing()

def nothing():
    pass
"""
LINES_IN = {"lines": 2, "built_ins": 2, "functions": 3}


def measure_costs() -> None:
    """Measures for some milliseconds. The fastest round of each is the one that nothing has disturbed."""
    set_costs(dict.fromkeys(("line", "skip", "call", "start", "leave"), 0.0))
    plain, _ = _fastest(lambda action: action())
    watched, clock = _fastest(_watched)
    extra = {name: max(0.0, watched[name] - plain[name]) / TIMES / clock for name in LINES_IN}
    line = extra["lines"] / LINES_IN["lines"]
    leave = max(0.0, extra["built_ins"] - LINES_IN["built_ins"] * line) / 2
    start = max(0.0, extra["functions"] - LINES_IN["functions"] * line - leave) / 2
    set_costs({"line": line, "call": leave, "leave": leave, "skip": start, "start": start})


def _fastest(run: Callable[[Callable[[], None]], None]) -> tuple[dict[str, float], float]:
    """Seconds for each function, and for a reading of the clock."""
    names: dict[str, Callable[[int], None]] = {}
    exec(compile(_SOURCE, PATH, "exec"), names)
    seconds = {name: float("inf") for name in LINES_IN}
    clock = float("inf")

    def measure() -> None:
        nonlocal clock
        for _ in range(ROUNDS):
            for name in LINES_IN:
                began = time.perf_counter()
                names[name](TIMES)
                seconds[name] = min(seconds[name], time.perf_counter() - began)
            clock = min(clock, clock_seconds())

    run(measure)
    return seconds, max(clock, 1e-9)


def _watched(action: Callable[[], None]) -> None:
    profile_turns.begin(PATH)
    try:
        action()
    finally:
        profile_turns.end()
