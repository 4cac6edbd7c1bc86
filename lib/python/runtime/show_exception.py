"""Shows a learner's exception as CPython does, without the frames of this runtime."""

import traceback
from collections.abc import Iterator
from traceback import StackSummary, TracebackException

RUNTIME_FOLDER = __file__.rpartition("/")[0] + "/"
MESSAGE_LIMIT = 500


def traceback_text(error: BaseException) -> str:
    """The whole traceback, chained causes included, uncoloured."""
    shown = TracebackException.from_exception(error, compact=True)
    _drop_runtime_frames(shown)
    return "".join(shown.format(colorize=False))


def message_of(error: BaseException) -> str:
    """The line that names the error, such as `ZeroDivisionError: division by zero`."""
    shown = TracebackException.from_exception(error, limit=0, compact=True)
    lines = "".join(shown.format_exception_only(colorize=False)).splitlines()
    # What stands before it is indented: the place of a syntax error.
    named = next(line for line in lines if not line.startswith(" "))
    return shortened(named, MESSAGE_LIMIT)


def line_in(path: str, error: BaseException) -> int | None:
    """The innermost line of the file `path` that the error passed, if it passed any."""
    lines = [line for frame, line in traceback.walk_tb(error.__traceback__) if frame.f_code.co_filename == path]
    return lines[-1] if lines else None


def shortened(text: str, limit: int) -> str:
    """The text, or its beginning and an ellipsis where it is longer than `limit` characters."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _drop_runtime_frames(shown: TracebackException) -> None:
    for part in _parts(shown):
        frames = [frame for frame in part.stack if not frame.filename.startswith(RUNTIME_FOLDER)]
        # CPython prints no "Traceback (most recent call last):" above no frames.
        part.stack = StackSummary.from_list(frames) if frames else None


def _parts(shown: TracebackException) -> Iterator[TracebackException]:
    yield shown
    for part in (shown.__cause__, shown.__context__, *(shown.exceptions or ())):
        if part is not None:
            yield from _parts(part)
