"""Clocks of this process that stand still while it waits."""

from . import kernel


def process_time() -> float:
    """Seconds for which this process has computed."""
    return kernel.computing_ms() / 1000


def process_time_ns() -> int:
    """Nanoseconds for which this process has computed."""
    return int(kernel.computing_ms() * 1_000_000)
