"""Counts the lines a program passes, the same number on every machine and every time.

The syntax tree is rewritten so that each statement, each turn of a loop, each element of a comprehension and each
call of a lambda first calls a counter. The counter is a constant of the compiled code: no name leads to it, so a
program can neither collide with it nor set it back.
"""

import ast
import os
import warnings
from collections.abc import Callable
from types import CodeType

from .learner_file import ProgramFile, remember_source

Count = Callable[[], int]
"""Adds one. What it gives must be true, since it also stands in conditions."""


def compile_counted(file: ProgramFile, count: Count) -> CodeType:
    """The file's code, calling `count` wherever there is something to count."""
    remember_source(file)
    tree = ast.parse(file["code"], file["path"])
    mark = os.urandom(16).hex()
    _Counting(mark).visit(tree)
    ast.fix_missing_locations(tree)
    with warnings.catch_warnings():
        # The mark looks like a string that is called.
        warnings.simplefilter("ignore", SyntaxWarning)
        code = compile(tree, file["path"], "exec", dont_inherit=True)
    return _with_counter(code, mark, count)


def _with_counter(code: CodeType, mark: str, count: Count) -> CodeType:
    def replaced(constant: object) -> object:
        if isinstance(constant, CodeType):
            return _with_counter(constant, mark, count)
        return count if isinstance(constant, str) and constant == mark else constant

    return code.replace(co_consts=tuple(map(replaced, code.co_consts)))


_BLOCKS = ("body", "orelse", "finalbody")
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_DECLARATIONS = (ast.Global, ast.Nonlocal)


class _Counting(ast.NodeTransformer):
    def __init__(self, mark: str) -> None:
        self._mark = mark

    def generic_visit(self, node: ast.AST) -> ast.AST:
        super().generic_visit(node)
        documented = isinstance(node, _DOCUMENTED) and ast.get_docstring(node, clean=False) is not None
        for name in _BLOCKS:
            block = getattr(node, name, None)
            if isinstance(block, list):
                uncounted = 1 if documented else 0
                setattr(node, name, [*block[:uncounted], *self._counted(block[uncounted:])])
        if isinstance(node, _LOOPS):
            node.body.insert(0, self._count_statement(node))
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        self.generic_visit(node)
        node.body = ast.copy_location(ast.BoolOp(ast.And(), [self._count_call(node.body), node.body]), node.body)
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        self.generic_visit(node)
        node.ifs.insert(0, self._count_call(node.target))
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        # Annotations may be kept as text (`from __future__ import annotations`): they stay as written.
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.target = self.visit(node.target)
        node.value = node.value and self.visit(node.value)
        return node

    def _counted(self, block: list[ast.stmt]) -> list[ast.stmt]:
        counted: list[ast.stmt] = []
        for statement in block:
            if not _only_declares(statement):
                counted.append(self._count_statement(statement))
            counted.append(statement)
        return counted

    def _count_statement(self, place: ast.stmt) -> ast.stmt:
        return ast.copy_location(ast.Expr(self._count_call(place)), place)

    def _count_call(self, place: ast.expr | ast.stmt) -> ast.expr:
        call = ast.Call(ast.Constant(self._mark), [], [])
        return ast.copy_location(call, place)


def _only_declares(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.ImportFrom):
        return statement.module == "__future__"
    return isinstance(statement, _DECLARATIONS)
