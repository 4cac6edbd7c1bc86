"""Tells the Stop button from a KeyboardInterrupt that a program raises by itself."""

import signal
from types import FrameType

from . import green_threads


class StopRequested(KeyboardInterrupt):
    """The learner pressed Stop, or the machine's time limit passed."""


def request_stop(_signal: int = signal.SIGINT, _frame: FrameType | None = None) -> None:
    """Raises it in the main thread, whoever's turn it is."""
    green_threads.raise_in(green_threads.main, StopRequested())


def listen_for_stop() -> None:
    """From here on SIGINT raises `StopRequested` in the running program."""
    signal.signal(signal.SIGINT, request_stop)
    green_threads.request_stop = request_stop
