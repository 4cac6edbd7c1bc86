"""Runs a piece of a learner's program and says how it ended."""

import sys
from collections.abc import Callable
from typing import NotRequired, TypedDict

from .show_exception import message_of, traceback_text
from .stop_request import StopRequested


class End(TypedDict):
    outcome: str
    message: NotRequired[str]


class Report(TypedDict):
    """How it ended, and the traceback to show where an error ended it."""

    end: End
    traceback: str


RESERVE_BYTES = 3 * 1024 * 1024

# Given back when the program has taken everything, or there were no memory left to say so.
_reserve = [bytearray(RESERVE_BYTES)]


def report_of(action: Callable[[], object]) -> Report:
    """Calls the action, whatever it may raise."""
    try:
        action()
        _flush_streams()
    except StopRequested:
        return {"end": {"outcome": "interrupted"}, "traceback": ""}
    except SystemExit as request:
        return _exit_report(request)
    except MemoryError as error:
        _reserve.clear()
        return {"end": {"outcome": "out-of-memory"}, "traceback": traceback_text(error)}
    except BaseException as error:
        return {"end": {"outcome": "raised", "message": message_of(error)}, "traceback": traceback_text(error)}
    return {"end": {"outcome": "finished"}, "traceback": ""}


def _exit_report(request: SystemExit) -> Report:
    if request.code is None or request.code == 0:
        return {"end": {"outcome": "finished"}, "traceback": ""}
    if isinstance(request.code, int):
        return {"end": {"outcome": "raised", "message": f"exit code {request.code}"}, "traceback": ""}
    # `sys.exit("text")` writes the text to stderr and ends with code 1.
    return {"end": {"outcome": "raised", "message": "exit code 1"}, "traceback": f"{request.code}\n"}


def _flush_streams() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and not getattr(stream, "closed", False):
            stream.flush()
