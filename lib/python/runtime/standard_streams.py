"""Standard streams that deliver every print at once, and a standard input that says why it is empty."""

import io
import math
import sys
from typing import NoReturn

NO_INPUT = "This program asks for input; this machine cannot give it yet."


class Allowance:
    """How many more characters are worth delivering: what follows the output limit is shown to nobody."""

    __slots__ = ("characters",)

    def __init__(self) -> None:
        self.characters = math.inf


_allowance = Allowance()
_deliver = io.TextIOWrapper.write


class OutputStream(io.TextIOWrapper):
    """A text stream whose writes cost next to nothing once the output limit has passed."""

    def write(self, text: str, /) -> int:
        if _allowance.characters < 0 or not text:
            return len(text)
        _allowance.characters -= len(text)
        return _deliver(self, text)


class NoInput(io.TextIOBase):
    """Stands in for the keyboard: whoever reads gets a sentence instead of a silent end of file."""

    encoding = "utf-8"
    errors = "strict"

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> NoReturn:
        raise EOFError(NO_INPUT)

    def readline(self, size: int = -1, /) -> NoReturn:
        raise EOFError(NO_INPUT)


def open_standard_streams() -> None:
    """Replaces the three standard streams."""
    sys.stdin = sys.__stdin__ = NoInput()
    sys.stdout = sys.__stdout__ = _unbuffered(1, "<stdout>", "surrogateescape")
    sys.stderr = sys.__stderr__ = _unbuffered(2, "<stderr>", "backslashreplace")


def limit_output(characters: int) -> None:
    """From here on, no more than so many characters are delivered (and the rest of the write that passes them)."""
    _allowance.characters = characters


def _unbuffered(descriptor: int, name: str, errors: str) -> OutputStream:
    # A raw file under a writing-through text layer is what `python -u` makes.
    raw = io.FileIO(descriptor, "w", closefd=False)
    raw.name = name
    return OutputStream(raw, encoding="utf-8", errors=errors, newline="\n", write_through=True)
