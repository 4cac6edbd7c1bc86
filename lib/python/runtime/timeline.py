"""Notes for a run's timeline what each thread of this process is at: running, ready for its turn, or waiting.

Nothing here is called where nobody asked for a timeline. Lane 0 is the process, which is its main thread; other threads
go by their numbers, asyncio's tasks by numbers below 0.
"""

import threading
import time

from . import green_threads, kernel
from .green_threads import MAIN_IDENT, GreenThread, current
from .timeline_coroutines import follow_coroutines
from .timeline_tasks import follow_tasks
from .timeline_waits import what_for

OWN_LANE = 0
# Who waits no longer than this for its turn has not waited for it.
SHORT_SECONDS = 0.0002
_RUNTIME = __name__.rpartition(".")[0]
_LIBRARY = ("multiprocessing.", "concurrent.futures.process", "asyncio.", _RUNTIME)
_POOL_WORKER = "worker"

_now = time.perf_counter
_turn: GreenThread | None = None
# By the number of its thread; None: the library's own, which nobody has written.
_lanes: dict[int, int | None] = {}


def begin(name: str, state: str = "running", label: str = "") -> None:
    """From here on this process is in the timeline, where its run has one."""
    global _turn
    if not kernel.tells_timeline:
        return
    _turn = current()
    _lanes[MAIN_IDENT] = OWN_LANE
    kernel.note_lane(OWN_LANE, "process", name, OWN_LANE)
    kernel.note_state(OWN_LANE, state, label, 0)
    # Before anything that it starts is heard of.
    kernel.tell_notes()
    green_threads.turn_begins = _on_turn
    green_threads.wait_begins = _on_wait
    _name_threads()
    follow_tasks(lane_of_current)
    follow_coroutines(lane_of_current)


def goes_on_as(name: str) -> None:
    """A process that was started has loaded its program."""
    if kernel.tells_timeline:
        kernel.note_lane(OWN_LANE, "process", name, OWN_LANE)
        kernel.note_state(OWN_LANE, "running", "", 0)


def end() -> None:
    """The process has done all it had to do."""
    if kernel.tells_timeline:
        green_threads.turn_begins = green_threads.wait_begins = green_threads.ignore_turn
        kernel.note_end(OWN_LANE)
        kernel.tell_notes()


def lane_of_current() -> int | None:
    """The lane of the thread whose turn it is."""
    return _lanes.get(current().ident)


def _on_wait(thread: GreenThread) -> None:
    if thread.ident not in _lanes:
        _add_lane(thread.ident, "thread", f"thread {thread.ident}")
    lane = _lanes[thread.ident]
    if lane is not None:
        kernel.note_state(lane, "waiting", what_for(thread.frame), 0)


def _on_turn(thread: GreenThread | None) -> None:
    global _turn
    before, _turn = _turn, thread
    now = _now()
    if before is not None and before is not thread:
        lane = _lanes.get(before.ident)
        if lane is not None and thread is None:
            kernel.note_end(lane)
        elif lane is not None and before.wait is None:
            # It could have gone on.
            kernel.note_state(lane, "ready", "", (now - before.ready_since) * 1000)
    lane = None if thread is None else _lanes.get(thread.ident)
    if lane is not None:
        ready = now - thread.ready_since
        if before is not thread and thread.wait is not None and ready > SHORT_SECONDS:
            kernel.note_state(lane, "ready", "", ready * 1000)
        kernel.note_state(lane, "running", "", 0)


def _add_lane(ident: int, kind: str, name: str) -> None:
    _lanes[ident] = ident
    kernel.note_lane(ident, kind, name, OWN_LANE)
    kernel.note_state(ident, "running", "", 0)


def _name_threads() -> None:
    """Has every thread that begins tell its name."""
    bootstrap = threading.Thread._bootstrap_inner

    def begin_thread(self: threading.Thread) -> None:
        ident = current().ident
        kind = _kind_of(self)
        if kind is None:
            _lanes[ident] = None
        else:
            _add_lane(ident, kind, self.name)
        bootstrap(self)

    threading.Thread._bootstrap_inner = begin_thread


def _kind_of(thread: threading.Thread) -> str | None:
    """What its lane is; None for a thread that the library has for itself."""
    target = thread._target
    module = type(thread).__module__ if target is None else getattr(target, "__module__", None)
    if not str(module).startswith(_LIBRARY) or getattr(target, "__name__", "") == _POOL_WORKER:
        return "thread"
    # A command runs on a thread of this process; `python3` has a process of its own too.
    is_command = getattr(target, "__qualname__", "") == "Popen._run"
    return "process" if is_command and not thread.name.startswith("python") else None
