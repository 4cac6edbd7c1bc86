"""Keeps the calls of each thread apart. What a thread waits is its own time; that it then waits for its turn is not."""

import time

from . import green_threads, profile_calls
from .green_threads import GreenThread
from .profile_calls import Where
from .profile_nodes import Node, new_node
from .profile_tool import give_tool_back
from .profiled_names import thread_name

_now = time.perf_counter
_roots: dict[int, Node] = {}
# Where the threads are that have not the turn, and when they gave it away.
_waiting: dict[int, tuple[Where, float]] = {}
_turn: GreenThread | None = None


def begin(program: str) -> None:
    """From here on the program is followed."""
    global _turn
    _roots.clear()
    _waiting.clear()
    green_threads.turn_begins = _on_turn
    _turn = green_threads.current()
    _begin_thread(_turn, _now())
    profile_calls.begin(program)


def end() -> None:
    """Follows nothing any more; who still waits has waited until now."""
    green_threads.turn_begins = green_threads.ignore_turn
    give_tool_back()
    now = _now()
    profile_calls.leave(now)
    for thread in green_threads.alive():
        if thread is not _turn and thread.ident in _waiting:
            where, last = _waiting[thread.ident]
            is_waiting = thread.wait is not None and not thread.wait.is_done
            profile_calls.enter(where, last)
            profile_calls.leave(now if is_waiting else max(last, thread.ready_since))


def roots() -> list[tuple[str | None, Node]]:
    """Where each thread begins, with its name; the main thread has none."""
    return [
        (None if ident == green_threads.MAIN_IDENT else root.name or f"thread {ident}", root)
        for ident, root in _roots.items()
    ]


def _on_turn(thread: GreenThread | None) -> None:
    global _turn
    now = _now()
    if thread is _turn:
        return
    if _turn is not None:
        where = profile_calls.leave(now)
        root = _roots[_turn.ident]
        root.name = root.name or thread_name(_turn)
        _waiting[_turn.ident] = where, now
    _turn = thread
    if thread is None:
        return
    if thread.ident in _waiting:
        where, last = _waiting[thread.ident]
        profile_calls.enter(where, last + now - max(last, thread.ready_since))
    else:
        _begin_thread(thread, now)


def _begin_thread(thread: GreenThread, now: float) -> None:
    _roots[thread.ident] = root = new_node(None)
    profile_calls.enter_new(root, now)
