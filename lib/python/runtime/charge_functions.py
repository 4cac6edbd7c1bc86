"""What built-in functions and classes are charged."""

import functools
import itertools
from collections.abc import Callable, Iterable

from .charge_rules import Rule, giving, sorting_steps, visiting, walking, walking_all
from .charged_calls import calling, charged_callable, charged_function
from .step_meter import meter, ticking
from .walked_length import TEXTS, length_of, visited, walked


def _sorted(called: Callable, /, *args: object, key: Callable | None = None, **named: object) -> list:
    result = called(*map(_counted_source, args), key=charged_callable(key), **named)
    meter.charged += 1 + sorting_steps(len(result))
    return result


def _counted_source(value: object) -> object:
    return ticking(value) if hasattr(type(value), "__next__") else value


def _extreme(called: Callable, /, *args: object, **named: object) -> object:
    meter.charged += 1
    if "key" in named:
        named["key"] = charged_callable(named["key"])
    if len(args) == 1:
        return called(walked(args[0]), **named)
    meter.charged += len(args)
    return called(*args, **named)


def _sum(called: Callable, /, *args: object, **named: object) -> object:
    meter.charged += 1
    start = named.get("start", args[1] if len(args) > 1 else 0)
    if args and isinstance(start, (list, tuple)):
        return called(_summands(args[0], length_of(start)), *args[1:], **named)
    return called(*map(walked, args[:1]), *args[1:], **named)


def _summands(parts: Iterable, length: int) -> Iterable:
    # Each sum is a new list, as long as all parts so far.
    for part in parts:
        length += length_of(part)
        meter.charged += 1 + length
        yield part


def _text(called: type, /, *args: object, **named: object) -> object:
    result = called(*args, **named)
    if result is not (args[0] if args else None):
        meter.charged += 1 + length_of(result)
    return result


def made_text(object: object = "", encoding: str | None = None, errors: str | None = None) -> str:
    """`str(…)`, which programs call more often than anything else."""
    if encoding is None and errors is None:
        result = str(object)
        if result is not object:
            meter.charged += 1 + len(result)
        return result
    named = {"encoding": encoding, "errors": errors}
    return _text(str, object, **{name: value for name, value in named.items() if value is not None})


made_text.__name__ = made_text.__qualname__ = "str"


def _number(called: Callable, /, *args: object, **named: object) -> object:
    meter.charged += length_of(args[0]) if args else 0
    return called(*args, **named)


def _print(called: Callable, /, *args: object, **named: object) -> None:
    shown = tuple(map(str, args))
    meter.charged += 1 + sum(map(len, shown))
    called(*shown, **named)


def _filter(called: type, /, *args: object) -> object:
    return called(*map(charged_callable, args[:1]), *map(visited, args[1:]))


def _map(called: type, /, *args: object, **named: object) -> object:
    return called(*map(charged_callable, args[:1]), *args[1:], **named)


def _iterator(called: Callable, /, *args: object) -> object:
    return called(charged_callable(args[0]), *args[1:]) if len(args) == 2 else called(*args)


def _zip(called: type, /, *args: object, **named: object) -> object:
    # Each element has as many parts as there are arguments: beyond two they are steps of their own.
    return called(*(args if len(args) <= 2 else map(visited, args)), **named)


def _hash(called: Callable, /, *args: object) -> int:
    if args and isinstance(args[0], (tuple, *TEXTS)):
        meter.charged += length_of(args[0])
    return called(*args)


def _partial(called: type, /, *args: object, **named: object) -> object:
    return called(*map(charged_function, args[:1]), *args[1:], **named)


def _reduce(called: Callable, /, *args: object) -> object:
    meter.charged += 1
    return called(*map(charged_callable, args[:1]), *map(walked, args[1:2]), *args[2:])


def _pools(called: type, /, *args: object, **named: object) -> object:
    meter.charged += 1
    return called(*map(walked, args[:1]), *args[1:], **named)


def _sources(called: type, /, *args: object, **named: object) -> object:
    """The elements that are passed over are steps too."""
    return called(*map(visited, args[:1]), *args[1:], **named)


def _chosen(called: type, /, *args: object, **named: object) -> object:
    return called(*map(charged_callable, args[:1]), *map(visited, args[1:]), **named)


def _keyed(called: type, /, *args: object, **named: object) -> object:
    keys = {name: charged_callable(value) for name, value in named.items()}
    return called(*args[:1], *map(charged_callable, args[1:]), **keys)


def _from_iterable(called: Callable, /, *args: object) -> object:
    return called(*map(visited, args))


FUNCTIONS: dict[object, Rule] = {
    sorted: _sorted,
    min: _extreme,
    max: _extreme,
    sum: _sum,
    any: visiting,
    all: visiting,
    hash: _hash,
    print: _print,
    iter: _iterator,
    functools.reduce: _reduce,
    **dict.fromkeys((repr, ascii, format, input), giving),
}
CLASSES: dict[type, Rule] = {
    **dict.fromkeys((list, tuple, set, frozenset, dict, bytes, bytearray), walking),
    str: _text,
    int: _number,
    float: _number,
    filter: _filter,
    map: _map,
    zip: _zip,
    property: calling,
    functools.partial: _partial,
    itertools.accumulate: _keyed,
    itertools.groupby: _keyed,
    itertools.starmap: _map,
    **dict.fromkeys((itertools.filterfalse, itertools.dropwhile, itertools.takewhile), _chosen),
    **dict.fromkeys((itertools.islice, itertools.compress), _sources),
    **dict.fromkeys((itertools.permutations, itertools.combinations, itertools.combinations_with_replacement), _pools),
    itertools.product: walking_all,
}
METHODS: dict[type, dict[str, Rule]] = {itertools.chain: {"from_iterable": _from_iterable}}
