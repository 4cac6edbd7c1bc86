"""Which lines of the learner's asked for the memory that is held, by the traces of `tracemalloc`."""

import _tracemalloc

from . import learner_file
from .preemption import RUNTIME_FOLDER

HOME_FOLDER = learner_file.HOME + "/"

Site = tuple[str, int] | None
"""A line of the learner's files; None for all that no line of theirs asked for."""

Held = dict[Site, tuple[int, int]]
"""Bytes and blocks."""


def held_now(program: str) -> Held:
    """What each line holds at this moment. Walks every block there is."""
    sites: dict[int, Site | bool] = {}
    held: Held = {}
    for _domain, size, frames, _total in _tracemalloc._get_traces():
        # Blocks of the same stack share one object for it.
        site = sites.get(id(frames), False)
        if site is False:
            site = sites[id(frames)] = _site_of(frames, program)
        if site is not True:
            size_before, blocks = held.get(site, (0, 0))
            held[site] = size_before + size, blocks + 1
    return held


def _site_of(frames: tuple[tuple[str, int], ...], program: str) -> Site | bool:
    """The innermost line of the learner's; True for what this runtime holds for itself."""
    if frames[0][0].startswith(RUNTIME_FOLDER):
        return True
    for path, line in frames:
        if path == program or path in learner_file.notebook:
            return path, line
        if path.startswith(HOME_FOLDER):
            return path.removeprefix(HOME_FOLDER), line
    return None
