"""The two locks of `_thread`, over green threads."""

from collections import deque

from .green_threads import Wait, block, current, wake

TIMEOUT_MAX = 4294967.0


def _timeout(blocking: bool, timeout: float) -> float | None:
    """Seconds to wait; None: however long."""
    if timeout != -1 and not blocking:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")
    return None if timeout == -1 else timeout


def refuse_copies(self: object) -> None:
    """As `__reduce__`: it cannot be sent to another process, where it would be another one."""
    raise TypeError(f"cannot pickle '{type(self).__module__}.{type(self).__qualname__}' object")


class lock:
    __slots__ = ("_is_locked", "_waits", "__weakref__")

    __reduce__ = refuse_copies

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

    __reduce__ = refuse_copies

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
