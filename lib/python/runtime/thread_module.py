"""What stands in for the interpreter's `_thread`: the same names, over green threads.

`threading`, `queue` and `concurrent.futures` of the standard library run over it unchanged.
"""

import _thread as _interpreter_threads
import sys
import types
from collections.abc import Callable

from . import green_threads, kernel
from .green_threads import MAIN_IDENT, Wait, block, current, wake
from .thread_local import forget_locals, thread_local
from .thread_locks import TIMEOUT_MAX, RLock, lock

SMALLEST_STACK_BYTES = 32 * 1024
# More than any process's number.
IDENTS_APART = 1 << 14


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


def get_native_id() -> int:
    """As on Linux: the process's own number for its main thread, and no two threads of a run have the same."""
    return kernel.pid + (current().ident - MAIN_IDENT) * IDENTS_APART


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
        next(iter(_awaited_at_exit)).join()


def _exit(*arguments: object) -> None:
    raise SystemExit(*arguments)


def thread_module() -> types.ModuleType:
    """The module that `import _thread` is to find."""
    module = types.ModuleType("_thread", __doc__)
    own = (_ThreadHandle, _make_thread_handle, _shutdown, get_ident, get_native_id, lock, RLock)
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
    module.daemon_threads_allowed = lambda: True
    module.set_name = lambda name: None
    module.interrupt_main = _interpreter_threads.interrupt_main
    module._count = lambda: _running
    module._get_main_thread_ident = lambda: MAIN_IDENT
    module._local = thread_local
    module._is_main_interpreter = lambda: True
    return module
