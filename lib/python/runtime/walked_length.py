"""Says how far a built-in has to walk, without running anything of the program's."""

import io
from array import array
from collections import deque
from collections.abc import Iterable

from .step_meter import meter, ticking

TEXTS = (str, bytes, bytearray)
_BASES = (list, str, tuple, dict, set, deque, frozenset, bytes, bytearray, range, array, memoryview)
VIEWS = (type({}.keys()), type({}.values()), type({}.items()))
_SIZED = frozenset({*_BASES, *VIEWS})
_FILES = (io.IOBase,)


def length_of(value: object) -> int:
    """The number of elements or characters of a built-in collection, or of a class made from one; 0 for all others."""
    kind = type(value)
    if kind in _SIZED:
        return len(value)
    for base in _BASES:
        if issubclass(kind, base):
            return base.__len__(value)
    return 0


def lengths_of(values: Iterable[object]) -> int:
    """All their lengths together."""
    return sum(map(length_of, values))


def deep_length(value: object) -> int:
    """The elements and characters of a value and of all that is in it; no collection twice."""
    total, waiting, entered = 0, [value], set()
    while waiting:
        part = waiting.pop()
        total += 1 + (len(part) if type(part) in TEXTS else 0)
        if type(part) in (list, tuple, set, frozenset, dict, deque) and id(part) not in entered:
            entered.add(id(part))
            waiting.extend(part)
            if type(part) is dict:
                waiting.extend(part.values())
    return total


def walked(value: object) -> object:
    """The value, charged for being walked to its end: at once where its length is known, else element by element."""
    kind = type(value)
    if kind in _SIZED:
        meter.charged += len(value)
        return value
    if issubclass(kind, _BASES) or hasattr(kind, "keys") or hasattr(kind, "__bytes__"):
        # It would be taken for something else if it were handed on element by element.
        meter.charged += length_of(value)
        return value
    return visited(value)


def visited(value: object) -> object:
    """The same elements, charged one by one as they are taken: the walk may end early."""
    if isinstance(value, _FILES):
        return read_lines(value)
    kind = type(value)
    if hasattr(kind, "__iter__") or hasattr(kind, "__getitem__"):
        return ticking(value)
    return value


def read_lines(lines: Iterable) -> object:
    """The same lines, charged by their characters."""
    return map(_read, lines)


def _read(line: object) -> object:
    meter.charged += length_of(line)
    return line


def opened(value: object) -> object:
    """What a loop goes through; the lines of a file are charged by their characters."""
    return read_lines(value) if isinstance(value, _FILES) else value


def rows(value: Iterable) -> Iterable:
    """What a loop takes apart into `first, *rest`: each row is walked."""
    return map(walked, value)
