"""Threads that take turns on this process's one thread of the operating system.

Each green thread is a call of its own into WebAssembly, suspended while others run. Who waits gives the turn away; who
computes is made to give it away every few milliseconds (see `preemption.py`), as CPython's own lock does it. When
nobody can go on, the process sleeps until a timer is due or the kernel has news.
"""

import heapq
import sys
import time
from collections import deque
from collections.abc import Callable
from types import FrameType

from pyodide.ffi import can_run_sync, run_sync

from . import kernel

MAIN_IDENT = 1
THREAD_LIMIT = 1_000
NO_THREADS = "can't start new thread: this browser cannot suspend WebAssembly (it has no JSPI), which threads need"
_now = time.perf_counter


class GreenThread:
    __slots__ = ("ident", "body", "is_started", "wait", "frame", "waits_since", "ready_since", "pending", "locals")

    def __init__(self, ident: int, body: Callable[[], object] | None = None) -> None:
        self.ident = ident
        self.body = body
        self.is_started = body is None
        self.wait: Wait | None = None
        self.frame: FrameType | None = None
        # By `perf_counter`: when its last wait began, and since when it could go on.
        self.waits_since = 0.0
        self.ready_since = 0.0
        self.pending: BaseException | None = None
        self.locals: set[object] = set()


class Wait:
    """What one thread waits for: to be woken, for a timer, or for the kernel to make `is_over` true."""

    __slots__ = ("thread", "is_done", "was_woken", "is_over")

    def __init__(self, thread: GreenThread, is_over: Callable[[], bool] | None = None) -> None:
        self.thread = thread
        self.is_done = False
        self.was_woken = False
        self.is_over = is_over


class Deadlock(RuntimeError):
    """Every thread waits for another one, so none can go on."""

    # Shown by its bare name: there is nowhere to import it from.
    __module__ = "builtins"


main = GreenThread(MAIN_IDENT)
_current = main
_threads: dict[int, GreenThread] = {MAIN_IDENT: main}
_ready: deque[GreenThread] = deque()
_timers: list[tuple[float, int, Wait]] = []
_polls: list[Wait] = []
_last_ident = MAIN_IDENT
_last_timer = 0
_most_alive = 1
_is_preempted = False
# True while the scheduler itself is at work: nobody may take the turn then.
_is_switching = False
explain_deadlock: Callable[[list[GreenThread]], str] = lambda threads: "every thread waits for another one"


def ignore_turn(thread: GreenThread | None) -> None:
    """Nobody wants to know whose turn it is."""


# Told of every turn and wait that begins, and with None that a thread has ended. A thread's `wait` and `frame` are still set.
turn_begins: Callable[[GreenThread | None], None] = ignore_turn
wait_begins = ignore_turn


def current() -> GreenThread:
    """The thread whose turn it is."""
    return _current


def thread_of(ident: int) -> GreenThread | None:
    """The thread of that number, while it is alive."""
    return _threads.get(ident)


def alive() -> list[GreenThread]:
    """All threads that have not ended."""
    return list(_threads.values())


def most_alive() -> int:
    """The most threads that were alive at once, the main one included."""
    return _most_alive


def is_single() -> bool:
    """Whether there is no thread but the main one."""
    return len(_threads) == 1


def add_thread(body: Callable[[], object]) -> GreenThread:
    """A new thread, which begins when its turn comes."""
    global _last_ident, _most_alive, _is_preempted
    if not kernel.can_start_threads:
        raise RuntimeError(NO_THREADS)
    if len(_threads) >= THREAD_LIMIT:
        raise RuntimeError(f"can't start new thread: this machine runs {THREAD_LIMIT} threads in a process at most")
    _last_ident += 1
    thread = GreenThread(_last_ident)
    thread.is_started = False
    kernel.started_thread()

    def run() -> None:
        nonlocal body
        global _current, _is_switching
        _current = thread
        kernel.protect_thread_stack()
        turn_begins(thread)
        # JavaScript lets go of this function only when it has a turn; what it has run must not live as long.
        act, body = body, None
        _is_switching = False
        try:
            act()
        finally:
            del act
            _end(thread)

    thread.body = run
    _threads[thread.ident] = thread
    _most_alive = max(_most_alive, len(_threads))
    _ready.append(thread)
    if not _is_preempted:
        _is_preempted = True
        kernel.preempt()
    return thread


def _end(thread: GreenThread) -> None:
    global _is_switching
    _is_switching = True
    del _threads[thread.ident]
    turn_begins(None)
    _resume(_next())


def wake(wait: Wait) -> None:
    """Ends a wait; its thread goes on when its turn comes."""
    _finish(wait, True)


