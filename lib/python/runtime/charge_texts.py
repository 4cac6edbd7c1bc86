"""What the methods of texts, files and patterns are charged: the characters they read and write."""

import io
import re
from collections.abc import Callable

from .charge_rules import Rule, after, before, giving, walking
from .charged_calls import charged_callable
from .step_meter import meter
from .walked_length import length_of, lengths_of, walked

_WHOLE = """
    capitalize casefold lower upper swapcase title strip lstrip rstrip encode decode expandtabs translate
    isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper
    replace split rsplit splitlines partition rpartition removeprefix removesuffix format format_map hex
    center ljust rjust zfill count __format__
"""


def _read_and_written(result: object, owner: object, args: tuple) -> int:
    return length_of(owner) + length_of(result)


def _start(args: tuple) -> int:
    return args[1] if len(args) > 1 and type(args[1]) is int and args[1] > 0 else 0


def _from_front(result: object, owner: object, args: tuple) -> int:
    read = length_of(owner) if result < 0 else result + max(length_of(args[0]), 1)
    return max(read - _start(args), 0)


def _from_back(result: object, owner: object, _args: tuple) -> int:
    return length_of(owner) - max(result, 0)


def _compared(owner: object, args: tuple) -> int:
    parts = args[0] if args and type(args[0]) is tuple else args[:1]
    return sum(min(length_of(part), length_of(owner)) for part in parts)


def _found(cost: Callable[[int, object, tuple], int]) -> Rule:
    def run(called: Callable, /, *args: object) -> object:
        try:
            place = called(*args)
        except ValueError:
            meter.charged += 1 + cost(-1, called.__self__, args)
            raise
        meter.charged += 1 + cost(place, called.__self__, args)
        return place

    return run


def _join(called: Callable, /, *args: object) -> object:
    result = called(*map(walked, args))
    meter.charged += 1 + length_of(result)
    return result


_TEXT: dict[str, Rule] = {
    **dict.fromkeys(_WHOLE.split(), after(_read_and_written)),
    "find": after(_from_front),
    "rfind": after(_from_back),
    "index": _found(_from_front),
    "rindex": _found(_from_back),
    "startswith": before(_compared),
    "endswith": before(_compared),
    "join": _join,
    "maketrans": walking,
}
_BYTES: dict[str, Rule] = {**_TEXT, "fromhex": giving}


def _behind(owner: object, args: tuple) -> int:
    place = args[0] if args and type(args[0]) is int else -1
    return max(length_of(owner) - (place if place >= 0 else length_of(owner) + place), 0)


_BYTEARRAY: dict[str, Rule] = {
    **_BYTES,
    "insert": before(_behind),
    "pop": before(_behind),
    "remove": before(lambda owner, _args: length_of(owner)),
    "reverse": before(lambda owner, _args: length_of(owner)),
    "copy": before(lambda owner, _args: length_of(owner)),
    "extend": walking,
}


def _line_lengths(result: object, _owner: object, _args: tuple) -> int:
    return lengths_of(result)


_given = before(lambda _owner, args: lengths_of(args))


def _write_lines(called: Callable, /, lines: object) -> object:
    text = list(walked(lines))
    meter.charged += 1 + lengths_of(text)
    return called(text)


_FILE: dict[str, Rule] = {
    **dict.fromkeys(("read", "readline", "read1", "readall", "getvalue", "peek", "__next__"), giving),
    "readlines": after(_line_lengths),
    "write": _given,
    "writelines": _write_lines,
    "readinto": after(lambda result, _owner, _args: result or 0),
}
_FILES = (
    *(io.TextIOWrapper, io.StringIO, io.BytesIO, io.BufferedReader, io.BufferedWriter),
    *(io.BufferedRandom, io.FileIO),
)


def _matched(result: object, _owner: object, args: tuple) -> int:
    text = args[0] if args else ""
    start = _start(args)
    return (result.end() if result is not None else length_of(text)) - start


def _replace(called: Callable, /, replacement: object, *args: object, **named: object) -> object:
    result = called(charged_callable(replacement), *args, **named)
    meter.charged += 1 + lengths_of(args[:1]) + length_of(result)
    return result


_PATTERN: dict[str, Rule] = {
    **dict.fromkeys(("search", "match", "fullmatch"), after(_matched)),
    **dict.fromkeys(("findall", "split"), after(lambda result, _owner, args: lengths_of(args[:1]) + length_of(result))),
    **dict.fromkeys(("finditer", "scanner"), before(lambda _owner, args: lengths_of(args[:1]))),
    **dict.fromkeys(("sub", "subn"), _replace),
}

TEXT_RULES: dict[type, dict[str, Rule]] = {
    str: _TEXT,
    bytes: _BYTES,
    bytearray: _BYTEARRAY,
    **dict.fromkeys(_FILES, _FILE),
    re.Pattern: _PATTERN,
    re.Match: {"expand": giving},
}
