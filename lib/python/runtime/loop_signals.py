"""`add_signal_handler` of an event loop: what it shall do when the program is sent a signal."""

import inspect
import signal
from asyncio import events
from collections.abc import Callable

NEVER_CAUGHT = (signal.SIGKILL, signal.SIGSTOP)


class SignalHandlers:
    """What a loop inherits, before asyncio's own base of all loops."""

    def __init__(self) -> None:
        super().__init__()
        self._handled_signals: set[int] = set()

    def add_signal_handler(self, sig: int, callback: Callable[..., object], *args: object) -> None:
        if inspect.iscoroutine(callback) or inspect.iscoroutinefunction(callback):
            raise TypeError("coroutines cannot be used with add_signal_handler()")
        _check(sig)
        self._check_closed()
        handle = events.Handle(callback, args, self, None)
        if sig in NEVER_CAUGHT:
            raise RuntimeError(f"sig {sig} cannot be caught")
        signal.signal(sig, lambda number, frame: self._add_callback_signalsafe(handle))
        self._handled_signals.add(sig)

    def remove_signal_handler(self, sig: int) -> bool:
        _check(sig)
        if sig not in self._handled_signals:
            return False
        self._handled_signals.remove(sig)
        signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
        return True

    def close(self) -> None:
        for sig in list(self._handled_signals):
            self.remove_signal_handler(sig)
        super().close()


def _check(sig: object) -> None:
    if not isinstance(sig, int):
        raise TypeError(f"sig must be an int, not {sig!r}")
    if not 0 < sig < signal.NSIG:
        raise ValueError(f"invalid signal number {sig}")
