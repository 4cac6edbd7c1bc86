"""Makes a thread that computes give its turn away, as CPython's own switch interval does."""

import signal
from collections.abc import Callable
from types import FrameType

from . import green_threads

RUNTIME_FOLDER = __file__.rpartition("/")[0] + "/"

# While steps are counted they end the turns (see `turn_taking.py`).
by_clock = True


def ignore_tick(frame: FrameType) -> None:
    """Nobody looks at what runs."""


# Told at every tick what runs.
on_tick: Callable[[FrameType], None] = ignore_tick


def install() -> None:
    """From here on the frame's tick, which arrives as SIGALRM, ends a thread's turn."""
    signal.signal(signal.SIGALRM, _end_turn)


def _end_turn(_signal: int, frame: FrameType | None) -> None:
    if frame is not None:
        on_tick(frame)
    # This runtime's own code must not be torn in the middle.
    if not by_clock or frame is None or green_threads.is_single():
        return
    if frame.f_code.co_filename.startswith(RUNTIME_FOLDER):
        return
    green_threads.give_way()
