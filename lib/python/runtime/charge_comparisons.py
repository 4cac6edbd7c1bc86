"""Comparisons and searches, charged by what they have to look at."""

import operator
from collections import deque
from collections.abc import Iterator

from .step_meter import meter, ticking
from .walked_length import TEXTS, VIEWS, length_of

_NUMBERS = frozenset({int, float, bool, complex, type(None)})
_ROWS = (list, tuple)
_UNORDERED = (dict, set, frozenset)
_BRIEF = 16


def equal(left: object, right: object) -> object:
    """`left == right`"""
    if type(left) is str is type(right):
        if len(left) == len(right):
            meter.charged += len(left)
    elif type(left) not in _NUMBERS:
        meter.charged += _comparing(left, right)
    return left == right


def unequal(left: object, right: object) -> object:
    """`left != right`"""
    if type(left) is str is type(right):
        if len(left) == len(right):
            meter.charged += len(left)
    elif type(left) not in _NUMBERS:
        meter.charged += _comparing(left, right)
    return left != right


def less(left: object, right: object) -> object:
    """`left < right`"""
    if type(left) not in _NUMBERS:
        meter.charged += _ordering(left, right)
    return left < right


def more(left: object, right: object) -> object:
    """`left > right`"""
    if type(left) not in _NUMBERS:
        meter.charged += _ordering(left, right)
    return left > right


def at_most(left: object, right: object) -> object:
    """`left <= right`"""
    if type(left) not in _NUMBERS:
        meter.charged += _ordering(left, right)
    return left <= right


def at_least(left: object, right: object) -> object:
    """`left >= right`"""
    if type(left) not in _NUMBERS:
        meter.charged += _ordering(left, right)
    return left >= right


def compared(value: object) -> object:
    """A value in the middle of a chain of comparisons, charged by its length."""
    if type(value) not in _NUMBERS:
        meter.charged += length_of(value)
    return value


def within(value: object, collection: object) -> object:
    """`value in collection`"""
    kind = type(collection)
    if kind in _UNORDERED:
        if type(value) is tuple:
            meter.charged += len(value)
        return value in collection
    if kind in _SEQUENCES:
        return _searched(value, collection)
    if isinstance(collection, TEXTS):
        found = value in collection
        meter.charged += 1 + walked_text(collection, value, found)
        return found
    if isinstance(collection, _OTHERS):
        if isinstance(collection, range) and type(value) is int:
            return value in collection
        meter.charged += 1 + length_of(collection)
        return value in collection
    if isinstance(collection, Iterator):
        return value in ticking(collection)
    return value in collection


def not_within(value: object, collection: object) -> bool:
    """`value not in collection`"""
    return not within(value, collection)


def walked_text(text: str | bytes | bytearray, part: object, found: object) -> int:
    """How many characters a search from the front has read."""
    if not found:
        return len(text)
    return text.find(part) + (len(part) if isinstance(part, TEXTS) else 1)


def walked_elements(sequence: object, value: object, count: int) -> int:
    """What it costs to compare a value with the first `count` elements."""
    length = length_of(value)
    if length <= _BRIEF:
        return count
    kind = type(value)
    alike = (index for index, each in zip(range(count), sequence) if type(each) is kind and len(each) == length)
    return count + length * sum(1 for _ in alike)


def _searched(value: object, sequence: list | tuple | deque) -> bool:
    size = len(sequence)
    try:
        place = operator.indexOf(sequence, value)
    except ValueError as error:
        # A learner's own `__eq__` may raise it too.
        if error.__traceback__ is not None and error.__traceback__.tb_next is not None:
            raise
        meter.charged += 1 + walked_elements(sequence, value, size)
        return False
    meter.charged += 1 + walked_elements(sequence, value, place + 1)
    return True


_SEQUENCES = frozenset({list, tuple, deque})
_OTHERS = (list, tuple, deque, range, memoryview, VIEWS[1])


def _comparing(left: object, right: object) -> int:
    """What `==` has to look at: nothing, where the lengths differ already."""
    length = length_of(left)
    if length == 0 or length != length_of(right):
        return 0
    if isinstance(left, _ROWS) and isinstance(right, _ROWS):
        return sum(map(_comparing_parts, left, right))
    return length


def _comparing_parts(left: object, right: object) -> int:
    return 1 if type(left) in _NUMBERS else 1 + _comparing(left, right)


def _ordering(left: object, right: object) -> int:
    length = length_of(left)
    return length and min(length, length_of(right))
