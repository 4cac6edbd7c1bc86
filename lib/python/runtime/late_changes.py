"""Changes modules of the library that are imported only when a program asks for them."""

import sys
from collections.abc import Callable
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

from .shared_values import change_sharedctypes

CHANGES: dict[str, Callable[[ModuleType], None]] = {"multiprocessing.sharedctypes": change_sharedctypes}


class _ChangingLoader(Loader):
    def __init__(self, loader: Loader, change: Callable[[ModuleType], None]) -> None:
        self._loader = loader
        self._change = change

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        self._loader.exec_module(module)
        self._change(module)


class LateChanges(MetaPathFinder):
    """Finds a module where it is, and has it changed once it is loaded."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        change = CHANGES.get(name)
        if change is None:
            return None
        for finder in sys.meta_path:
            spec = None if finder is LateChanges else finder.find_spec(name, path, target)
            if spec is not None and spec.loader is not None:
                spec.loader = _ChangingLoader(spec.loader, change)
                return spec
        return None


def change_late_modules() -> None:
    """From here on such modules are changed when they are imported."""
    sys.meta_path.insert(0, LateChanges)
