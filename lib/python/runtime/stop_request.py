"""Tells the Stop button from a KeyboardInterrupt that a program raises by itself."""

import signal
from types import FrameType
from typing import NoReturn


class StopRequested(KeyboardInterrupt):
    """The learner pressed Stop, or the machine's time limit passed."""


def _raise_stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise StopRequested


def listen_for_stop() -> None:
    """From here on SIGINT raises `StopRequested` in the running program."""
    signal.signal(signal.SIGINT, _raise_stop)
