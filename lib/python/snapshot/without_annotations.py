"""Gives the runtime's files without what only their readers need.

Every annotation of a function would be code of its own. Docstrings stay in files whose functions and classes stand in
for the library's, where `help` shows them.
"""

import ast
import json

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
DOCUMENTED = (*FUNCTIONS, ast.ClassDef, ast.Module)
STANDS_IN = "from .stand_in import"


def without_annotations(source: str) -> str:
    tree = ast.parse(source)
    for node in ast.walk(tree):
        has_docstring = isinstance(node, DOCUMENTED) and ast.get_docstring(node, clean=False) is not None
        if has_docstring and STANDS_IN not in source:
            node.body[:1] = [] if len(node.body) > 1 else [ast.Pass()]
        if isinstance(node, FUNCTIONS):
            node.returns = None
        elif isinstance(node, ast.arg):
            node.annotation = None
    return ast.unparse(tree)


json.dumps({name: without_annotations(source) for name, source in json.loads(sources).items()})
