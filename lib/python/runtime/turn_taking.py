"""Lets threads take turns by counted steps, so that a counted program goes the same way every time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from . import green_threads, preemption
from .step_meter import meter

STEPS_A_TURN = 1_000

_turn_ends_at = STEPS_A_TURN


@contextmanager
def turns_by_steps() -> Iterator[None]:
    """As long as it lasts, the clock ends nobody's turn."""
    preemption.by_clock = False
    try:
        yield
    finally:
        preemption.by_clock = True


def switching_tick(steps: int) -> Callable[[], bool]:
    """What adds that many steps, and gives the turn away when enough have passed."""

    def tick() -> bool:
        global _turn_ends_at
        meter.charged += steps
        if meter.charged >= _turn_ends_at:
            _turn_ends_at = meter.charged + STEPS_A_TURN
            if not green_threads.is_single():
                green_threads.give_way()
        return True

    return tick
