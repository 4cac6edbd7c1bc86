"""Says in one sentence why a module that cannot work on this machine cannot be imported."""

import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec

REASONS = {
    "multiprocessing.shared_memory": "processes of this machine share no raw memory; use Value, Array or a Manager",
    "_posixshmem": "processes of this machine share no raw memory; use Value, Array or a Manager",
    "_interpreters": "a process of this machine is one interpreter; use a ProcessPoolExecutor",
    "fcntl": "files of this machine cannot be locked; use a multiprocessing.Lock",
    "curses": "this machine shows text line by line, it has no terminal",
    "tkinter": "this machine has no windows",
    "readline": "this machine shows text line by line, it has no terminal",
}


class AbsentModules(MetaPathFinder):
    """Asked first: some of these files are in the library all the same."""

    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name in REASONS:
            raise ModuleNotFoundError(f"{name} does not work here: {REASONS[name]}", name=name)
        return None


def explain_absent_modules() -> None:
    """From here on such an import says why it fails, also where the library has imported it for itself."""
    for name in REASONS:
        sys.modules.pop(name, None)
    sys.meta_path.insert(0, AbsentModules)
