"""Loads a learner's file as a module, calls its functions and gathers evidence of what they gave."""

import random
from collections.abc import Callable
from copy import deepcopy
from types import ModuleType
from typing import NotRequired, TypedDict

from .attempt import Attempt, tests_in
from .compare_values import same_value, shown_value
from .learner_file import ProgramFile, compile_file, load_module
from .program_end import Report, report_of
from .show_exception import line_in, message_of, shortened
from .stop_request import StopRequested
from .watched_run import RunCase, RunFailed, RunFigures, WatchedRuns


SENTENCE_LIMIT = 2_000


class CallCase(TypedDict):
    id: str
    call: str
    arguments: list[object]
    returns: object


class TestCase(TypedDict):
    id: str
    test: str


class CaseEvidence(TypedDict):
    id: str
    outcome: str
    got: NotRequired[str]
    expected: NotRequired[str]
    message: NotRequired[str]
    line: NotRequired[int | None]
    clock: NotRequired[str]
    own: NotRequired[RunFigures]
    starter: NotRequired[RunFigures | None]


class CheckReport(Report):
    cases: list[CaseEvidence]


class CheckScript(TypedDict):
    """An author's check.py, and the seed of what it draws at random."""

    code: str
    seed: int


def check(
    program: ProgramFile,
    cases: list[CallCase | TestCase | RunCase],
    script: CheckScript | None,
    starter: str | None,
) -> CheckReport:
    """The evidence of every case; none where the file could not even be loaded. A run is watched once all before it is well."""
    evidence: list[CaseEvidence] = []

    def gather() -> None:
        if any("call" in case for case in cases):
            module = load_module(program["path"], compile_file(program))
        tests = tests_in(script["code"]) if script is not None else {}
        attempt = Attempt(program, random.Random(script["seed"] if script is not None else 0))
        runs = WatchedRuns(attempt, starter)
        for case in cases:
            if "call" in case:
                evidence.append(_called(module, case))
            elif "run" in case:
                if all(before["outcome"] in ("equal", "ran") for before in evidence):
                    evidence.append(_watched(runs, case))
            else:
                evidence.append(_tested(tests[case["test"]], attempt, case["id"]))

    report = report_of(gather)
    return {**report, "cases": evidence}


def function_named(name: str, module: ModuleType) -> Callable[..., object] | None:
    """The module's function of that name, if it has one."""
    function = vars(module).get(name)
    return function if callable(function) else None


def no_function(name: str, path: str) -> str:
    """The sentence for a function that a file must have and has not."""
    return f"There is no function `{name}` in {path}."


def _called(module: ModuleType, case: CallCase) -> CaseEvidence:
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


def _watched(runs: WatchedRuns, case: RunCase) -> CaseEvidence:
    try:
        own, starters = runs.figures(case)
    except RunFailed as failure:
        return {"id": case["id"], "outcome": "raised", "message": str(failure), "line": None}
    return {"id": case["id"], "outcome": "ran", "clock": "measured", "own": own, "starter": starters}


def _tested(test: Callable[[Attempt], object], attempt: Attempt, id: str) -> CaseEvidence:
    try:
        test(attempt)
    except StopRequested:
        raise
    except BaseException as error:
        path = attempt.program["path"]
        line = line_in(path, error)
        # Said by the author's own assertion, not by one of the learner's.
        if isinstance(error, AssertionError) and line is None:
            return {"id": id, "outcome": "failed", "message": shortened(str(error), SENTENCE_LIMIT)}
        return {"id": id, "outcome": "raised", "message": message_of(error), "line": line}
    return {"id": id, "outcome": "equal"}
