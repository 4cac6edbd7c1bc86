"""Runs a program as a script, after the files that come before it, and winds it up as CPython does."""

import atexit
import sys
import threading
from collections.abc import Callable
from types import CodeType

from . import learner_file, timeline
from .green_threads import Deadlock
from .learner_file import MAIN, ProgramFile, compile_file, fix_randomness, new_module
from .memory_program import begin_memory, end_memory
from .profile_program import begin_profile, end_profile
from .program_end import Report, report_of
from .standard_streams import show_error

Compile = Callable[[ProgramFile], CodeType]


def replay(files: list[ProgramFile]) -> Report:
    """Starts a fresh `__main__` and executes the earlier files in it, in order."""
    notebook = new_module(MAIN, None)
    learner_file.notebook[:] = [file["path"] for file in files]
    fix_randomness()

    def execute_all() -> None:
        for file in files:
            _execute(file, vars(notebook))

    return report_of(execute_all)


def run(
    program: ProgramFile,
    arguments: list[str],
    profile: str | None = None,
    memory: bool = False,
    compiled: Compile = compile_file,
) -> Report:
    """
    Executes the program in the `__main__` that `replay` left; its traceback is shown already. With the mode of a
    profile it is watched, and `take_profile` has what was found; with `memory` what it holds is, for `take_memory`.
    """
    notebook = sys.modules[MAIN]
    if profile is not None:
        begin_profile(profile, program["path"])
    timeline.begin("the program")
    if memory:
        begin_memory(program["path"])
    try:
        report = report_of(lambda: _execute(program, vars(notebook), arguments, compiled))
        return finish_program(report)
    finally:
        end_profile()
        end_memory()
        timeline.end()


def finish_program(report: Report) -> Report:
    """Shows what ended the main thread, waits for the others, calls what was left to be called at the exit."""
    show_error(report["traceback"])
    shown: Report = {**report, "traceback": ""}
    if report["end"]["outcome"] == "interrupted":
        return shown
    is_told = report["end"]["outcome"] == "raised" and report["end"]["message"].startswith(Deadlock.__name__)
    ended = report_of(lambda: _wind_up(is_told))
    show_error(ended["traceback"])
    return shown if ended["end"]["outcome"] == "finished" else {**ended, "traceback": ""}


def _wind_up(is_deadlock_told: bool) -> None:
    try:
        threading._shutdown()
    except Deadlock:
        if not is_deadlock_told:
            raise
    finally:
        atexit._run_exitfuncs()


def _execute(
    file: ProgramFile,
    namespace: dict[str, object],
    arguments: list[str] | None = None,
    compiled: Compile = compile_file,
) -> None:
    sys.argv = [file["path"], *(arguments or [])]
    namespace["__file__"] = learner_file.home_path(file["path"])
    namespace["__spec__"] = None
    exec(compiled(file), namespace)
