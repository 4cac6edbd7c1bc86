"""What functions of the standard library are charged, where it is not the length of what they get and give."""

import bisect
import collections
import csv
import heapq
import math
import re
import threading
from array import array
from collections.abc import Callable

from .charge_rules import Rule, bisecting_steps, free, giving, reading, sorting_steps, visiting, walking, walking_all
from .charged_calls import calling, charged, charged_callable, charged_function
from .step_meter import meter
from .walked_length import deep_length, length_of, walked


def _by_pattern(name: str) -> Rule:
    """A function of `re` does what the method of a compiled pattern does."""

    def run(called: Callable, /, pattern: object, *args: object, flags: int = 0, **named: object) -> object:
        arguments = 2 if name in ("sub", "subn") else 1
        limits = 3 if name in ("sub", "subn") else 2 if name == "split" else 1
        if len(args) > limits:
            args, flags = args[:limits], args[limits]
        if not args or (len(args) < arguments and not named):
            return called(pattern, *args, flags=flags, **named)
        return charged(getattr(re.compile(pattern, flags), name))(*args, **named)

    return run


def _bisect(called: Callable, /, *args: object, **named: object) -> int:
    meter.charged += 1 + (bisecting_steps(length_of(args[0])) if args else 0)
    return called(*args, **{name: charged_callable(value) for name, value in named.items()})


def _insort(called: Callable, /, *args: object, **named: object) -> None:
    # Where it goes is not seen: charged as if every element moved.
    meter.charged += length_of(args[0]) if args else 0
    _bisect(called, *args, **named)


def _heap(called: Callable, /, *args: object) -> object:
    meter.charged += 1 + (bisecting_steps(length_of(args[0])) if args else 0)
    return called(*args)


def _best(called: Callable, /, *args: object, **named: object) -> list:
    keys = {name: charged_callable(each) for name, each in named.items()}
    result = called(*args[:1], *map(walked, args[1:2]), *args[2:], **keys)
    meter.charged += 1 + sorting_steps(len(result))
    return result


def _deep(called: Callable, /, *args: object, **named: object) -> object:
    meter.charged += 1 + sum(map(deep_length, args))
    return called(*args, **named)


def _deep_result(called: Callable, /, *args: object, **named: object) -> object:
    result = called(*args, **named)
    meter.charged += deep_length(result)
    return result


def _filled(called: type, /, *args: object, **named: object) -> object:
    meter.charged += 1 + len(named)
    return called(*args[:1], *map(walked, args[1:]), **named)


def _default_dict(called: type, /, *args: object, **named: object) -> object:
    return _filled(called, *map(charged_function, args[:1]), *args[1:], **named)


def _queue(called: type, /, *args: object, **named: object) -> object:
    meter.charged += 1
    return called(*map(walked, args[:1]), *args[1:], **named)


def _ranked(called: Callable, /, *args: object, **named: object) -> list:
    size = length_of(called.__self__)
    meter.charged += 1 + (sorting_steps(size) if not args or args[0] is None else size)
    return called(*args, **named)


def _walks_itself(called: Callable, /, *args: object, **named: object) -> object:
    meter.charged += length_of(called.__self__)
    return reading(called, *args, **named)


_PATTERN_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn")
_DRAW_ONE = ("choice", "randint", "randrange", "uniform", "gauss")

LIBRARY_CLASSES: dict[type, Rule] = {
    collections.Counter: walking,
    collections.OrderedDict: walking,
    collections.defaultdict: _default_dict,
    collections.deque: _queue,
    array: _filled,
    threading.Thread: calling,
    threading.Timer: calling,
}
LIBRARY_BUILTINS: dict[object, Rule] = {
    **dict.fromkeys((bisect.bisect_left, bisect.bisect_right), _bisect),
    **dict.fromkeys((bisect.insort_left, bisect.insort_right), _insort),
    **dict.fromkeys((heapq.heappush, heapq.heappop, heapq.heapreplace, heapq.heappushpop), _heap),
    heapq.heapify: walking,
    **dict.fromkeys((math.prod, math.fsum, math.sumprod, math.dist, math.hypot, math.gcd, math.lcm), walking_all),
    csv.reader: visiting,
}
LIBRARY_FUNCTIONS: dict[tuple[str, str], Rule] = {
    **{("re", name): _by_pattern(name) for name in _PATTERN_METHODS},
    **dict.fromkeys((("re", "compile"), ("collections", "namedtuple"), ("operator", "itemgetter")), free),
    **dict.fromkeys((("functools", name) for name in ("wraps", "update_wrapper", "lru_cache", "total_ordering")), free),
    ("functools", "cache"): calling,
    ("concurrent.futures.thread", "ThreadPoolExecutor.submit"): calling,
    ("concurrent.futures._base", "Executor.map"): calling,
    ("asyncio.threads", "to_thread"): calling,
    **dict.fromkeys((("heapq", "nlargest"), ("heapq", "nsmallest")), _best),
    **dict.fromkeys((("copy", "deepcopy"), ("json", "dump"), ("pprint", "pprint")), _deep),
    ("json", "load"): _deep_result,
    ("json", "dumps"): giving,
    **dict.fromkeys((("random", f"Random.{name}") for name in _DRAW_ONE), free),
    **dict.fromkeys((("random", f"Random.{name}") for name in ("sample", "choices")), giving),
    ("collections", "Counter.most_common"): _ranked,
    **dict.fromkeys((("collections", f"Counter.{name}") for name in ("elements", "copy", "total")), _walks_itself),
    **dict.fromkeys((("collections", f"Counter.{name}") for name in ("update", "subtract")), walking),
}
