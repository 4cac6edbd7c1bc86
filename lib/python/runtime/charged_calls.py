"""Finds out, when something is called, what it is to be charged.

What a learner's file defines counts itself. A built-in is known by its identity or by its type and name, so that an
alias, a bound method or one that was asked of `getattr` is charged all the same; what is handed to a built-in to be
called by it, such as a key, is handed on charged.
"""

import operator
import re
import types
from collections.abc import Callable
from functools import partial

from .charge_rules import Rule, free, reading, under
from .charge_slots import SLOT_RULES
from .step_meter import meter, ticking
from .walked_length import length_of

# Of the files that count themselves.
own_files: set[str] = set()
METHOD_RULES: dict[type, dict[str, Rule]] = {}
FUNCTION_RULES: dict[object, Rule] = {}
CLASS_RULES: dict[type, Rule] = {}
# Functions and methods of the library that are written in Python, by module and qualified name.
LIBRARY_RULES: dict[tuple[str, str], Rule] = {}

# Whatever else of these is called is charged by the length of what it gets and gives.
_READING_MODULES = frozenset(
    """
    statistics _statistics copy textwrap random string fnmatch difflib csv _csv functools _functools pprint shlex
    base64 binascii hashlib _hashlib _sha1 _sha2 _sha3 _md5 _blake2 zlib html urllib.parse struct _struct pickle _pickle
    heapq _heapq bisect _bisect json json.encoder json.decoder _json re unicodedata collections _collections
    _collections_abc array marshal _operator operator itertools _string keyword colorsys secrets hmac
    """.split()
)
# Other processes and networks take the time they take.
_VARYING_MODULES = (
    *("subprocess", "multiprocessing", "concurrent.futures.process", "socket", "_socket", "http", "urllib.request"),
    "secrets",
)

# Methods that are told the class they belong to are of a type that has no name in `types`.
_CLASS_BOUND = type(re.compile("").search)


def charged(called: object) -> object:
    """What is to be called in its place: itself, or what calls it and adds its steps."""
    kind = type(called)
    if kind is types.FunctionType:
        return called if called.__code__.co_filename in own_files else _of_library(called, called)
    if kind is types.MethodType:
        function = called.__func__
        if type(function) is not types.FunctionType:
            return called
        return called if function.__code__.co_filename in own_files else _of_library(called, function)
    find = _FINDERS.get(kind)
    if find is not None:
        return find(called)
    return _class(called) if isinstance(called, type) else called


def charged_callable(called: object) -> object:
    """What a built-in is to call in its place."""
    kind = type(called)
    if kind in _FINDERS or kind is types.FunctionType or kind is types.MethodType:
        return charged(called)
    return called


def charged_function(called: object) -> object:
    """As `charged_callable`, but a class stays itself, for where a program may ask for it again."""
    return called if isinstance(called, type) else charged_callable(called)


def calling(called: Callable, /, *args: object, **named: object) -> object:
    """The rule for what calls its arguments."""
    charged_named = {name: charged_callable(value) for name, value in named.items()}
    return called(*map(charged_callable, args), **charged_named)


def _charged_by(rule: Rule | None, called: object) -> object:
    return called if rule is None or rule is free else under(rule, called)


def _reading_library(called: Callable, /, *args: object, **named: object) -> object:
    def handed(value: object) -> object:
        kind = type(value)
        is_built_in = kind.__module__ in ("builtins", "itertools") and kind is not types.GeneratorType
        if is_built_in and hasattr(kind, "__next__"):
            return ticking(value)
        return charged_function(value)

    return reading(called, *map(handed, args), **{name: handed(value) for name, value in named.items()})


def _of_library(called: object, function: types.FunctionType) -> object:
    module = function.__module__ or ""
    rule = LIBRARY_RULES.get((module, function.__qualname__))
    if rule is None and module in _READING_MODULES:
        rule = _reading_library
    _note_module(module)
    return _charged_by(rule, called)


def _note_module(module: object) -> None:
    if type(module) is str and module.startswith(_VARYING_MODULES):
        meter.varies = True


def _builtin(called: types.BuiltinFunctionType) -> object:
    owner = called.__self__
    if owner is None or type(owner) is types.ModuleType:
        rule = FUNCTION_RULES.get(called)
        if rule is None:
            module = called.__module__
            rule = FUNCTION_RULES[called] = _reading_library if module in _READING_MODULES else free
        return _charged_by(rule, called)
    return _charged_by(_method_rule(owner if isinstance(owner, type) else type(owner), called.__name__), called)


def _method_rule(kind: type, name: str) -> Rule | None:
    for base in kind.__mro__:
        rules = METHOD_RULES.get(base)
        if rules is not None and name in rules:
            return rules[name]
    if name in SLOT_RULES:
        return SLOT_RULES[name]
    return _reading_library if kind.__module__ in _READING_MODULES and kind not in METHOD_RULES else None


def _slot(called: types.MethodWrapperType) -> object:
    owner, name = called.__self__, called.__name__
    if name == "__call__":
        # A class of the learner's may call this from a `__call__` of its own.
        return charged(owner) if type(owner) in _FINDERS else called
    return _charged_by(_method_rule(type(owner), name), called)


def _unbound(called: types.MethodDescriptorType) -> object:
    rule = _method_rule(called.__objclass__, called.__name__)
    return called if rule is None else under(_bind, called)


def _bind(called: types.MethodDescriptorType, /, *args: object, **named: object) -> object:
    if args and isinstance(args[0], called.__objclass__):
        return charged(called.__get__(args[0]))(*args[1:], **named)
    return called(*args, **named)


def _class(called: type) -> object:
    rule = CLASS_RULES.get(called)
    if rule is not None:
        return _charged_by(rule, called)
    _note_module(called.__module__)
    if type(called.__init__) is types.FunctionType:
        return called
    # One made from a built-in collection, with nothing of its own that would count what it is filled with.
    inherited = (CLASS_RULES[base] for base in called.__mro__ if base in CLASS_RULES)
    return _charged_by(next(inherited, None), called)


def _method_caller(called: operator.methodcaller) -> object:
    return under(_call_method, called)


def _call_method(caller: operator.methodcaller, value: object) -> object:
    made = caller.__reduce__()
    named = made[0].keywords if isinstance(made[0], partial) else {}
    name, *args = (*made[0].args, *made[1]) if isinstance(made[0], partial) else made[1]
    return charged(getattr(value, name))(*args, **named)


def _item_getter(called: operator.itemgetter) -> object:
    _, items = called.__reduce__()
    return under(_get_items, called) if any(type(item) is slice for item in items) else called


def _get_items(getter: operator.itemgetter, value: object) -> object:
    result = getter(value)
    meter.charged += 1 + length_of(result)
    return result


_FINDERS: dict[type, Callable] = {
    types.BuiltinFunctionType: _builtin,
    _CLASS_BOUND: _builtin,
    types.MethodDescriptorType: _unbound,
    types.WrapperDescriptorType: _unbound,
    types.MethodWrapperType: _slot,
    type: _class,
    operator.methodcaller: _method_caller,
    operator.itemgetter: _item_getter,
}
