"""What stands in for the interpreter's `_thread`: the same names, over green threads.

`threading`, `queue` and `concurrent.futures` of the standard library run over it unchanged.
"""

import _thread as _interpreter_threads
import sys
import types
from collections import deque
from collections.abc import Callable

from . import green_threads
from .thread_local import forget_locals, thread_local
from .green_threads import MAIN_IDENT, Deadlock, Wait, block, current, wake

TIMEOUT_MAX = 4294967.0
SMALLEST_STACK_BYTES = 32 * 1024


def _timeout(blocking: bool, timeout: float) -> float | None:
    """Seconds to wait; None: however long."""
    if timeout != -1 and not blocking:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")
    return None if timeout == -1 else timeout


class lock:
    __slots__ = ("_is_locked", "_waits", "__weakref__")

    def __init_subclass__(cls) -> None:
        raise TypeError("type '_thread.lock' is not an acceptable base type")

    def __init__(self) -> None:
        self._is_locked = False
        self._waits: deque[Wait] = deque()

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        seconds = _timeout(blocking, timeout)
        if not self._is_locked:
            self._is_locked = True
            return True
        if not blocking or seconds == 0:
            return False
        wait = Wait(current())
        self._waits.append(wait)
        return self._await(wait, seconds)

    def _await(self, wait: Wait, seconds: float | None) -> bool:
        try:
            return block(wait, seconds)
        except BaseException:
            # It was handed over, and then an error came instead of the turn.
            if wait.was_woken:
                self.release()
            raise

    def release(self) -> None:
        if not self._is_locked:
            raise RuntimeError("release unlocked lock")
        while self._waits:
            wait = self._waits.popleft()
            if not wait.is_done:
                # Handed over: it stays locked.
                wake(wait)
                return
        self._is_locked = False

    def locked(self) -> bool:
        return self._is_locked

    acquire_lock = acquire
    release_lock = release
    locked_lock = locked

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *error: object) -> None:
        self.release()

    def _at_fork_reinit(self) -> None:
        self.__init__()

    def __repr__(self) -> str:
        state = "locked" if self._is_locked else "unlocked"
        return f"<{state} _thread.lock object at {id(self):#x}>"


class RLock:
    __slots__ = ("_lock", "_owner", "_count", "__weakref__")

    def __init__(self, *ignored: object, **ignored_too: object) -> None:
        self._lock = lock()
        self._owner = 0
        self._count = 0

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        _timeout(blocking, timeout)
        ident = current().ident
        if self._owner == ident:
            self._count += 1
            return True
        if not self._lock.acquire(blocking, timeout):
            return False
        self._owner = ident
        self._count = 1
        return True

    def release(self) -> None:
        if self._owner != current().ident:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if self._count == 0:
            self._owner = 0
            self._lock.release()

    def locked(self) -> bool:
        return self._lock.locked()

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *error: object) -> None:
        self.release()

    def _is_owned(self) -> bool:
        return self._owner == current().ident

    def _recursion_count(self) -> int:
        return self._count if self._is_owned() else 0

    def _release_save(self) -> tuple[int, int]:
        if self._owner == 0:
            raise RuntimeError("cannot release un-acquired lock")
        state = (self._count, self._owner)
        self._count = self._owner = 0
        self._lock.release()
        return state

    def _acquire_restore(self, state: tuple[int, int]) -> None:
        self._lock.acquire()
        self._count, self._owner = state

    def _at_fork_reinit(self) -> None:
        self.__init__()

    def __repr__(self) -> str:
        state = "locked" if self._lock.locked() else "unlocked"
        place = f"owner={self._owner} count={self._count} at {id(self):#x}"
        return f"<{state} _thread.RLock object {place}>"


class _ThreadHandle:
    def __init__(self) -> None:
        self.ident = 0
        self._state = "new"
        self._waits: list[Wait] = []

    def is_done(self) -> bool:
        return self._state == "done"

    def _set_done(self) -> None:
        if self._state == "new":
            raise RuntimeError("thread not started")
        self._state = "done"
        for wait in self._waits:
            wake(wait)
        self._waits.clear()

    def _begin(self, ident: int) -> None:
        if self._state != "new":
            raise RuntimeError("thread already started")
        self.ident = ident
        self._state = "running"

    def join(self, timeout: float | None = None) -> None:
        if self._state == "new":
            raise RuntimeError("thread not started")
        if self._state == "done":
            return
        if self.ident == current().ident:
            raise RuntimeError("Cannot join current thread")
        wait = Wait(current())
        self._waits.append(wait)
        block(wait, None if timeout is None or timeout < 0 else timeout)


