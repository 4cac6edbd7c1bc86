"""Runs a whole program as a script and counts its steps."""

from typing import TypedDict

from .count_steps import compile_counted
from .counting_pass import counting_pass
from .learner_file import ProgramFile
from .program_end import Report
from .run_program import run
from .step_meter import meter, steps_so_far


class Work(TypedDict):
    unit: str
    count: int
    # It did what may make the count another one next time (see `varying_calls.py`).
    varies: bool


class CountReport(Report):
    work: Work


def run_counted(program: ProgramFile, arguments: list[str]) -> CountReport:
    """As `run`, with the steps of the program; what was replayed before it is not counted."""
    meter.varies = False
    before = steps_so_far()
    with counting_pass():
        report = run(program, arguments, compiled=compile_counted)
    return {**report, "work": {"unit": "steps", "count": steps_so_far() - before, "varies": meter.varies}}
