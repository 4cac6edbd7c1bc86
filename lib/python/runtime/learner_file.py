"""Compiles and executes a learner's files, so that tracebacks can show their lines."""

import linecache
import random
import sys
from types import CodeType, ModuleType
from typing import TypedDict

RANDOM_SEED = 0


class ProgramFile(TypedDict):
    path: str
    code: str


def new_module(name: str, path: str) -> ModuleType:
    """An empty module that imports and pickles can find by its name."""
    module = ModuleType(name)
    module.__file__ = path
    sys.modules[name] = module
    return module


def remember_source(file: ProgramFile) -> None:
    """Lets tracebacks and `inspect` show the file's lines, though it lies on no disk."""
    lines = file["code"].splitlines(keepends=True)
    linecache.cache[file["path"]] = (len(file["code"]), None, lines, file["path"])


def compile_file(file: ProgramFile) -> CodeType:
    """The file's code under its bare path."""
    remember_source(file)
    return compile(file["code"], file["path"], "exec", dont_inherit=True)


def fix_randomness() -> None:
    """Makes the same program draw the same random numbers every time."""
    random.seed(RANDOM_SEED)
