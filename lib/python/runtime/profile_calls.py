"""Follows every call and every line of the learner's files, and takes the time between them.

Events come from `sys.monitoring`: in code of the learner's for lines, calls and returns, in functions of the library that
the learner calls for their returns. What happens further inside the library is no event and costs nothing. Each event
reads the clock where it begins and where it ends, so that what it does between is nobody's time. What the interpreter
needs to tell of the event stays in: short calls look slower than they are, by something like half a microsecond each.
No guess is subtracted, for a guess that is too large shows the busiest function as the one that takes no time.

What is called here at an event calls no function in Python before it has noted where the program is: where the stack
is full such a call fails, and what follows would be noted in the wrong place.
"""

import sys
import time
from types import (
    BuiltinFunctionType,
    ClassMethodDescriptorType,
    CodeType,
    FunctionType,
    MethodDescriptorType,
    MethodType,
    ModuleType,
    WrapperDescriptorType,
)

from .profile_nodes import Node, Place, add_child, make_room, new_place, take_room
from .profile_tool import TOOL, see_all_again, take_tool
from .profile_tree import FunctionKey
from .profiled_names import belongs_to_line, callable_function, is_runtime, library_function, own_function, shown_path

CO_LAZY = 0x20 | 0x80 | 0x200  # generators, coroutines, asynchronous generators: a call runs nothing of them

_events = sys.monitoring.events
_GLOBAL = _events.PY_START | _events.PY_UNWIND | _events.PY_THROW
_IN_LIBRARY = _events.PY_START | _events.PY_RESUME | _events.PY_RETURN | _events.PY_YIELD
_IN_OWN = _IN_LIBRARY | _events.LINE | _events.CALL
DISABLE = sys.monitoring.DISABLE
_now = time.perf_counter

_KEYS_THEMSELVES = frozenset(
    (type, BuiltinFunctionType, MethodDescriptorType, WrapperDescriptorType, ClassMethodDescriptorType)
)
OWN, LIBRARY = 1, 2

Stack = list[tuple[Node, Place, Place, int]]
Where = tuple[Stack, Node, Place, Place, int]


_program = ""
_kinds: dict[int, int] = {}
_kept: list[object] = []
_passed: set[int] = set()
_names: dict[object, FunctionKey] = {}

# Where the thread is whose turn it is. `_here` is `_line`, or what the line has called; `_depth` is how many calls of the
# library are open there.
_stack: Stack = []
_node: Node
_line: Place
_here: Place
_depth = 0
_last = 0.0


def _add_line(number: int) -> Place:
    _node.lines[number] = place = new_place()
    return place


def _add_site(key: object, called: object) -> Place:
    shown: object = key
    if belongs_to_line(called) or _node.anchor is not None:
        shown = None
    elif key not in _node.keys:
        if take_room():
            _node.keys.add(key)
        else:
            shown = None
    if key not in _names:
        _kept.append(called)
        _names[key] = callable_function(called)
    _line.sites[key] = site = new_place(shown)
    return site


def _adopt(code: CodeType, kind: int) -> None:
    _kept.append(code)
    _kinds[id(code)] = kind
    sys.monitoring.set_local_events(TOOL, code, _IN_OWN if kind == OWN else _IN_LIBRARY)
    if id(code) in _passed:
        _passed.discard(id(code))
        see_all_again()


def _meet(code: CodeType) -> object:
    """The first start of a function that no line was seen to call."""
    if shown_path(code, _program) is not None:
        _adopt(code, OWN)
        return _on_start(code, 0)
    if _here is not _line or _node.code is None or is_runtime(code):
        _passed.add(id(code))
        return DISABLE
    _adopt(code, LIBRARY)
    _names[id(code)] = library_function(code, str(sys._getframe(2).f_globals.get("__name__", "")))
    return _on_start(code, 0)


def _on_start(code: CodeType, _offset: int) -> object:
    global _node, _line, _here, _depth, _last
    key = id(code)
    kind = _kinds.get(key)
    if kind == OWN:
        now = _now()
        _here.own += now - _last
        # The caller is kept before anything can fail, so that the return undoes it.
        _stack.append((_node, _line, _here, _depth))
        path = key if _here.key is None else (_here.key, key)
        _node = _node.children.get(path) or add_child(_node, path, code)
        _node.calls += 1
        _line = _here = _node.start
        _depth = 0
        _last = _now()
    elif kind == LIBRARY:
        if _here is _line and _node.code is not None:
            _open_unseen(code)
            _here.count += 1
        _depth += 1
    else:
        return _meet(code)