def block(wait: Wait, timeout_seconds: float | None = None) -> bool:
    """Gives the turn away until the wait is over; False where the timeout ended it."""
    global _is_switching, _last_timer
    thread = wait.thread
    if len(_threads) > 1 and not can_run_sync():
        raise RuntimeError("cannot wait here: this code was called from where threads cannot take turns")
    _is_switching = True
    thread.wait = wait
    thread.frame = sys._getframe(1)
    thread.waits_since = _now()
    wait_begins(thread)
    try:
        _raise_pending(thread)
        if timeout_seconds is not None:
            _last_timer += 1
            heapq.heappush(_timers, (_now() + timeout_seconds, _last_timer, wait))
        if wait.is_over is not None:
            _polls.append(wait)
        _switch(_next(), thread)
        turn_begins(thread)
    finally:
        thread.wait = None
        thread.frame = None
        wait.is_done = True
        _is_switching = False
    _raise_pending(thread)
    return wait.was_woken


def wait_until(is_over: Callable[[], bool], timeout_seconds: float | None = None) -> bool:
    """Waits until the kernel makes `is_over` true; False where the timeout came first."""
    if is_over():
        return True
    if timeout_seconds is not None and timeout_seconds <= 0:
        return False
    return block(Wait(_current, is_over), timeout_seconds)


def sleep(seconds: float) -> None:
    """Lets the others have their turns for so long."""
    if seconds > 0:
        block(Wait(_current), seconds)
    else:
        give_way()


def give_way() -> None:
    """Lets every thread that can go on have a turn first."""
    global _is_switching
    if _is_switching or not can_run_sync():
        return
    _is_switching = True
    thread = _current
    try:
        _look_around()
        if _ready:
            _ready.append(thread)
            thread.ready_since = _now()
            _switch(_ready.popleft(), thread)
            turn_begins(thread)
    finally:
        _is_switching = False
    _raise_pending(thread)


def raise_in(thread: GreenThread, error: BaseException) -> None:
    """Makes a thread meet an error where it is; raised at once where it is its own turn."""
    if thread is _current and not _is_switching:
        raise error
    thread.pending = error
    if thread.wait is not None:
        _finish(thread.wait, False)
    if not _is_switching:
        give_way()


def _raise_pending(thread: GreenThread) -> None:
    if thread.pending is not None:
        error, thread.pending = thread.pending, None
        raise error


def _finish(wait: Wait, was_woken: bool) -> None:
    if not wait.is_done:
        wait.is_done = True
        wait.was_woken = was_woken
        wait.thread.ready_since = _now()
        _ready.append(wait.thread)


def _poll(wait: Wait) -> None:
    try:
        is_over = wait.is_over()
    except Exception as error:
        # It is an error of the thread that waits, such as a pipe that was closed meanwhile, not of whoever has the turn.
        wait.thread.pending = error
        _finish(wait, False)
    else:
        if is_over:
            _finish(wait, True)


def _look_around() -> float:
    """Ends the waits that the kernel or the clock has ended; gives the time."""
    if _polls:
        for wait in _polls:
            if not wait.is_done:
                _poll(wait)
        _polls[:] = [wait for wait in _polls if not wait.is_done]
    now = _now()
    while _timers and (_timers[0][2].is_done or _timers[0][0] <= now):
        _finish(heapq.heappop(_timers)[2], False)
    return now


def _next() -> GreenThread:
    """The thread whose turn comes; sleeps while there is none."""
    while True:
        seen = kernel.wake_count()
        now = _look_around()
        if _ready:
            return _ready.popleft()
        if not _timers and (not _polls or not kernel.can_wait):
            main.pending = Deadlock(explain_deadlock(list(_threads.values())))
            if main.wait is not None:
                main.wait.is_done = True
            return main
        kernel.wait(seen, (_timers[0][0] - now) * 1000 if _timers else -1)
        if kernel.take_interrupt():
            request_stop()


request_stop: Callable[[], None] = lambda: None


def _switch(thread: GreenThread, own: GreenThread) -> None:
    """Gives the turn to a thread and returns when it is one's own turn again."""
    global _current
    if thread is not own:
        kernel.park(own.ident)
        promise = kernel.parked()
        _resume(thread)
        run_sync(promise)
        _current = own


def _resume(thread: GreenThread) -> None:
    """Has a thread go on as soon as this one is suspended or has ended."""
    if thread.is_started:
        kernel.unpark(thread.ident)
    else:
        thread.is_started = True
        body, thread.body = thread.body, None
        kernel.start_thread(body)
