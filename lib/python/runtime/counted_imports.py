"""Has the modules that lie in the learner's home folder count their steps too when they are imported."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType

from .count_steps import count_text
from .learner_file import HOME


class _CountingLoader(SourceFileLoader):
    def get_code(self, name: str) -> CodeType:
        # Never from a file of compiled code, which counts nothing.
        return self.source_to_code(self.get_data(self.path), self.path)

    def source_to_code(self, data: bytes, path: str, **_options: object) -> CodeType:
        return count_text(data, path, "exec")


class _CountedModules(MetaPathFinder):
    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path, target)
        if spec is None or type(spec.loader) is not SourceFileLoader or not spec.loader.path.startswith(f"{HOME}/"):
            return None
        spec.loader = _CountingLoader(name, spec.loader.path)
        return spec


@contextmanager
def counted_imports() -> Iterator[None]:
    """As long as it lasts."""
    sys.meta_path.insert(0, _CountedModules)
    try:
        yield
    finally:
        if _CountedModules in sys.meta_path:
            sys.meta_path.remove(_CountedModules)
