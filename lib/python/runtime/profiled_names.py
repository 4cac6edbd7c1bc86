"""How a profile names functions, and which files are the learner's."""

import sys
import threading
from types import BuiltinFunctionType, CodeType, FunctionType, ModuleType

from . import learner_file
from .green_threads import GreenThread
from .preemption import RUNTIME_FOLDER
from .profile_tree import FunctionKey

RUNTIME_PACKAGE = __name__.rpartition(".")[0]
CO_OPTIMIZED = 0x1
HOME_FOLDER = learner_file.HOME + "/"


def shown_path(code: CodeType, program: str) -> str | None:
    """The learner's file that the code stands in, as tracebacks show it; None where it is not the learner's."""
    path = code.co_filename
    if path == program or path in learner_file.notebook:
        return path
    return path.removeprefix(HOME_FOLDER) if path.startswith(HOME_FOLDER) else None


def own_function(code: CodeType, path: str) -> FunctionKey:
    """A function of the learner's, or the body of a class or module."""
    name = code.co_qualname.replace(".<locals>", "")
    is_class = not code.co_flags & CO_OPTIMIZED and name != "<module>"
    return f"class {name}" if is_class else name, path, code.co_firstlineno


def is_runtime(code: CodeType) -> bool:
    """Whether it is this runtime's."""
    return code.co_filename.startswith(RUNTIME_FOLDER)


def library_function(code: CodeType, module: str) -> FunctionKey:
    """A function of the standard library in Python."""
    if module.startswith("importlib._bootstrap"):
        return "import", None, None
    return _named(module, code.co_qualname.replace(".<locals>", ""), code)


def callable_function(called: object) -> FunctionKey:
    """What a call names that is not the learner's."""
    if isinstance(called, FunctionType):
        if is_runtime(called.__code__):
            return stand_in_function(called.__code__) or (called.__qualname__, None, None)
        return library_function(called.__code__, str(called.__globals__.get("__name__", "")))
    if isinstance(called, BuiltinFunctionType):
        bound = called.__self__
        if bound is None or isinstance(bound, ModuleType):
            return _named(called.__module__, called.__qualname__, called)
        owner = bound if isinstance(bound, type) else type(bound)
        return _named(owner.__module__, called.__qualname__, called)
    owner = getattr(called, "__objclass__", None)
    if owner is not None:
        return _named(owner.__module__, called.__qualname__, called)
    kind = called if isinstance(called, type) else type(called)
    return _named(kind.__module__, kind.__qualname__, kind)


def _named(module: str | None, name: str, called: object) -> FunctionKey:
    """Under the shortest name that a module offers it by: `asyncio.run`, `random.randint`, `functools.reduce`."""
    short = name.rpartition(".")[2]
    offering = str(module).lstrip("_").partition(".")[0]
    found = getattr(sys.modules.get(offering), short, None)
    code = getattr(getattr(found, "__func__", found), "__code__", None)
    if found is not None and (found is called or code is called):
        return _joined(offering, short), None, None
    return _joined(module, name), None, None


def belongs_to_line(called: object) -> bool:
    """Classes of the learner's are called to call their `__init__`, and made by a function that nobody has called."""
    if called is __build_class__:
        return True
    kind = called if isinstance(called, type) else type(called)
    module = sys.modules.get(kind.__module__) if isinstance(kind.__module__, str) else None
    path = getattr(module, "__file__", None)
    return module is not None and (kind.__module__ == "__main__" or str(path).startswith("/home/"))


def thread_name(thread: GreenThread) -> str | None:
    """The name that the program sees; None where `threading` does not know the thread."""
    known = threading._active.get(thread.ident)
    return None if known is None else known.name


_stand_ins: dict[int, tuple[FunctionKey, CodeType]] = {}


def learn_stand_ins() -> None:
    """Finds the functions of this runtime that stand where the library has its own. Takes some milliseconds."""
    if not _stand_ins:
        for module in list(sys.modules.values()):
            for value in list(vars(module).values()) if isinstance(module, ModuleType) else ():
                if isinstance(value, FunctionType):
                    _add_stand_in(value, value.__module__)
                elif isinstance(value, type) and isinstance(value.__module__, str):
                    for method in list(vars(value).values()):
                        if isinstance(method, FunctionType):
                            _add_stand_in(method, value.__module__)


def stand_in_function(code: CodeType) -> FunctionKey | None:
    """What a function of this runtime is called that stands where the library has its own."""
    learn_stand_ins()
    found = _stand_ins.get(id(code))
    return None if found is None else found[0]


def _add_stand_in(function: FunctionType, module: str) -> None:
    code = function.__code__
    if is_runtime(code) and not module.startswith(RUNTIME_PACKAGE):
        _stand_ins[id(code)] = (_joined(module, function.__qualname__), None, None), code


def _joined(module: str | None, name: str) -> str:
    return name if module in (None, "", "builtins") else f"{module}.{name}"
