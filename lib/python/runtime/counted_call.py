"""Calls a function of a file in the pass that counts."""

from collections.abc import Callable
from copy import deepcopy
from types import ModuleType
from typing import NamedTuple, TypedDict

from .check_program import function_named, no_function
from .count_steps import compile_counted
from .learner_file import ProgramFile, fix_randomness, load_module
from .line_steps import noting_lines
from .step_meter import steps_so_far


class BusiestLine(TypedDict):
    """The line that took most of the steps, and its share of them."""

    line: int
    share: float


class CountedCall[Read](NamedTuple):
    steps: int
    read: Read
    busiest: BusiestLine | None


def load_counted(file: ProgramFile) -> ModuleType:
    """The file as a module whose functions count themselves; what it does when it is loaded is not counted."""
    return load_module(file["path"], compile_counted(file, by_line=True))


def count_call[Read](
    module: ModuleType, call: str, arguments: list[object], read: Callable[[object], Read]
) -> CountedCall[Read]:
    """The steps of one call of such a module's function, and what `read` makes of the result.

    What a result does when it is read counts, too, for work can be put off until then.
    """
    path = module.__file__
    function = function_named(call, module)
    if function is None:
        raise LookupError(no_function(call, path))
    values = deepcopy(arguments)
    fix_randomness()
    with noting_lines(path) as lines:
        before = steps_so_far()
        result = read(function(*values))
        steps = steps_so_far() - before
    busiest = max(lines, key=lambda line: (lines[line], -line), default=None)
    if busiest is None or not 0 < lines[busiest] <= steps:
        return CountedCall(steps, result, None)
    return CountedCall(steps, result, {"line": busiest, "share": lines[busiest] / steps})
