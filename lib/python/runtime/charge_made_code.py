"""Counts code that a program makes while it runs, and refuses what cannot be counted."""

import ast
import inspect
import sys
from collections.abc import Callable
from types import CodeType

from .charge_rules import Rule
from .count_steps import count_text

CANNOT_BE_COUNTED = "Code that is made in this way cannot be counted. Write it in the file."


def _execute(
    called: Callable, source: object, globals: object = None, locals: object = None, /, **named: object
) -> object:
    """Stands for `exec` and `eval`, in the names of whoever calls them."""
    frame = sys._getframe(2)
    globals = named.pop("globals", globals)
    locals = named.pop("locals", locals)
    if globals is None:
        globals = frame.f_globals
        if locals is None:
            is_function = frame.f_code.co_flags & inspect.CO_OPTIMIZED
            locals = dict(frame.f_locals) if is_function else frame.f_locals
    code = _counted(source, called.__name__)
    return called(code, globals, locals, **named) if locals is not None else called(code, globals, **named)


def _counted(source: object, mode: str) -> CodeType:
    if isinstance(source, CodeType):
        if source in _counted_code:
            return source
        raise RuntimeError(CANNOT_BE_COUNTED)
    text = source.lstrip(" \t") if mode == "eval" and isinstance(source, str) else source
    return count_text(text, "<string>", mode)


_counted_code: set[CodeType] = set()


def _compile(
    called: Callable, source: object, filename: str, mode: str = "exec", *args: object, **named: object
) -> object:
    if isinstance(source, ast.AST) or mode == "single":
        raise RuntimeError(CANNOT_BE_COUNTED)
    flags = named.get("flags", args[0] if args else 0)
    if flags & ast.PyCF_ONLY_AST:
        return called(source, filename, mode, *args, **named)
    code = count_text(source, filename, mode, flags)
    _counted_code.add(code)
    return code


MADE_CODE_RULES: dict[object, Rule] = {exec: _execute, eval: _execute, compile: _compile}
