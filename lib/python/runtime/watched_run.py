"""Runs the learner's file as a script, beside the starter where they are compared, and tells what each needed."""

import os
from typing import NotRequired, TypedDict

from .attempt import Attempt, Finished
from .learner_file import HOME

# Each is run so often, in turn, and its quickest run counts: whatever else the computer does can only make one longer.
ROUNDS = 2

MS_PER_SECOND = 1000


class RunBounds(TypedDict):
    speedUpAtLeast: NotRequired[float]


class RunCase(TypedDict):
    id: str
    run: RunBounds


class RunFigures(TypedDict):
    elapsedMs: float
    computingMs: float
    copiesMs: float
    copyingMs: float


class RunFailed(Exception):
    """The learner's file ended with the error that this names."""


class WatchedRuns:
    """Watches for the run checks of one press of Check; those that compare nothing share one run."""

    def __init__(self, attempt: Attempt, starter: str | None):
        self._attempt = attempt
        self._starter = starter
        self._own: RunFigures | None = None

    def figures(self, case: RunCase) -> tuple[RunFigures, RunFigures | None]:
        """Of the learner's file and of the starter, each run with the files as they were given."""
        if self._starter is not None and "speedUpAtLeast" in case["run"]:
            return self._compared(self._starter)
        if self._own is None:
            self._own = _figures(_run_well(self._attempt))
        return self._own, None

    def _compared(self, starter: str) -> tuple[RunFigures, RunFigures]:
        owns: list[RunFigures] = []
        starters: list[RunFigures] = []
        for _ in range(ROUNDS):
            owns.append(_figures(_run_well(self._attempt)))
            starters.append(_figures(_run_starter(self._attempt, starter)))
        self._attempt.fresh_files()
        return _quickest(owns), _quickest(starters)


def _run_well(attempt: Attempt) -> Finished:
    attempt.fresh_files()
    finished = attempt.run()
    if finished.error:
        raise RunFailed(finished.error)
    return finished


def _run_starter(attempt: Attempt, starter: str) -> Finished:
    attempt.fresh_files()
    with open(os.path.join(HOME, attempt.program["path"]), "w", encoding="utf-8") as file:
        file.write(starter)
    return attempt.run()


def _figures(finished: Finished) -> RunFigures:
    return {
        "elapsedMs": finished.elapsed_seconds * MS_PER_SECOND,
        "computingMs": finished.computing_seconds * MS_PER_SECOND,
        "copiesMs": finished.io_charged_seconds * MS_PER_SECOND,
        "copyingMs": finished.io_clock_seconds * MS_PER_SECOND,
    }


def _quickest(runs: list[RunFigures]) -> RunFigures:
    return min(runs, key=lambda figures: figures["elapsedMs"])
