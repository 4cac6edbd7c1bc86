"""Counts the steps of a call at rising sizes.

The file is loaded once, for that may take long: what it remembers of one size is a fixed part of the next, and changes
no class of growth.
"""

from copy import deepcopy
from functools import partial
from typing import TypedDict

from .check_program import function_named
from .count_work import STARTER_PATH, is_other_result
from .counted_call import BusiestLine, count_call, load_counted
from .counting_pass import counting_pass
from .learner_file import ProgramFile, compile_file, fix_randomness, load_module
from .program_end import Report, report_of


class GrowthRun(TypedDict):
    size: int
    arguments: list[object]


class GrowthCase(TypedDict):
    call: str
    runs: list[GrowthRun]
    starter: str


class GrowthReport(Report):
    # One for each size; fewer where a call raised.
    counts: list[int]
    # At some size the call gave something else than the starter's.
    other_result: bool
    # At the largest size.
    busiest: BusiestLine | None


def count_growth(program: ProgramFile, growth: GrowthCase) -> GrowthReport:
    """The counts of the program; the starter only says what the calls must give."""
    counts: list[int] = []
    busiest: BusiestLine | None = None
    is_other = False

    def count_all() -> None:
        nonlocal busiest, is_other
        module = load_counted(program)
        starter = load_module(STARTER_PATH, compile_file({"path": STARTER_PATH, "code": growth["starter"]}))
        starters = function_named(growth["call"], starter)
        for run in growth["runs"]:
            fix_randomness()
            expected = starters(*deepcopy(run["arguments"]))
            own = count_call(
                module, growth["call"], run["arguments"], partial(is_other_result, starters=expected)
            )
            counts.append(own.steps)
            busiest = own.busiest
            is_other = is_other or own.read

    with counting_pass():
        report = report_of(count_all)
    return {**report, "counts": counts, "other_result": is_other, "busiest": busiest}
