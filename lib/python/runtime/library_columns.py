"""Finds in which columns of their lines the library's functions are: a snapshot's do not know, so they are compiled again.

Tracebacks mark the place with them, and ask `traceback._get_code_position`.
"""

import linecache
import sys
import traceback
from functools import lru_cache
from itertools import islice
from types import CodeType

LIBRARY_FOLDER = "/lib/python314.zip/"
CODE_UNIT_BYTES = 2

# Line, last line, column, column after the end: each from CPython's `co_positions`.
type Position = tuple[int | None, int | None, int | None, int | None]
# What one function of a file is told from the others by.
type Key = tuple[str, int, bytes]


def find_library_columns() -> None:
    """From here on tracebacks mark places in the library's lines, too."""
    known_position = traceback._get_code_position

    def position(code: CodeType, instruction: int) -> Position:
        known: Position = known_position(code, instruction)
        if known[0] is None or known[2] is not None or not code.co_filename.startswith(LIBRARY_FOLDER):
            return known
        again = _functions_in(code.co_filename).get(_key(code))
        if again is None:
            return known
        return next(islice(again.co_positions(), instruction // CODE_UNIT_BYTES, None))

    traceback._get_code_position = position


@lru_cache(maxsize=8)
def _functions_in(path: str) -> dict[Key, CodeType]:
    """None of them where the file cannot be read, or where there is no room left to compile it."""
    module = next((each for each in sys.modules.values() if getattr(each, "__file__", None) == path), None)
    if module is None:
        return {}
    functions: dict[Key, CodeType] = {}
    try:
        source = "".join(linecache.getlines(path, vars(module)))
        _collect(compile(source, path, "exec", dont_inherit=True), functions)
    except MemoryError, RecursionError:
        functions.clear()
    return functions


def _collect(code: CodeType, functions: dict[Key, CodeType]) -> None:
    functions[_key(code)] = code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            _collect(constant, functions)


def _key(code: CodeType) -> Key:
    return code.co_qualname, code.co_firstlineno, code.co_code
