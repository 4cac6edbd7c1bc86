"""Tells the Stop button from an interrupt of the program's own, which is SIGINT and may be caught as anywhere."""

import signal
from types import FrameType

from . import green_threads
from .stand_in import stand_in

# What a machine sends whose time is up; the frame sends it (see `STOP_SIGNAL` there).
STOP = signal.SIGXCPU


class StopRequested(KeyboardInterrupt):
    """The learner pressed Stop, or the machine's time limit passed."""


def request_stop(_signal: int = STOP, _frame: FrameType | None = None) -> None:
    """Raises it in the main thread, whoever's turn it is."""
    green_threads.raise_in(green_threads.main, StopRequested())


def default_int_handler(_signal: int, _frame: FrameType | None, /) -> None:
    """Raises KeyboardInterrupt in the main thread, whoever's turn it is."""
    green_threads.raise_in(green_threads.main, KeyboardInterrupt())


def listen_for_stop() -> None:
    """From here on Stop raises `StopRequested` in the running program."""
    stand_in(signal, default_int_handler=default_int_handler)
    signal.signal(signal.SIGINT, default_int_handler)
    signal.signal(STOP, request_stop)
    green_threads.request_stop = request_stop