def _make_thread_handle(ident: int) -> _ThreadHandle:
    handle = _ThreadHandle()
    handle._begin(ident)
    return handle


_awaited_at_exit: set[_ThreadHandle] = set()
_running = 0
# Set by `event_loop.py`: a thread begins without the event loop of the one that started it.
leave_event_loop: Callable[[], None] = lambda: None


def start_joinable_thread(
    function: Callable[[], object], handle: _ThreadHandle | None = None, daemon: bool = True
) -> _ThreadHandle:
    if not callable(function):
        raise TypeError("thread function must be callable")
    if handle is not None and not isinstance(handle, _ThreadHandle):
        raise TypeError("'handle' must be a _ThreadHandle")
    return _start(function, handle or _ThreadHandle(), daemon)


def _start(function: Callable[[], object], handle: _ThreadHandle, daemon: bool) -> _ThreadHandle:
    global _running
    if handle._state != "new":
        raise RuntimeError("thread already started")

    def body() -> None:
        global _running
        leave_event_loop()
        try:
            function()
        except SystemExit:
            pass
        except BaseException as error:
            _report_error(error, function)
        forget_locals(current().locals, current().ident)
        _running -= 1
        _awaited_at_exit.discard(handle)
        handle._set_done()

    handle._begin(green_threads.add_thread(body).ident)
    _running += 1
    if not daemon:
        _awaited_at_exit.add(handle)
    return handle


def _report_error(error: BaseException, function: Callable[[], object]) -> None:
    try:
        print(f"Exception ignored in thread started by {function!r}:", file=sys.stderr)
        sys.excepthook(type(error), error, error.__traceback__)
    except Exception:
        # The program has taken away what errors are shown with.
        return


def start_new_thread(function: Callable[..., object], args: tuple, kwargs: dict | None = None, /) -> int:
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if kwargs is not None and not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    return _start(lambda: function(*args, **(kwargs or {})), _ThreadHandle(), True).ident


def get_ident() -> int:
    return current().ident


_stack_bytes = 0


def stack_size(size: int = 0, /) -> int:
    """Gives what was asked for before. Threads of this machine have one size of stack, whatever is asked for."""
    global _stack_bytes
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    if 0 < size < SMALLEST_STACK_BYTES:
        raise ValueError(f"size not valid: {size} bytes")
    asked, _stack_bytes = _stack_bytes, size
    return asked


def _shutdown() -> None:
    """Waits for every thread that is not a daemon, as a program's end does."""
    while _awaited_at_exit:
        try:
            next(iter(_awaited_at_exit)).join()
        except Deadlock:
            # It has been told already.
            return


def _exit(*arguments: object) -> None:
    raise SystemExit(*arguments)


def thread_module() -> types.ModuleType:
    """The module that `import _thread` is to find."""
    module = types.ModuleType("_thread", __doc__)
    own = (_ThreadHandle, _make_thread_handle, _shutdown, get_ident, lock, RLock)
    for each in (*own, start_joinable_thread, start_new_thread, stack_size):
        each.__module__ = "_thread"
        setattr(module, each.__name__, each)
    module.error = RuntimeError
    module.TIMEOUT_MAX = TIMEOUT_MAX
    module.LockType = lock
    # Not a function: kept in a class, it must not become a method.
    module.allocate_lock = module.allocate = lock
    module.start_new = start_new_thread
    module.exit = module.exit_thread = _exit
    module.get_native_id = get_ident
    module.daemon_threads_allowed = lambda: True
    module.set_name = lambda name: None
    module.interrupt_main = _interpreter_threads.interrupt_main
    module._count = lambda: _running
    module._get_main_thread_ident = lambda: MAIN_IDENT
    module._local = thread_local
    module._is_main_interpreter = lambda: True
    return module
