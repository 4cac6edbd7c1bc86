"""Compiles and executes a learner's files, so that tracebacks can show their lines."""

import linecache
import os
import random
import sys
from types import CodeType, ModuleType
from typing import TypedDict

RANDOM_SEED = 0
MAIN = "__main__"
HOME = "/home/learner"

# Names of the files that come before the program, in their order.
notebook: list[str] = []


class ProgramFile(TypedDict):
    path: str
    code: str


def new_module(name: str, path: str | None) -> ModuleType:
    """An empty module that imports and pickles can find by its name."""
    module = ModuleType(name)
    module.__file__ = path
    sys.modules[name] = module
    if name == MAIN:
        # What another process has pickled as its own main module's is this one's.
        sys.modules["__mp_main__"] = module
    return module


def remember_source(file: ProgramFile) -> None:
    """Lets tracebacks and `inspect` show the file's lines, though it lies on no disk."""
    lines = file["code"].splitlines(keepends=True)
    linecache.cache[file["path"]] = (len(file["code"]), None, lines, file["path"])


def compile_file(file: ProgramFile) -> CodeType:
    """The file's code under its bare path."""
    remember_source(file)
    return compile(file["code"], file["path"], "exec", dont_inherit=True)


def home_path(path: str) -> str:
    """Where a file of that bare name lies."""
    return f"{HOME}/{path}"


def read_file(folder: str, path: str) -> ProgramFile:
    """A learner's file as it lies in a folder; tracebacks show its bare name."""
    with open(os.path.join(folder, path), encoding="utf-8") as file:
        return {"path": path, "code": file.read()}


def execute_as_main(path: str, namespace: dict[str, object]) -> None:
    """Executes the notebook's files and then the one at `path` in the names of a main module."""
    for name in notebook:
        exec(compile_file(read_file(HOME, name)), namespace)
    folder, _, name = path.rpartition("/")
    exec(compile_file(read_file(folder, name)), namespace)


def load_module(path: str, code: CodeType) -> ModuleType:
    """Executes a file as the module of its name; the notebook's earlier names are known to it."""
    module = new_module(path.rpartition(".")[0], path)
    earlier = {name: value for name, value in vars(sys.modules[MAIN]).items() if not name.startswith("__")}
    vars(module).update(earlier)
    sys.argv = [path]
    fix_randomness()
    exec(code, vars(module))
    return module


def fix_randomness() -> None:
    """Makes the same program draw the same random numbers every time."""
    random.seed(RANDOM_SEED)
