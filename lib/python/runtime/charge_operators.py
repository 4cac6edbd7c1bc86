"""Operators, charged by what they copy. Numbers cost nothing beyond their statement."""

from .step_meter import meter
from .walked_length import TEXTS, length_of

_NUMBERS = frozenset({int, float, bool, complex})
_SETS = (set, frozenset)


def charge_result(result: object) -> object:
    """A value that was put together just now, charged by its length."""
    if type(result) not in _NUMBERS:
        meter.charged += length_of(result)
    return result


def add(left: object, right: object) -> object:
    """`left + right`"""
    return charge_result(left + right)


def multiply(left: object, right: object) -> object:
    """`left * right`"""
    return charge_result(left * right)


def remainder(left: object, right: object) -> object:
    """`left % right`, which also lays out texts."""
    return charge_result(left % right)


def subtract(left: object, right: object) -> object:
    """`left - right`, which walks the left one of two sets."""
    if type(left) not in _NUMBERS:
        meter.charged += length_of(left)
    return left - right


def both(left: object, right: object) -> object:
    """`left & right`, which walks the smaller one of two sets."""
    _charge_smaller(left, right)
    return left & right


def either(left: object, right: object) -> object:
    """`left | right`"""
    return charge_result(left | right)


def one_of(left: object, right: object) -> object:
    """`left ^ right`"""
    if type(left) not in _NUMBERS:
        meter.charged += length_of(left) + length_of(right)
    return left ^ right


def appended(target: object, value: object) -> object:
    """What stands behind `target +=`. Texts, lists and arrays grow where they are; a tuple is copied."""
    kind = type(value)
    if kind not in _NUMBERS:
        meter.charged += length_of(value)
        if kind is tuple and type(target) is tuple:
            meter.charged += len(target)
    return value


def appended_to_name(target: object, value: object) -> object:
    """What stands behind `target = target +`, where CPython lets a text grow in its place, and only a text."""
    if type(value) not in _NUMBERS:
        meter.charged += length_of(value) + (0 if isinstance(target, str) else length_of(target))
    return value


def multiplied(target: object, value: object) -> object:
    """What stands behind `target *=` or `target %=`."""
    if type(target) not in _NUMBERS and type(value) is int:
        meter.charged += length_of(target) * max(value, 0)
    return value


def merged(target: object, value: object) -> object:
    """What stands behind `target |=`, `target -=` or `target ^=`."""
    if type(value) not in _NUMBERS:
        meter.charged += length_of(value)
    return value


def kept(target: object, value: object) -> object:
    """What stands behind `target &=`."""
    _charge_smaller(target, value)
    return value


def _charge_smaller(one: object, other: object) -> None:
    if isinstance(one, _SETS):
        meter.charged += min(length_of(one), length_of(other))


def charge_length(value: object) -> object:
    """A collection that is copied where it stands, as by `[*value]`, charged by its length."""
    if type(value) not in TEXTS or len(value) > 1:
        meter.charged += length_of(value)
    return value
