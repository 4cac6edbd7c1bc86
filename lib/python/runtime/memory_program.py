"""Watches what a program holds while it runs, and which lines asked for it: of this process alone.

`tracemalloc` follows every block. How much there is is looked at on the frame's tick; who holds it takes a walk over all
blocks and is looked at as the memory rises, at growing distances of time, and at the end.
"""

import time
import tracemalloc
from types import FrameType
from typing import TypedDict

from . import kernel, preemption
from .allocation_sites import Held, held_now
from .memory_looks import MemoryLooks

# A line of the learner's stands so many calls above what the library allocates for it, or fewer.
FRAMES = 12
SITES_LIMIT = 1_000
NAME_LIMIT = 500
# As much more than at the last walk is worth another one.
WORTH_A_WALK = 1.25
LEAST_WALKED_BYTES = 20_000
# For all walks together, of the program's time and beyond it; they are no part of that time.
LARGEST_SHARE = 0.2
ALWAYS_GIVEN_SECONDS = 0.2
FIRST_EARLIER_LOOK = 4

_now = time.perf_counter


class MemoryReport(TypedDict):
    wallMs: float
    unit: str
    peak: int
    looks: list[dict]
    sites: list[dict]
    earlierAtMs: float | None
    hasLooks: bool


class _Watched:
    program = ""
    began = seconds = 0.0
    is_on = False
    is_looking = False
    looks = MemoryLooks()
    look_count = 0
    next_earlier_look = FIRST_EARLIER_LOOK
    peak = 0
    walking_seconds = 0.0
    last: Held = {}
    fullest: Held = {}
    fullest_bytes = 0
    # The last two looks at the lines, each twice as late as the one before.
    earlier: list[tuple[float, Held]] = []


def begin_memory(program: str) -> None:
    """From here on every block that is asked for is followed."""
    watched = _Watched
    watched.program, watched.looks = program, MemoryLooks()
    watched.look_count = watched.peak = watched.fullest_bytes = 0
    watched.walking_seconds, watched.next_earlier_look = 0.0, FIRST_EARLIER_LOOK
    watched.last, watched.fullest, watched.earlier = {}, {}, []
    watched.is_on, watched.is_looking = True, False
    preemption.on_tick = _on_tick
    if kernel.can_wait:
        kernel.preempt()
    tracemalloc.start(FRAMES)
    watched.began = _now()
    watched.looks.add(0.0, 0, 0)


def end_memory() -> None:
    """Looks once more, at how much and at who holds it, and follows nothing any more."""
    watched = _Watched
    if not watched.is_on:
        return
    watched.is_on = False
    preemption.on_tick = preemption.ignore_tick
    watched.seconds = _program_seconds()
    held, peak = tracemalloc.get_traced_memory()
    watched.peak = max(watched.peak, peak)
    watched.looks.end(watched.seconds * 1000, held, peak)
    try:
        watched.last = held_now(watched.program)
    except MemoryError:
        watched.last = {}
    tracemalloc.stop()
    if held >= watched.fullest_bytes:
        watched.fullest = watched.last


def take_memory() -> MemoryReport | None:
    """What was found about the program that has ended; None where no memory is left to say it."""
    try:
        return _report()
    except MemoryError:
        return None


def _on_tick(_frame: FrameType) -> None:
    watched = _Watched
    # A walk lasts longer than a tick; and the program may have ended the tracing for itself.
    if watched.is_looking or not tracemalloc.is_tracing():
        return
    watched.is_looking = True
    _look()
    watched.is_looking = False


def _look() -> None:
    watched = _Watched
    at = _program_seconds()
    held, peak = tracemalloc.get_traced_memory()
    watched.peak = max(watched.peak, peak)
    watched.looks.add(at * 1000, held, peak)
    watched.look_count += 1
    is_earlier = watched.look_count >= watched.next_earlier_look
    is_fuller = held > LEAST_WALKED_BYTES and held > watched.fullest_bytes * WORTH_A_WALK
    if (is_earlier or is_fuller) and watched.walking_seconds <= at * LARGEST_SHARE + ALWAYS_GIVEN_SECONDS:
        _walk(at, held, is_earlier=is_earlier)
    tracemalloc.reset_peak()


def _program_seconds() -> float:
    return _now() - _Watched.began - _Watched.walking_seconds


def _walk(at: float, held: int, *, is_earlier: bool) -> None:
    watched = _Watched
    began = _now()
    try:
        sites = held_now(watched.program)
    except MemoryError:
        return
    if held > watched.fullest_bytes:
        watched.fullest, watched.fullest_bytes = sites, held
    if is_earlier:
        watched.earlier = [*watched.earlier[-1:], (at * 1000, sites)]
        watched.next_earlier_look = 2 * watched.look_count
    watched.walking_seconds += _now() - began


def _report() -> MemoryReport:
    watched = _Watched
    # The later of the two may have come just before the end.
    earlier_ms, earlier = watched.earlier[0] if watched.earlier else (None, {})
    none = 0, 0
    sites = [
        {
            "file": None if site is None else site[0][:NAME_LIMIT],
            "line": None if site is None else site[1],
            "bytes": watched.last.get(site, none)[0],
            "blocks": watched.last.get(site, none)[1],
            "earlierBytes": earlier.get(site, none)[0],
            "fullestBytes": watched.fullest.get(site, none)[0],
        }
        for site in {**watched.last, **watched.fullest}
    ]
    sites.sort(key=lambda site: (site["bytes"], site["fullestBytes"]), reverse=True)
    return {
        "wallMs": watched.seconds * 1000,
        "unit": "bytes",
        "peak": watched.peak,
        "looks": watched.looks.told(),
        "sites": sites[:SITES_LIMIT],
        "earlierAtMs": earlier_ms,
        "hasLooks": kernel.can_wait,
    }
