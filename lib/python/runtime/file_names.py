"""Reads which names a file gives to something, so that the others are known to be built-ins."""

import ast
from dataclasses import dataclass

# Methods that cost nothing of their own, whatever built-in they belong to.
QUICK_METHODS = frozenset(
    """
    append appendleft popleft popitem add discard get setdefault keys values items move_to_end
    group groups groupdict start end span is_integer bit_length bit_count
    """.split()
)
# With these a program can give an attribute to something without its name being read in the text.
_HIDDEN_WAYS = frozenset({"setattr", "__setattr__", "__dict__", "__getattr__", "__getattribute__", "vars", "exec", "eval"})
_ANY_SLICE = frozenset({"slice", "__getitem__"})


@dataclass(frozen=True)
class FileNames:
    # Given to something other than a function, or to nothing that is known.
    bound: frozenset[str]
    # Given to functions of the file and to nothing else.
    functions: frozenset[str]
    # Methods that need no look at what they belong to.
    quick_methods: frozenset[str]
    # An index may be a slice that is written elsewhere.
    keeps_slices: bool


def read_names(tree: ast.AST) -> FileNames:
    """What the file's text says of its names."""
    bound: set[str] = set()
    functions: set[str] = set()
    attributes: set[str] = set()
    mentioned: set[str] = set()
    for node in ast.walk(tree):
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
                bound.add(other or name.partition(".")[0])
            case ast.keyword(arg=str(name)):
                attributes.add(name)
            case ast.Constant(value=str(name)):
                attributes.add(name)
            case ast.Attribute(attr=name, ctx=context):
                mentioned.add(name)
                if not isinstance(context, ast.Load):
                    attributes.add(name)
    known = bound | functions | attributes
    return FileNames(
        bound=frozenset(bound),
        functions=frozenset(functions - bound),
        quick_methods=frozenset() if _HIDDEN_WAYS & mentioned else QUICK_METHODS - known,
        keeps_slices=bool(_ANY_SLICE & mentioned) or "__getitem__" in known or "itemgetter" in known,
    )
