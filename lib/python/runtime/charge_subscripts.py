"""Slices and what moves behind them, charged by the elements that are copied or moved."""

from collections import deque

from .step_meter import meter
from .walked_length import TEXTS, length_of, walked

_VIEWS_ONLY = (range, memoryview)
_MOVING = (list, bytearray)


def sliced(part: object) -> object:
    """What a slice gave, charged by its length; a view copies nothing."""
    if not isinstance(part, _VIEWS_ONLY):
        meter.charged += length_of(part)
    return part


def taken(part: object, index: object) -> object:
    """What `[index]` gave, charged where the index is a slice."""
    return sliced(part) if type(index) is slice else part


def put(value: object, target: object, index: object) -> None:
    """`target[index] = value`"""
    if type(index) is slice and isinstance(target, _MOVING):
        value = walked(value)
        start, stop, step = index.indices(len(target))
        if step == 1 and length_of(value) != max(stop - start, 0):
            meter.charged += len(target) - min(start, len(target))
    target[index] = value


def put_into(target: object) -> object:
    """A target one of whose slices is replaced, charged as if all of it moved."""
    meter.charged += length_of(target)
    return target


def delete(target: object, index: object) -> None:
    """`del target[index]`"""
    if isinstance(target, (*_MOVING, deque)):
        meter.charged += _moved(target, index)
    del target[index]


def _moved(target: list | bytearray | deque, index: object) -> int:
    size = len(target)
    if type(index) is slice:
        start, stop, step = index.indices(size)
        return size - min(start, stop, size) if step > 0 else size
    if type(index) is int and -size <= index < size:
        return size - 1 - index % size
    return 0


def appended_to_attribute(target: object, name: str, value: object) -> object:
    """What stands behind `target.name +=`, or `target[name] +=` where it is an item. A tuple is copied for it."""
    kind = type(value)
    if kind in TEXTS or kind is not int:
        meter.charged += length_of(value)
        if kind is tuple:
            meter.charged += length_of(getattr(target, name, None))
    return value


def appended_to_item(target: object, index: object, value: object) -> object:
    """What stands behind `target[index] +=`."""
    if type(value) is not int:
        meter.charged += length_of(value)
        if type(value) is tuple and isinstance(target, (list, dict)):
            meter.charged += length_of(target[index])
    return value


def got(target: object, index: object) -> object:
    """`target[index]`, where the index may be a slice."""
    return taken(target[index], index)
