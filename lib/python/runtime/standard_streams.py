"""Standard streams: every print is delivered at once, and whoever reads waits for the learner to type."""

import io
import math
import os
import sys

from . import kernel
from .connections import READING, WRITING, pipe_is_ready, read_some, write_all
from .pipe_streams import PipeWriter

NO_INPUT = "this program asks for input, but this page is not cross-origin isolated, so it cannot wait for an answer"
KEYBOARD_PIPE = 0


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


class Keyboard(io.RawIOBase):
    """Asks the learner when there is nothing to read, and waits while other threads go on."""

    name = "<stdin>"

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")
        data = read_keyboard(len(view))
        view[: len(data)] = data
        return len(data)


class _Pipes:
    """The pipes that stand for the standard streams; the outputs' are None where they go to the page."""

    source = KEYBOARD_PIPE
    output: int | None = None
    error: int | None = None


def keyboard_pipe() -> int:
    """The pipe that the standard input comes from."""
    return _Pipes.source


def read_keyboard(limit: int = io.DEFAULT_BUFFER_SIZE) -> bytes:
    """Waits for a line; nothing at the end of the input."""
    pipe = _Pipes.source
    if not kernel.can_wait:
        raise EOFError(NO_INPUT)
    if pipe == KEYBOARD_PIPE and not pipe_is_ready(pipe):
        kernel.want_input()
    return read_some(pipe, limit)


def open_standard_streams() -> None:
    """Replaces the three standard streams."""
    sys.stdin = sys.__stdin__ = io.TextIOWrapper(io.BufferedReader(Keyboard()), encoding="utf-8")
    sys.stdout = sys.__stdout__ = _unbuffered(_raw_file(1, "<stdout>"), "surrogateescape")
    sys.stderr = sys.__stderr__ = _unbuffered(_raw_file(2, "<stderr>"), "backslashreplace")


def use_pipes(pipes: tuple[int, int | None, int | None]) -> None:
    """Makes pipes of the kernel the standard streams, in a process that was started with them."""
    _Pipes.source, _Pipes.output, _Pipes.error = pipes
    if _Pipes.output is not None:
        writer = PipeWriter(_Pipes.output, "<stdout>")
        sys.stdout = sys.__stdout__ = _unbuffered(writer, "surrogateescape")
    if _Pipes.error is not None:
        writer = PipeWriter(_Pipes.error, "<stderr>")
        sys.stderr = sys.__stderr__ = _unbuffered(writer, "backslashreplace")


def write_inherited(descriptor: int, data: bytes) -> None:
    """Writes to the standard output (1) or error (2) as a command that was given no other finds it."""
    pipe = _Pipes.output if descriptor == 1 else _Pipes.error
    if pipe is None:
        os.write(descriptor, data)
    else:
        write_all(pipe, memoryview(data))


def hand_on_pipes(slot: int) -> tuple[int, int | None, int | None]:
    """The pipes for a process that is to have the same standard streams; it holds them from here on."""
    kernel.retain(_Pipes.source, READING, slot)
    for pipe in (_Pipes.output, _Pipes.error):
        if pipe is not None:
            kernel.retain(pipe, WRITING, slot)
    return _Pipes.source, _Pipes.output, _Pipes.error


def show_error(text: str) -> None:
    """Writes to the standard error that the process began with, whatever the program has put in its place."""
    if text:
        sys.__stderr__.write(text)


def limit_output(characters: int) -> None:
    """From here on, no more than so many characters are delivered (and the rest of the write that passes them)."""
    _allowance.characters = characters


def _raw_file(descriptor: int, name: str) -> io.FileIO:
    raw = io.FileIO(descriptor, "w", closefd=False)
    raw.name = name
    return raw


def _unbuffered(raw: io.RawIOBase, errors: str) -> OutputStream:
    # A raw file under a writing-through text layer is what `python -u` makes.
    return OutputStream(raw, encoding="utf-8", errors=errors, newline="\n", write_through=True)
