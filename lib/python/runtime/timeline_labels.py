"""How a call is written in a timeline: the function's name, and its first value where that is short and plain."""

from collections.abc import Callable, Sequence

_LONGEST_VALUE = 18
_PLAIN = (str, int, float, bool)


def label_of(function: Callable, values: Sequence[object], named: int = 0) -> str:
    """As `ask('shop', …)`. Never calls what the learner has written."""
    return written(_name(function), values, named)


def written(name: str, values: Sequence[object], named: int = 0) -> str:
    """The same of a function by that name."""
    if not values:
        return f"{name}(…)" if named else f"{name}()"
    first = _shown(values[0])
    more = ", …" if (len(values) > 1 or named) and first != "…" else ""
    return f"{name}({first}{more})"


def _name(function: Callable) -> str:
    inner = function
    while hasattr(inner, "func") and not isinstance(inner, type):
        inner = inner.func
    name = getattr(inner, "__name__", None)
    return name if type(name) is str else type(inner).__name__


def _shown(value: object) -> str:
    if type(value) not in _PLAIN:
        return "…"
    if type(value) is str:
        return repr(value) if len(value) <= _LONGEST_VALUE else repr(value[:_LONGEST_VALUE]) + "…"
    if type(value) is int and value.bit_length() > 60:
        return "…"
    return repr(value)
