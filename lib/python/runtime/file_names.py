"""Reads which names a file gives to something, so that the others are known to be built-ins."""

import ast
import io
import random
import re
from array import array
from collections import Counter, OrderedDict, deque
from dataclasses import dataclass

# Methods that cost nothing of their own, whatever built-in they belong to.
QUICK_METHODS = frozenset(
    """
    append appendleft popleft popitem add discard get setdefault keys values items move_to_end
    group groups groupdict start end span is_integer bit_length bit_count
    """.split()
)
# What a method of the learner's may be mistaken for.
_CHARGED_TYPES = (
    *(list, tuple, str, bytes, bytearray, dict, set, frozenset, range, memoryview, array, deque, Counter, OrderedDict),
    *(io.TextIOWrapper, io.StringIO, io.BytesIO, io.BufferedRandom, io.FileIO, re.Pattern, re.Match, random.Random),
)
_CHARGED_METHODS = frozenset(name for kind in _CHARGED_TYPES for name in dir(kind))
# With these a program can give an attribute to something without its name being read in the text.
_HIDDEN_WAYS = frozenset("setattr __setattr__ __dict__ __getattr__ __getattribute__ vars exec eval".split())
_ANY_SLICE = frozenset({"slice", "__getitem__"})


@dataclass(frozen=True)
class FileNames:
    # Given to something other than a function, or to nothing that is known.
    bound: frozenset[str]
    # Given to functions of the file and to nothing else.
    functions: frozenset[str]
    # Methods that need no look at what they belong to.
    quick_methods: frozenset[str]
    # Methods that only classes of the file have.
    own_methods: frozenset[str]
    imported: frozenset[str]
    # An index may be a slice that is written elsewhere.
    keeps_slices: bool


def read_names(tree: ast.AST) -> FileNames:
    """What the file's text says of its names."""
    bound: set[str] = set()
    functions: set[str] = set()
    attributes: set[str] = set()
    mentioned: set[str] = set()
    methods: set[str] = set()
    imported: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            plain = [each for each in node.body if isinstance(each, ast.FunctionDef) and not each.decorator_list]
            methods.update(each.name for each in plain)
        match node:
            case ast.Name(id=name, ctx=context):
                mentioned.add(name)
                if not isinstance(context, ast.Load):
                    bound.add(name)
            case ast.FunctionDef(name=name, decorator_list=[]):
                functions.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                bound.add(name)
            case ast.arg(arg=name) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                bound.add(name)
            case ast.ExceptHandler(name=str(name)) | ast.MatchMapping(rest=str(name)):
                bound.add(name)
            case ast.alias(name=name, asname=other):
                imported.add(other or name.partition(".")[0])
            case ast.keyword(arg=str(name)):
                attributes.add(name)
            case ast.Constant(value=str(name)):
                attributes.add(name)
            case ast.Attribute(attr=name, ctx=context):
                mentioned.add(name)
                if not isinstance(context, ast.Load):
                    attributes.add(name)
    bound |= imported
    known = bound | functions | attributes
    is_open = not _HIDDEN_WAYS & mentioned
    return FileNames(
        bound=frozenset(bound),
        functions=frozenset(functions - bound),
        quick_methods=QUICK_METHODS - known if is_open else frozenset(),
        own_methods=frozenset(methods - bound - attributes - _CHARGED_METHODS) if is_open else frozenset(),
        imported=frozenset(imported),
        keeps_slices=bool(_ANY_SLICE & mentioned) or "__getitem__" in known or "itemgetter" in known,
    )
