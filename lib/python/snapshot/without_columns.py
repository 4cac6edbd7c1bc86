"""Lets the library's functions forget in which columns of their lines they are; `library_columns` finds them again.

The format is CPython's, `InternalDocs/code_objects.md`: entries of at most eight code units, here of its two kinds
without columns.
"""

import gc
from types import CodeType, FunctionType

NO_COLUMNS, NO_LOCATION = 13, 15
LONGEST_ENTRY = 8
CODE_UNIT_BYTES = 2


def signed_varint(value: int) -> bytes:
    number = (-value << 1) | 1 if value < 0 else value << 1
    written = bytearray()
    while number >= 64:
        written.append(64 | (number & 63))
        number >>= 6
    written.append(number)
    return bytes(written)


def line_table(code: CodeType) -> bytes:
    table = bytearray()
    last = code.co_firstlineno
    for start, end, line in code.co_lines():
        units = (end - start) // CODE_UNIT_BYTES
        while units > 0:
            taken = min(units, LONGEST_ENTRY)
            kind = NO_LOCATION if line is None else NO_COLUMNS
            table.append(0x80 | (kind << 3) | (taken - 1))
            if line is not None:
                table += signed_varint(line - last)
                last = line
            units -= taken
    return bytes(table)


def without_columns(code: CodeType) -> CodeType:
    constants = tuple(without_columns(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=line_table(code), co_consts=constants)


# Functions made in a loop, or by a decorator, share their code, and shall go on to. No code is kept here: the memory of one is the next one's.
sharing = {}
for thing in gc.get_objects():
    if isinstance(thing, FunctionType):
        sharing.setdefault(id(thing.__code__), []).append(thing)
for functions in sharing.values():
    code = without_columns(functions[0].__code__)
    for function in functions:
        function.__code__ = code
