"""The profile's place among the tools of `sys.monitoring`: not the profiler's, so that a program's own one has that."""

import sys
from collections.abc import Callable

TOOL = 4
NAME = "profile"


def take_tool(callbacks: dict[int, Callable[..., object]], events: int) -> None:
    """From here on the callbacks are told of their events: of those given everywhere, of others where they are set."""
    sys.monitoring.use_tool_id(TOOL, NAME)
    for event, callback in callbacks.items():
        sys.monitoring.register_callback(TOOL, event, callback)
    sys.monitoring.set_events(TOOL, events)


def give_tool_back() -> None:
    """Nobody is told of anything any more."""
    # The program may have taken it away.
    if sys.monitoring.get_tool(TOOL) == NAME:
        sys.monitoring.clear_tool_id(TOOL)
        sys.monitoring.free_tool_id(TOOL)


def see_all_again() -> None:
    """Events that callbacks have refused are told once more."""
    if sys.monitoring.get_tool(TOOL) == NAME:
        sys.monitoring.restart_events()
