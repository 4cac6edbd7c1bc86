"""What `import psutil` finds: the machine's own meters under the names that psutil gives them."""

import os
import sys
import time
import types
from collections import namedtuple

from . import kernel
from .green_threads import sleep
from .stand_in import stand_in

_Usage = namedtuple("sdiskusage", "total used free percent")
_Memory = namedtuple("svmem", "total available percent used free")
_Disk = namedtuple("sdiskio", "read_count write_count read_bytes write_bytes read_time write_time")
_Network = namedtuple(
    "snetio", "bytes_sent bytes_recv packets_sent packets_recv errin errout dropin dropout"
)


class _Since:
    """When `cpu_percent` was last asked, and what had been computed by then."""

    at = 0.0
    computing_ms = 0.0


def cpu_percent(interval: float | None = None, percpu: bool = False) -> float | list[float]:
    """The share of the machine's processors that was not idle: over `interval` seconds, or since it was last asked."""
    if interval is not None and interval < 0:
        raise ValueError(f"interval must be non-negative (got {interval})")
    if interval:
        _begin()
        sleep(interval)
    elapsed = time.perf_counter() - _Since.at
    computed = (kernel.machine_computing_ms() - _Since.computing_ms) / 1000
    is_first = _Since.at == 0
    _begin()
    share = 0.0 if is_first or elapsed <= 0 else min(1.0, computed / elapsed / kernel.cpu_count)
    percent = round(share * 100, 1)
    return [percent] * kernel.cpu_count if percpu else percent


def _begin() -> None:
    _Since.at = time.perf_counter()
    _Since.computing_ms = kernel.machine_computing_ms()


def cpu_count(logical: bool = True) -> int:
    """How many processors the machine has."""
    return kernel.cpu_count


def virtual_memory() -> _Memory:
    """The memory that this process may use, and what it has taken of it."""
    total = kernel.memory_limit_bytes
    used = kernel.memory_bytes()
    return _Memory(total, total - used, round(used / total * 100, 1), used, total - used)


def disk_usage(path: str) -> _Usage:
    """The room on the machine's disk."""
    os.stat(path)
    total, free = int(kernel.disk_total_bytes()), int(kernel.disk_free_bytes())
    return _Usage(total, total - free, free, round((total - free) / total * 100, 1))


def disk_io_counters(perdisk: bool = False, nowrap: bool = True) -> _Disk:
    """What all processes of this run have read and written so far; the times are the simulated disk's."""
    read, written = int(kernel.read_bytes()), int(kernel.written_bytes())
    copying_ms = int(kernel.io_charged_ms())
    return _Disk(int(kernel.read_count()), int(kernel.write_count()), read, written, copying_ms, copying_ms)


def net_io_counters(pernic: bool = False, nowrap: bool = True) -> _Network:
    """All zeros: the machine has no network."""
    return _Network(0, 0, 0, 0, 0, 0, 0, 0)


def install_psutil() -> None:
    """Makes `import psutil` find these functions."""
    module = types.ModuleType("psutil", __doc__)
    module.__version__ = "7.0.0"
    for function in (cpu_percent, cpu_count, virtual_memory, disk_usage, disk_io_counters, net_io_counters):
        stand_in(module, **{function.__name__: function})
    sys.modules["psutil"] = module
