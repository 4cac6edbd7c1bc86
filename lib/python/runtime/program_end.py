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
    """How it ended, the traceback to show where an error ended it, and the exit code that this means."""

    end: End
    traceback: str
    exit_code: int


FINISHED: End = {"outcome": "finished"}
KILLED_BY_SIGINT = -2


RESERVE_BYTES = 3 * 1024 * 1024

# Given back when the program has taken everything, or there were no memory left to say so.
_reserve = [bytearray(RESERVE_BYTES)]


def report_of(action: Callable[[], object]) -> Report:
    """Calls the action, whatever it may raise."""
    try:
        action()
        _flush_streams()
    except StopRequested:
        return {"end": {"outcome": "interrupted"}, "traceback": "", "exit_code": KILLED_BY_SIGINT}
    except SystemExit as request:
        return _exit_report(request)
    except MemoryError as error:
        _reserve.clear()
        return {"end": {"outcome": "out-of-memory"}, "traceback": traceback_text(error), "exit_code": 1}
    except BaseException as error:
        end: End = {"outcome": "raised", "message": message_of(error)}
        code = KILLED_BY_SIGINT if isinstance(error, KeyboardInterrupt) else 1
        return {"end": end, "traceback": traceback_text(error), "exit_code": code}
    return {"end": FINISHED, "traceback": "", "exit_code": 0}


def _exit_report(request: SystemExit) -> Report:
    code = request.code
    if code is None or code == 0:
        return {"end": FINISHED, "traceback": "", "exit_code": 0}
    if isinstance(code, int):
        return {"end": {"outcome": "raised", "message": f"exit code {code}"}, "traceback": "", "exit_code": code & 0xFF}
    # `sys.exit("text")` writes the text to stderr and ends with code 1.
    return {"end": {"outcome": "raised", "message": "exit code 1"}, "traceback": f"{code}\n", "exit_code": 1}


def _flush_streams() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and not getattr(stream, "closed", False):
            stream.flush()
