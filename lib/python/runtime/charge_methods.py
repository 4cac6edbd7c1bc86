"""What the methods of built-in collections are charged. What is not listed costs nothing of its own."""

from array import array
from collections import OrderedDict, deque
from collections.abc import Callable

from .charge_comparisons import walked_elements
from .charge_rules import Rule, before, giving, sorting_steps, walking
from .charged_calls import charged_callable
from .step_meter import meter
from .walked_length import length_of, walked


def _all(owner: object, _args: tuple) -> int:
    return length_of(owner)


def _start(args: tuple) -> int:
    return args[1] if len(args) > 1 and type(args[1]) is int and args[1] > 0 else 0


def _index(called: Callable, /, *args: object) -> object:
    owner = called.__self__
    try:
        place = called(*args)
    except ValueError:
        rest = max(length_of(owner) - _start(args), 0)
        meter.charged += 1 + (walked_elements(owner, args[0], rest) if args else 0)
        raise
    meter.charged += 1 + walked_elements(owner, args[0], place + 1 - _start(args))
    return place


def _searched_whole(owner: object, args: tuple) -> int:
    return walked_elements(owner, args[0], length_of(owner)) if args else 0


def _behind(owner: object, args: tuple) -> int:
    size = length_of(owner)
    place = args[0] if args and type(args[0]) is int else size
    return max(size - (place if place >= 0 else size + place), 0) if abs(place) <= size else 0


def _sort(called: Callable, /, *args: object, key: Callable | None = None, **named: object) -> None:
    meter.charged += 1 + sorting_steps(length_of(called.__self__))
    called(*args, key=charged_callable(key), **named)


def _extend(called: Callable, /, *args: object) -> object:
    meter.charged += 1
    return called(*map(walked, args))


_LIST: dict[str, Rule] = {
    "index": _index,
    "count": before(_searched_whole),
    "remove": before(_searched_whole),
    "insert": before(_behind),
    "pop": before(lambda owner, args: _behind(owner, args) if args else 0),
    "extend": _extend,
    "sort": _sort,
    **dict.fromkeys(("reverse", "copy", "__copy__", "clear"), before(_all)),
    "__init__": walking,
}
_DEQUE: dict[str, Rule] = {
    **{name: rule for name, rule in _LIST.items() if name not in ("pop", "sort", "__init__")},
    "extendleft": _extend,
    "rotate": before(lambda owner, args: min(abs(args[0]) if args and type(args[0]) is int else 1, length_of(owner))),
    "__init__": walking,
}


def _pairwise(called: Callable, /, *args: object) -> object:
    meter.charged += 1 + length_of(called.__self__)
    return called(*map(walked, args))


def _smaller(called: Callable, /, *args: object) -> object:
    others = [length_of(other) if isinstance(other, (set, frozenset, dict)) else None for other in args]
    if None in others or not others:
        return _pairwise(called, *args)
    meter.charged += 1 + min(length_of(called.__self__), *others)
    return called(*args)


_SET: dict[str, Rule] = {
    **dict.fromkeys(("union", "symmetric_difference", "difference"), _pairwise),
    **dict.fromkeys(("intersection", "isdisjoint", "intersection_update"), _smaller),
    **dict.fromkeys(("update", "difference_update", "symmetric_difference_update", "issuperset"), _extend),
    **dict.fromkeys(("copy", "clear"), before(_all)),
    "issubset": _pairwise,
    "__init__": walking,
}
_DICT: dict[str, Rule] = {
    "copy": before(_all),
    "clear": before(_all),
    "update": walking,
    "fromkeys": walking,
    "__init__": walking,
}
_ARRAY: dict[str, Rule] = {
    **{name: _LIST[name] for name in ("index", "count", "remove", "insert", "pop", "extend", "reverse")},
    **dict.fromkeys(("tolist", "tobytes", "byteswap", "buffer_info"), before(_all)),
    "fromlist": _extend,
    "frombytes": _extend,
}

COLLECTION_RULES: dict[type, dict[str, Rule]] = {
    list: _LIST,
    tuple: {"index": _index, "count": before(_searched_whole)},
    range: {"index": before(lambda owner, args: 0 if args and type(args[0]) is int else length_of(owner))},
    deque: _DEQUE,
    set: _SET,
    frozenset: _SET,
    OrderedDict: _DICT,
    dict: _DICT,
    array: _ARRAY,
    memoryview: dict.fromkeys(("tolist", "tobytes", "hex"), giving),
}