def _on_resume(code: CodeType, _offset: int, _error: object = None) -> None:
    """A generator or a coroutine goes on: not another call."""
    global _node, _line, _here, _depth, _last
    key = id(code)
    kind = _kinds.get(key)
    if kind == OWN:
        now = _now()
        _here.own += now - _last
        _stack.append((_node, _line, _here, _depth))
        path = key if _here.key is None else (_here.key, key)
        _node = _node.children.get(path) or add_child(_node, path, code)
        number = sys._getframe(1).f_lineno
        _line = _here = _node.lines.get(number) or _add_line(number)
        _depth = 0
        _last = _now()
    elif kind == LIBRARY:
        if _here is _line and _node.code is not None:
            _open_unseen(code)
        _depth += 1


def _open_unseen(code: CodeType) -> None:
    """A function of the library begins that an operator or a loop of the learner's has called."""
    global _here, _depth, _last
    now = _now()
    _here.own += now - _last
    _here = _line.sites.get(id(code)) or _add_site(id(code), code)
    _depth = 0
    _last = _now()


def _on_leave(code: CodeType, _offset: int, _value: object) -> None:
    """A return, a yield, or an error that nobody in the function has caught."""
    global _node, _line, _here, _depth, _last
    kind = _kinds.get(id(code))
    if kind is None:
        return
    now = _now()
    if kind == OWN:
        if _stack:
            _here.own += now - _last
            _node, _line, _here, _depth = _stack.pop()
            _last = _now()
    elif _here is not _line:
        _depth -= 1
        if _depth <= 0:
            _here.own += now - _last
            _here = _line
            _last = _now()


def _on_line(_code: CodeType, number: int) -> None:
    global _line, _here, _last
    now = _now()
    _here.own += now - _last
    _line = _here = _node.lines.get(number) or _add_line(number)
    _line.count += 1
    _last = _now()


def _on_call(_code: CodeType, _offset: int, called: object, _argument: object) -> None:
    global _here, _depth, _last
    now = _now()
    kind = type(called)
    if kind is MethodType:
        called = called.__func__
        kind = type(called)
    if kind is FunctionType:
        code = called.__code__
        key = id(code)
        known = _kinds.get(key)
        if known is None:
            known = OWN if shown_path(code, _program) is not None else LIBRARY
            _adopt(code, known)
            _names[key] = callable_function(called)
        if known == OWN or code.co_flags & CO_LAZY:
            # Its start is an event of its own.
            _here.own += now - _last
            _last = _now()
            return
        depth = 0
    else:
        depth = 1
        if kind is BuiltinFunctionType and type(called.__self__) is not ModuleType:
            key = (type(called.__self__), called.__name__)
        elif kind in _KEYS_THEMSELVES:
            key = called
        elif issubclass(kind, type):
            key = id(called)
        else:
            key = kind
    _here.own += now - _last
    _here = _line.sites.get(key) or _add_site(key, called)
    _here.count += 1
    _depth = depth
    _last = _now()


def _on_called(_code: CodeType, _offset: int, _called: object, _argument: object) -> None:
    """A built-in function has come back, or has raised."""
    global _here, _depth, _last
    now = _now()
    _here.own += now - _last
    _here = _line
    _depth = 0
    _last = _now()


_CALLBACKS = {
    _events.PY_START: _on_start,
    _events.PY_RESUME: _on_resume,
    _events.PY_THROW: _on_resume,
    _events.PY_RETURN: _on_leave,
    _events.PY_YIELD: _on_leave,
    _events.PY_UNWIND: _on_leave,
    _events.LINE: _on_line,
    _events.CALL: _on_call,
    _events.C_RETURN: _on_called,
    _events.C_RAISE: _on_called,
}


def begin(program: str) -> None:
    """From here on the calls and lines of the learner's files are followed, in every thread."""
    global _program
    _program = program
    make_room()
    for each in (_kinds, _kept, _passed, _names):
        each.clear()
    take_tool(_CALLBACKS, _GLOBAL)


def leave(now: float) -> Where:
    """Where the thread is whose turn it was; its time until now is its own."""
    global _last
    _here.own += now - _last
    _last = now
    return _stack, _node, _line, _here, _depth


def enter(where: Where, last: float) -> None:
    """Goes on where a thread is; the time since `last` is its own."""
    global _stack, _node, _line, _here, _depth, _last
    _stack, _node, _line, _here, _depth = where
    _last = last


def enter_new(root: Node, now: float) -> None:
    """Begins a thread."""
    enter(([], root, root.start, root.start, 0), now)


def function_of(node: Node) -> FunctionKey:
    """The function of the learner's that it stands for."""
    return own_function(node.code, shown_path(node.code, _program))


def function_called(key: object) -> FunctionKey:
    """What a place with this key calls."""
    return _names[key]
