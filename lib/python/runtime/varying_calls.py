"""Notices what makes a count another one next time: clocks, chance that nobody fixed, and waiting for the clock.

Processes and networks are known by their modules (see `charged_calls.py`).
"""

import asyncio
import datetime
import os
import random
import time
import uuid
from collections.abc import Callable
from types import FunctionType

from . import green_threads
from .charge_rules import Rule
from .step_meter import meter


def _varying(called: Callable, /, *args: object, **named: object) -> object:
    meter.varies = True
    return called(*args, **named)


def _varying_alone(called: Callable, /, *args: object, **named: object) -> object:
    """It reads the clock only where it is not told a time."""
    if len(args) + len(named) < 2:
        meter.varies = True
    return called(*args, **named)


def _seeding(called: Callable, /, *args: object, **named: object) -> object:
    if not args and not named:
        meter.varies = True
    return called(*args, **named)


def _sleeping(called: Callable, /, *args: object, **named: object) -> object:
    # Alone it only makes the program longer; with other threads it decides whose turn it is.
    if not green_threads.is_single():
        meter.varies = True
    return called(*args, **named)


_CLOCKS = """
    time time_ns perf_counter perf_counter_ns monotonic monotonic_ns process_time process_time_ns
    thread_time thread_time_ns
"""

_FUNCTIONS: dict[object, Rule] = {
    **{getattr(time, name): _varying for name in _CLOCKS.split()},
    **dict.fromkeys((time.localtime, time.gmtime, time.ctime, time.asctime), _seeding),
    time.strftime: _varying_alone,
    time.sleep: _sleeping,
    **dict.fromkeys((os.urandom, os.getpid, os.times, id, uuid.uuid1, uuid.uuid4), _varying),
    **dict.fromkeys((asyncio.sleep, asyncio.wait_for), _varying),
}
VARYING_BUILTINS = {called: rule for called, rule in _FUNCTIONS.items() if not isinstance(called, FunctionType)}
VARYING_LIBRARY: dict[tuple[str, str], Rule] = {
    **{
        (called.__module__, called.__qualname__): rule
        for called, rule in _FUNCTIONS.items()
        if isinstance(called, FunctionType)
    },
    ("random", "Random.seed"): _seeding,
}
VARYING_CLASSES: dict[type, Rule] = {random.Random: _seeding, random.SystemRandom: _varying}
VARYING_METHODS: dict[type, dict[str, Rule]] = {
    datetime.datetime: dict.fromkeys(("now", "utcnow", "today"), _varying),
    datetime.date: {"today": _varying},
    random.SystemRandom: dict.fromkeys(("random", "getrandbits"), _varying),
}
