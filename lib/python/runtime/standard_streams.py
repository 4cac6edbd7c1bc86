"""Standard streams that deliver every print at once, and a standard input that says why it is empty."""

import io
import sys
from typing import NoReturn

NO_INPUT = "This program asks for input; this machine cannot give it yet."


class NoInput(io.TextIOBase):
    """Stands in for the keyboard: whatever asks it to read gets a sentence instead of a silent end of file."""

    encoding = "utf-8"
    errors = "strict"

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> NoReturn:
        raise EOFError(NO_INPUT)

    def readline(self, size: int = -1, /) -> NoReturn:
        raise EOFError(NO_INPUT)


def _unbuffered(descriptor: int, name: str, errors: str) -> io.TextIOWrapper:
    # A raw file under a writing-through text layer is what `python -u` makes.
    raw = io.FileIO(descriptor, "w", closefd=False)
    raw.name = name
    return io.TextIOWrapper(raw, encoding="utf-8", errors=errors, newline="\n", write_through=True)


def open_standard_streams() -> None:
    """Replaces the three standard streams."""
    sys.stdin = sys.__stdin__ = NoInput()
    sys.stdout = sys.__stdout__ = _unbuffered(1, "<stdout>", "surrogateescape")
    sys.stderr = sys.__stderr__ = _unbuffered(2, "<stderr>", "backslashreplace")
