"""Says who waits where when no thread can go on."""

import linecache
import threading
from types import FrameType

from .green_threads import GreenThread
from .preemption import RUNTIME_FOLDER

LIBRARY_FOLDERS = ("/lib/python", RUNTIME_FOLDER, "<frozen")


def explain(threads: list[GreenThread]) -> str:
    """A sentence, then a line for each thread: its name and where it waits."""
    lines = ["every thread waits for another one, so none can go on:"]
    for thread in threads:
        known = threading._active.get(thread.ident)
        name = known.name if known is not None else f"thread {thread.ident}"
        lines.append(f"  {name} {_place(thread.frame)}")
    return "\n".join(lines)


def _place(frame: FrameType | None) -> str:
    own = frame
    while own is not None and own.f_code.co_filename.startswith(LIBRARY_FOLDERS):
        own = own.f_back
    if own is None:
        return "waits"
    path, line = own.f_code.co_filename, own.f_lineno
    text = linecache.getline(path, line).strip()
    return f"waits at line {line} of {path}: {text}"
