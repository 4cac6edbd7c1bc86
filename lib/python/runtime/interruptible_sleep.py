"""A `time.sleep` that Stop can end: the interpreter's own looks for signals only when it is over."""

import time

# The interpreter looks at the interrupt byte only every few dozen calls: shorter slices mean a quicker stop.
SLICE_SECONDS = 0.002

_sleep = time.sleep
_now = time.monotonic


def sleep(seconds: float, /) -> None:
    """Waits so many seconds."""
    end = _now() + seconds
    while (left := end - _now()) > SLICE_SECONDS:
        _sleep(SLICE_SECONDS)
    # The last slice also refuses what is no number or is negative, as `time.sleep` does.
    _sleep(seconds if seconds < SLICE_SECONDS else max(left, 0))


def install_sleep() -> None:
    """Puts it in the place of `time.sleep`."""
    time.sleep = sleep
