"""What stands in for `_multiprocessing.SemLock`: semaphores in the kernel's memory."""

import types
from multiprocessing.context import get_spawning_popen

from . import kernel
from .green_threads import current, wait_until

RECURSIVE_MUTEX = 0
SEM_VALUE_MAX = 2**31 - 1
_ONLY_SIDE = 0


class SemLock:
    SEM_VALUE_MAX = SEM_VALUE_MAX

    def __init__(self, kind: int, value: int, maxvalue: int, name: str | None, unlink: bool) -> None:
        if not 0 <= value <= maxvalue:
            raise ValueError("invalid value")
        self._open(kernel.checked(kernel.semaphore_new(value, maxvalue)), kind, maxvalue)

    def _open(self, handle: int, kind: int, maxvalue: int) -> None:
        self.handle = handle
        self.kind = kind
        self.maxvalue = maxvalue
        self.name = None
        self._times = 0
        self._owner = 0

    @classmethod
    def _rebuild(cls, handle: int, kind: int, maxvalue: int, name: str | None) -> "SemLock":
        semaphore = cls.__new__(cls)
        semaphore._open(handle, kind, maxvalue)
        return semaphore

    def __del__(self) -> None:
        if hasattr(self, "handle") and kernel.is_bound():
            kernel.release(self.handle, _ONLY_SIDE, kernel.slot)

    def acquire(self, block: bool = True, timeout: float | None = None) -> bool:
        if self.kind == RECURSIVE_MUTEX and self._is_mine():
            self._times += 1
            return True
        handle = self.handle
        is_taken = kernel.checked(kernel.semaphore_try(handle)) == 1
        if not is_taken and block:
            seconds = None if timeout is None else max(0, timeout)
            is_taken = wait_until(lambda: kernel.semaphore_try(handle) == 1, seconds)
        if is_taken:
            self._times += 1
            self._owner = current().ident
        return is_taken

    def release(self) -> None:
        if self.kind == RECURSIVE_MUTEX:
            if not self._is_mine():
                raise AssertionError("attempt to release recursive lock not owned by thread")
            if self._times > 1:
                self._times -= 1
                return
        if kernel.checked(kernel.semaphore_release(self.handle)) == 0:
            raise ValueError("semaphore or lock released too many times")
        self._times -= 1

    def _count(self) -> int:
        return self._times

    def _is_mine(self) -> bool:
        return self._times > 0 and self._owner == current().ident

    def _get_value(self) -> int:
        return kernel.semaphore_value(self.handle)

    def _is_zero(self) -> bool:
        return kernel.semaphore_value(self.handle) == 0

    def _after_fork(self) -> None:
        self._times = 0

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(self, *error: object) -> None:
        self.release()


def semaphore_module() -> types.ModuleType:
    """The module that `import _multiprocessing` is to find."""
    module = types.ModuleType("_multiprocessing", __doc__)
    SemLock.__module__ = module.__name__
    module.SemLock = SemLock
    module.sem_unlink = lambda name: None
    module.flags = {"HAVE_SEM_OPEN": 1, "HAVE_SEM_TIMEDWAIT": 1}
    return module


def hand_on_semaphores() -> None:
    """From here on a process that is started with a semaphore holds it too. Comes when `_multiprocessing` is there."""
    from multiprocessing import synchronize

    state_of = synchronize.SemLock.__getstate__

    def getstate(self: synchronize.SemLock) -> tuple:
        state = state_of(self)
        kernel.retain(self._semlock.handle, _ONLY_SIDE, get_spawning_popen().slot)
        return state

    synchronize.SemLock.__getstate__ = getstate
