"""Loads a learner's file as a module, calls its functions and gathers evidence of what they gave."""

import sys
from collections.abc import Callable
from copy import deepcopy
from types import CodeType, ModuleType
from typing import NotRequired, TypedDict

from .compare_values import same_value, shown_value
from .learner_file import ProgramFile, compile_file, fix_randomness, new_module
from .program_end import Report, report_of
from .run_program import NOTEBOOK
from .show_exception import line_in, message_of
from .stop_request import StopRequested


class CheckCase(TypedDict):
    id: str
    call: str
    arguments: list[object]
    returns: object


class CaseEvidence(TypedDict):
    id: str
    outcome: str
    got: NotRequired[str]
    expected: NotRequired[str]
    message: NotRequired[str]
    line: NotRequired[int | None]


class CheckReport(Report):
    cases: list[CaseEvidence]


def check(program: ProgramFile, cases: list[CheckCase]) -> CheckReport:
    """The evidence of every case; none where the file could not even be loaded."""
    evidence: list[CaseEvidence] = []

    def gather() -> None:
        module = load_module(program["path"], compile_file(program))
        evidence.extend(_evidence(module, case) for case in cases)

    report = report_of(gather)
    return {**report, "cases": evidence}


def load_module(path: str, code: CodeType) -> ModuleType:
    """Executes a file as the module of its name; the notebook's earlier names are known to it."""
    module = new_module(path.rpartition(".")[0], path)
    earlier = {name: value for name, value in vars(sys.modules[NOTEBOOK]).items() if not name.startswith("__")}
    vars(module).update(earlier)
    sys.argv = [path]
    fix_randomness()
    exec(code, vars(module))
    return module


def function_named(name: str, module: ModuleType) -> Callable[..., object] | None:
    """The module's function of that name, if it has one."""
    function = vars(module).get(name)
    return function if callable(function) else None


def no_function(name: str, path: str) -> str:
    """The sentence for a function that a file must have and has not."""
    return f"There is no function `{name}` in {path}."


def _evidence(module: ModuleType, case: CheckCase) -> CaseEvidence:
    path = module.__file__
    function = function_named(case["call"], module)
    if function is None:
        return {"id": case["id"], "outcome": "raised", "message": no_function(case["call"], path), "line": None}
    try:
        got = function(*deepcopy(case["arguments"]))
        if same_value(got, case["returns"]):
            return {"id": case["id"], "outcome": "equal"}
    except StopRequested:
        raise
    except BaseException as error:
        return {"id": case["id"], "outcome": "raised", "message": message_of(error), "line": line_in(path, error)}
    return {
        "id": case["id"],
        "outcome": "different",
        "got": shown_value(got),
        "expected": shown_value(case["returns"]),
    }
