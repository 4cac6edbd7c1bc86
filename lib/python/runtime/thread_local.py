"""Names that are different ones in every thread: `threading.local`."""

import weakref

from .green_threads import current
from .thread_locks import refuse_copies


class thread_local:
    __slots__ = ("__dict__", "__weakref__", "_local__arguments", "_local__names")

    def __new__(cls, /, *arguments, **named):
        if (arguments or named) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_local__arguments", (arguments, named))
        object.__setattr__(self, "_local__names", {})
        # The thread that makes it goes through `__init__` anyway.
        _begin(self)
        return self

    __reduce__ = refuse_copies

    def __getattribute__(self, name, /):
        _use_own(self)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value, /):
        if name == "__dict__":
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
        _use_own(self)
        object.__setattr__(self, name, value)

    def __delattr__(self, name, /):
        if name == "__dict__":
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
        _use_own(self)
        object.__delattr__(self, name)


thread_local.__name__ = thread_local.__qualname__ = "_local"
thread_local.__module__ = "_thread"


def _use_own(local: thread_local) -> None:
    own = object.__getattribute__(local, "_local__names").get(current().ident)
    if own is not None:
        object.__setattr__(local, "__dict__", own)
        return
    _begin(local)
    arguments, named = object.__getattribute__(local, "_local__arguments")
    type(local).__init__(local, *arguments, **named)
    # Other threads may have had turns meanwhile, and used names of theirs.
    object.__setattr__(local, "__dict__", object.__getattribute__(local, "_local__names")[current().ident])


def _begin(local: thread_local) -> None:
    """Gives the current thread names of its own, which go with the thread."""
    thread = current()
    names = object.__getattribute__(local, "_local__names")
    names[thread.ident] = own = {}
    object.__setattr__(local, "__dict__", own)
    thread.locals.add(weakref.ref(local, thread.locals.discard))


def forget_locals(references: set[weakref.ref], ident: int) -> None:
    """Drops the names of a thread that has ended."""
    for reference in list(references):
        local = reference()
        if local is None:
            continue
        names = object.__getattribute__(local, "_local__names").pop(ident, None)
        # Where the thread was the last to use them, they are what the object shows until another one comes.
        if names is object.__getattribute__(local, "__dict__"):
            object.__setattr__(local, "__dict__", {})
