"""Puts functions of this runtime where the library has its own."""

from collections.abc import Callable
from types import ModuleType


def stand_in(module: ModuleType, **functions: Callable[..., object]) -> None:
    """Gives the module these functions, as if they had always been its own: they are shown and pickled as such."""
    for name, function in functions.items():
        function.__name__ = function.__qualname__ = name
        function.__module__ = module.__name__
        setattr(module, name, function)
