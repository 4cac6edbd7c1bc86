"""What the methods behind operators, such as `__contains__`, are charged where they are called by name."""

from collections.abc import Callable

from .charge_comparisons import within
from .charge_operators import charge_result
from .charge_rules import Rule, giving
from .charge_subscripts import delete, put, taken
from .step_meter import meter
from .walked_length import length_of, lengths_of

_UNORDERED = (dict, set, frozenset)
_EXACT = frozenset({list, tuple, str, bytes, bytearray, dict, set, frozenset})


def _contains(called: Callable, /, *args: object) -> object:
    owner = called.__self__
    if type(owner) in _EXACT and len(args) == 1:
        return within(args[0], owner)
    # A learner's own class may have an operator that calls this method.
    meter.charged += 1 + (0 if isinstance(owner, _UNORDERED) else length_of(owner))
    return called(*args)


def _get_item(called: Callable, /, *args: object) -> object:
    return taken(called(*args), args[0] if args else None)


def _set_item(called: Callable, /, *args: object) -> object:
    owner = called.__self__
    if type(owner) in _EXACT and len(args) == 2:
        return put(args[1], owner, args[0])
    meter.charged += lengths_of(args)
    return called(*args)


def _delete_item(called: Callable, /, *args: object) -> object:
    owner = called.__self__
    if type(owner) in _EXACT and len(args) == 1:
        return delete(owner, args[0])
    meter.charged += 0 if isinstance(owner, _UNORDERED) else length_of(owner)
    return called(*args)


def _make(called: Callable, /, *args: object) -> object:
    return charge_result(called(*args))


def _merge(called: Callable, /, *args: object) -> object:
    meter.charged += length_of(called.__self__) + lengths_of(args)
    return called(*args)


def _append(called: Callable, /, *args: object) -> object:
    meter.charged += lengths_of(args)
    return called(*args)


def _compare(called: Callable, /, *args: object) -> object:
    meter.charged += min(length_of(called.__self__), lengths_of(args))
    return called(*args)


SLOT_RULES: dict[str, Rule] = {
    "__contains__": _contains,
    "__getitem__": _get_item,
    "__setitem__": _set_item,
    "__delitem__": _delete_item,
    "__iadd__": _append,
    **dict.fromkeys(("__add__", "__mul__", "__rmul__", "__mod__", "__or__", "__imul__"), _make),
    **dict.fromkeys(("__sub__", "__and__", "__xor__", "__isub__", "__iand__", "__ixor__", "__ior__"), _merge),
    **dict.fromkeys(("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"), _compare),
    **dict.fromkeys(("__str__", "__repr__", "__format__"), giving),
}
