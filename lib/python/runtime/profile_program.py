"""Finds out where a program's time goes: of this process alone, in all its threads."""

import time

from . import kernel, profile_samples, profile_turns
from .profile_tree import ProfileReport
from .report_calls import tree_of_calls
from .standard_streams import show_error

NO_LOOKS = (
    "This page is not cross-origin isolated, so nobody can look into a running program: "
    "all its calls and lines were followed instead.\n"
)


class _Watched:
    mode: str | None = None
    began = 0.0
    wall_seconds = 0.0


def begin_profile(mode: str, program: str) -> None:
    """From here on the program's file, known by its path, and those before it are watched."""
    if mode == "sampling" and not kernel.can_wait:
        show_error(NO_LOOKS)
        mode = "deterministic"
    _Watched.mode = mode
    _Watched.began = time.perf_counter()
    if mode == "deterministic":
        profile_turns.begin(program)
    else:
        profile_samples.begin(program)


def end_profile() -> None:
    """Watches no more; what was found is kept until it is taken."""
    if _Watched.mode is None:
        return
    _Watched.wall_seconds = time.perf_counter() - _Watched.began
    if _Watched.mode == "deterministic":
        profile_turns.end()
    else:
        profile_samples.end()


def take_profile() -> ProfileReport | None:
    """What was found about the program that has ended; None where no memory is left to say it."""
    try:
        tree, samples = (
            (tree_of_calls(), 0) if _Watched.mode == "deterministic" else profile_samples.tree_of_samples()
        )
        return tree.report(str(_Watched.mode), _Watched.wall_seconds, samples)
    except MemoryError:
        return None
