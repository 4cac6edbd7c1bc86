"""Counts the lines that one call passes, in the learner's file and in the starter."""

import itertools
from copy import deepcopy
from typing import TypedDict

from .check_program import function_named, no_function
from .count_lines import compile_counted
from .learner_file import ProgramFile, fix_randomness, load_module
from .program_end import Report, report_of

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

    report = report_of(count_both)
    return {**report, "counts": counts}


def _count_call(file: ProgramFile, work: WorkCase) -> int:
    next_count = itertools.count().__next__
    # Zero is not true and the counter stands in conditions: it is spent here.
    next_count()
    module = load_module(file["path"], compile_counted(file, next_count))
    function = function_named(work["call"], module)
    if function is None:
        raise LookupError(no_function(work["call"], file["path"]))
    arguments = deepcopy(work["arguments"])
    fix_randomness()
    before = next_count()
    function(*arguments)
    return next_count() - before - 1
