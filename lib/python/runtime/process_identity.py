"""Who this process is: what `os` says of it and does to others."""

import _signal
import errno
import os
import signal
from collections.abc import Callable

from . import kernel
from .stand_in import stand_in

# What kills a command that runs in this process, by the number it goes by.
commands: dict[int, Callable[[int], None]] = {}

_NEVER_CAUGHT = (signal.SIGKILL, signal.SIGSTOP)
_set_handler = _signal.signal


def install_identity() -> None:
    """From here on `os` knows this machine's processes. Comes before what remembers these functions by itself."""
    stand_in(os, getpid=lambda: kernel.pid, getppid=lambda: kernel.parent_pid, kill=_kill)
    stand_in(_signal, signal=_signal_handled)
    stand_in(os, cpu_count=lambda: kernel.cpu_count, process_cpu_count=lambda: kernel.cpu_count)


def _signal_handled(number: int, handler: object, /) -> object:
    """As Linux refuses it: Emscripten takes a handler for what no process can handle."""
    if number in _NEVER_CAUGHT and (callable(handler) or handler in (signal.SIG_DFL, signal.SIG_IGN)):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    return _set_handler(number, handler)


def _kill(pid: int, number: int, /) -> None:
    if pid == kernel.pid:
        signal.raise_signal(number)
    elif pid in commands:
        if number != 0:
            commands[pid](number)
    elif kernel.process_slot(pid) is None:
        raise ProcessLookupError(3, "No such process")
    elif number != 0:
        kernel.process_kill(pid, number)
