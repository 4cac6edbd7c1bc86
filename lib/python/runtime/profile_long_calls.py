"""Times the built-in functions that last long, for a profile that looks now and then.

The interpreter notices a tick late, by up to 50 of its own steps: where these are long, the look would find another line
than the one that took the time. So each call of a built-in function is timed once in a while, and where that was long it
is timed every time; where it was short, it is an event no more and costs nothing.
"""

import sys
from collections.abc import Callable
from types import CodeType, FrameType, FunctionType, MethodType

from . import kernel
from .profile_tool import TOOL, see_all_again, take_tool
from .profiled_names import shown_path

SHORT_MS = 0.1

_events = sys.monitoring.events
DISABLE = sys.monitoring.DISABLE
_program = ""
# Where calls were short, by the number of the code and the place in it.
_short: set[tuple[int, int]] = set()
_kept: dict[int, CodeType] = {}
_open: list[tuple[tuple[int, int], float, float]] = []
_charged_ms = 0.0
_charge: Callable[[FrameType, object, float], None]


def begin(program: str, charge: Callable[[FrameType, object, float], None]) -> None:
    """From here on `charge` is told of long calls: from which frame, of what, and how many seconds of its own it took."""
    global _program, _charge, _charged_ms
    _program, _charge, _charged_ms = program, charge, 0.0
    for each in (_short, _kept, _open):
        each.clear()
    take_tool(_CALLBACKS, _events.PY_START)


def was_charged(milliseconds: float) -> None:
    """Time that was given to somebody else is no part of the calls that are under way."""
    global _charged_ms
    _charged_ms += milliseconds


def charged_ms() -> float:
    """All that was given to anybody so far."""
    return _charged_ms


def try_all_again() -> None:
    """What was short may have become long."""
    _short.clear()
    see_all_again()


def _on_start(code: CodeType, _offset: int) -> object:
    if id(code) not in _kept and shown_path(code, _program) is not None:
        _kept[id(code)] = code
        sys.monitoring.set_local_events(TOOL, code, _events.CALL)
    return DISABLE


def _on_call(code: CodeType, offset: int, called: object, _argument: object) -> object:
    place = id(code), offset
    if place in _short or isinstance(called, (FunctionType, MethodType)):
        return DISABLE
    _open.append((place, kernel.computing_ms(), _charged_ms))


def _on_called(code: CodeType, offset: int, called: object, _argument: object) -> None:
    computed_ms = kernel.computing_ms()
    place = id(code), offset
    for index in range(len(_open) - 1, -1, -1):
        if _open[index][0] == place:
            _, began_ms, charged_before_ms = _open.pop(index)
            break
    else:
        return
    if computed_ms - began_ms < SHORT_MS:
        _short.add(place)
        return
    own_ms = computed_ms - began_ms - (_charged_ms - charged_before_ms)
    if own_ms > 0:
        was_charged(own_ms)
        _charge(sys._getframe(1), called, own_ms / 1000)


_CALLBACKS = {
    _events.PY_START: _on_start,
    _events.CALL: _on_call,
    _events.C_RETURN: _on_called,
    _events.C_RAISE: _on_called,
}
