"""Forgets what only the making of a snapshot left behind: no process must see it, and it costs bytes."""

import gc
import linecache
import re
import sys
from types import FunctionType

# Pyodide puts it there again whenever it starts.
sys.path.remove("")
sys.path_importer_cache.pop("/machine", None)
linecache.clearcache()
re.purge()
sys._clear_internal_caches()


def is_hidden(thing: object) -> bool:
    """Whether it is of the interpreter's JavaScript interface, which no program can import."""
    return (getattr(thing, "__module__", None) or "").partition(".")[0] in ("pyodide", "_pyodide")


for thing in gc.get_objects():
    if isinstance(thing, FunctionType) and is_hidden(thing):
        thing.__annotate__ = None
        if thing.__doc__ is not None:
            thing.__doc__ = None
            thing.__code__ = thing.__code__.replace(co_consts=("", *thing.__code__.co_consts[1:]))
    elif isinstance(thing, type) and is_hidden(thing) and "__doc__" in vars(thing):
        thing.__doc__ = None
del thing
for _ in range(3):
    gc.collect()
