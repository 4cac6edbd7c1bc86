"""Finds out which lines of a file take its steps, beside their count: the same lines on every machine and every time.

Statements, turns of loops and calls are counted on their lines. What built-ins walk is looked at now and then, by the
count itself: when it has grown by another small share, all since the last look goes to the line that is executed.
"""

import itertools
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from .step_meter import StepMeter, counter_on, meter, placed_steps

_LOOKS_WHILE_DOUBLING = 256

_charged = StepMeter.charged


class _LineMeter(StepMeter):
    """Looks who charges it."""

    __slots__ = ()

    def turns(self) -> itertools.count:
        line = _line_of(sys._getframe(2))
        if line is None:
            return super().turns()
        if line not in _turns:
            _turns[line] = counter_on(line)
        return _turns[line]

    def _charge(self, charged: int) -> None:
        global _last, _next_look
        _charged.__set__(self, charged)
        if charged < _next_look:
            return
        line = _line_of(sys._getframe(1))
        if line is not None:
            _walked[line] += charged - _last
        _last = charged
        _next_look = charged + 1 + (charged - _first) // _LOOKS_WHILE_DOUBLING

    charged = property(_charged.__get__, _charge)


_path = ""
_first = _last = _next_look = 0
_turns: dict[int, itertools.count] = {}
_walked: Counter[int] = Counter()


def _line_of(frame: object) -> int | None:
    while frame is not None and frame.f_code.co_filename != _path:
        frame = frame.f_back
    return None if frame is None else frame.f_lineno


@contextmanager
def noting_lines(path: str) -> Iterator[Counter[int]]:
    """As long as it lasts; behind it the counter holds the steps of each line of that file."""
    global _path, _first, _last, _next_look
    _path = path
    _first = _last = _next_look = meter.charged
    _turns.clear()
    _walked.clear()
    steps: Counter[int] = Counter()
    before = placed_steps()
    meter.__class__ = _LineMeter
    try:
        yield steps
    finally:
        meter.__class__ = StepMeter
        steps.update(placed_steps())
        steps.subtract(before)
        steps.update(_walked)
