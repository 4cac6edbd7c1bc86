"""Takes away what leads from Python to the JavaScript around it."""

import sys

from _pyodide._importhook import jsfinder

HOST_MODULES = ("pyodide_js", "pyodide_js._api")


def hide_host() -> None:
    """Leaves `js` importable but empty, and the interpreter's own JavaScript interface not importable at all."""
    jsfinder.jsproxies.pop("pyodide_js", None)
    for name in HOST_MODULES:
        sys.modules.pop(name, None)


def hide_runtime() -> None:
    """Makes this package unimportable: its modules live on in the functions already loaded."""
    for name in [name for name in sys.modules if name.partition(".")[0] == __package__]:
        del sys.modules[name]
