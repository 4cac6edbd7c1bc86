"""Counts the steps that one call takes, in the learner's file and in the starter."""

from copy import deepcopy
from typing import TypedDict

from .check_program import function_named, no_function
from .compare_values import same_value
from .count_steps import compile_counted
from .counting_pass import counting_pass
from .learner_file import ProgramFile, fix_randomness, load_module
from .program_end import Report, report_of
from .step_meter import steps_so_far

STARTER_PATH = "starter.py"


class WorkCase(TypedDict):
    call: str
    arguments: list[object]
    starter: str


class WorkReport(Report):
    counts: list[int]
    # The call gave something else than the starter's.
    other_result: bool


def count(program: ProgramFile, work: WorkCase) -> WorkReport:
    """The count of the program and that of the starter; fewer where one of them raised."""
    counts: list[int] = []
    is_other = False

    def count_both() -> None:
        nonlocal is_other
        results: list[object] = []
        for file in (program, {"path": STARTER_PATH, "code": work["starter"]}):
            steps, result = _count_call(file, work)
            counts.append(steps)
            results.append(result)
        own, starters = results
        # A tuple is as good as a list, whoever gives which.
        is_other = not (same_value(own, starters) or same_value(starters, own))

    with counting_pass():
        report = report_of(count_both)
    return {**report, "counts": counts, "other_result": is_other}


def _count_call(file: ProgramFile, work: WorkCase) -> tuple[int, object]:
    module = load_module(file["path"], compile_counted(file))
    function = function_named(work["call"], module)
    if function is None:
        raise LookupError(no_function(work["call"], file["path"]))
    arguments = deepcopy(work["arguments"])
    fix_randomness()
    before = steps_so_far()
    result = function(*arguments)
    return steps_so_far() - before, result
