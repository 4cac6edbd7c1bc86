"""Counts the steps that one call takes, in the learner's file and in the starter."""

from copy import deepcopy
from typing import TypedDict

from .check_program import function_named, no_function
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


def count(program: ProgramFile, work: WorkCase) -> WorkReport:
    """The count of the program and that of the starter; fewer where one of them raised."""
    counts: list[int] = []

    def count_both() -> None:
        for file in (program, {"path": STARTER_PATH, "code": work["starter"]}):
            counts.append(_count_call(file, work))

    with counting_pass():
        report = report_of(count_both)
    return {**report, "counts": counts}


def _count_call(file: ProgramFile, work: WorkCase) -> int:
    module = load_module(file["path"], compile_counted(file))
    function = function_named(work["call"], module)
    if function is None:
        raise LookupError(no_function(work["call"], file["path"]))
    arguments = deepcopy(work["arguments"])
    fix_randomness()
    before = steps_so_far()
    function(*arguments)
    return steps_so_far() - before
