"""Notes for a run's timeline when each of asyncio's tasks has its turn, and what it awaits meanwhile."""

import collections.abc
from collections.abc import Callable, Coroutine

from . import kernel
from .event_loop import MachineEventLoop
from .timeline_labels import written
from .timeline_waits import what_awaits

_LOOPS_FILE = "/asyncio/base_events.py"
_last_lane = 0


class _Followed(collections.abc.Coroutine):
    """A task's coroutine that tells of its turns."""

    def __init__(self, coroutine: Coroutine, parent: int) -> None:
        global _last_lane
        _last_lane -= 1
        self._coroutine = coroutine
        self._lane = _last_lane
        kernel.note_lane(self._lane, "task", _label(coroutine), parent)
        kernel.note_state(self._lane, "ready", "", 0)

    def __getattr__(self, name: str) -> object:
        return getattr(self._coroutine, name)

    def send(self, value: object) -> object:
        return self._turn(self._coroutine.send, value)

    def throw(self, *error: object) -> object:
        return self._turn(self._coroutine.throw, *error)

    def close(self) -> None:
        self._coroutine.close()
        kernel.note_end(self._lane)

    def __await__(self):
        return self._coroutine.__await__()

    def _turn(self, go_on: Callable[..., object], *given: object) -> object:
        kernel.note_state(self._lane, "running", "", 0)
        try:
            awaited = go_on(*given)
        except BaseException:
            kernel.note_end(self._lane)
            raise
        kernel.note_state(self._lane, "waiting", what_awaits(self._coroutine), 0)
        return awaited


def follow_coroutines(lane_of_current: Callable[[], int | None]) -> None:
    """From here on every task of an event loop of this process has a lane."""
    create_task = MachineEventLoop.create_task

    def create_followed_task(self: MachineEventLoop, coro: Coroutine, **named: object) -> object:
        parent = lane_of_current()
        followed = coro if parent is None or _is_loops(coro) else _Followed(coro, parent)
        return create_task(self, followed, **named)

    MachineEventLoop.create_task = create_followed_task


def _is_loops(coroutine: Coroutine) -> bool:
    """Whether the event loop itself wants it, to wind itself up."""
    code = getattr(coroutine, "cr_code", None)
    return code is not None and code.co_filename.endswith(_LOOPS_FILE)


def _label(coroutine: Coroutine) -> str:
    frame, code = getattr(coroutine, "cr_frame", None), getattr(coroutine, "cr_code", None)
    if frame is None or code is None:
        return type(coroutine).__name__
    values = [frame.f_locals[name] for name in code.co_varnames[: code.co_argcount] if name in frame.f_locals]
    return written(code.co_name, values)
