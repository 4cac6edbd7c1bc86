"""Runs a program as a script, after the files that come before it."""

import atexit
import sys

from .learner_file import ProgramFile, compile_file, fix_randomness, new_module
from .program_end import Report, report_of

NOTEBOOK = "__main__"


def replay(files: list[ProgramFile]) -> Report:
    """Starts a fresh `__main__` and executes the earlier files in it, in order."""
    notebook = new_module(NOTEBOOK, "")
    fix_randomness()

    def execute_all() -> None:
        for file in files:
            _execute(file, vars(notebook))

    return report_of(execute_all)


def run(program: ProgramFile) -> Report:
    """Executes the program in the `__main__` that `replay` left."""
    notebook = sys.modules[NOTEBOOK]

    def execute() -> None:
        try:
            _execute(program, vars(notebook))
        finally:
            atexit._run_exitfuncs()

    return report_of(execute)


def _execute(file: ProgramFile, namespace: dict[str, object]) -> None:
    sys.argv = [file["path"]]
    namespace["__file__"] = file["path"]
    exec(compile_file(file), namespace)
