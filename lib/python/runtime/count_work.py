"""Counts the steps that one call takes, in the learner's file and in the starter."""

from typing import TypedDict

from .compare_values import same_value
from .counted_call import BusiestLine, count_call, load_counted
from .counting_pass import counting_pass
from .learner_file import ProgramFile
from .program_end import Report, report_of

STARTER_PATH = "starter.py"


class WorkCase(TypedDict):
    call: str
    arguments: list[object]
    starter: str


class WorkReport(Report):
    counts: list[int]
    # The call gave something else than the starter's.
    other_result: bool
    busiest: BusiestLine | None


def count(program: ProgramFile, work: WorkCase) -> WorkReport:
    """The count of the program and that of the starter; none where one of them raised."""
    counts: list[int] = []
    busiest: BusiestLine | None = None
    is_other = False

    def count_both() -> None:
        nonlocal busiest, is_other
        starter = load_counted({"path": STARTER_PATH, "code": work["starter"]})
        starters = count_call(starter, work["call"], work["arguments"], lambda result: result)
        own = count_call(
            load_counted(program),
            work["call"],
            work["arguments"],
            lambda result: is_other_result(result, starters.read),
        )
        counts.extend([own.steps, starters.steps])
        busiest = own.busiest
        is_other = own.read

    with counting_pass():
        report = report_of(count_both)
    return {**report, "counts": counts, "other_result": is_other, "busiest": busiest}


def is_other_result(own: object, starters: object) -> bool:
    """Whether a call gave something else than the starter's. A tuple is as good as a list, whoever gives which."""
    return not (same_value(own, starters) or same_value(starters, own))
