"""What following a program costs it, so that this can be subtracted: as `profile.Profile.calibrate` does.

Most of what an event costs is to read the clock. How long that takes changes with what else the computer does, so the
costs are known as multiples of it, and it is measured again and again while the program runs.
"""

import time

CHECK_EVERY = 512
_READS = range(32)
# An outlier is a pause of the whole process, not a slow clock.
_LARGEST_STEP = 3.0
_SHARE_OF_NEW = 0.25

_now = time.perf_counter


class Costs:
    """Seconds that one event of each kind adds to the program."""

    line = skip = call = start = leave = 0.0


_in_clock_reads: dict[str, float] = {}
_clock = 0.0


def clock_seconds() -> float:
    """How long it takes to read the clock, just now."""
    began = _now()
    for _ in _READS:
        _now()
    return (_now() - began) / len(_READS)


def set_costs(in_clock_reads: dict[str, float]) -> None:
    """Says what each kind of event costs, in readings of the clock."""
    global _clock
    _in_clock_reads.clear()
    _in_clock_reads.update(in_clock_reads)
    _clock = min(clock_seconds() for _ in range(3))
    _apply()


def keep_pace() -> None:
    """Follows the computer where it has become slower or faster."""
    global _clock
    clock = min(clock_seconds(), _clock * _LARGEST_STEP)
    _clock += (clock - _clock) * _SHARE_OF_NEW
    _apply()


def _apply() -> None:
    for name, reads in _in_clock_reads.items():
        setattr(Costs, name, reads * _clock)
