"""Rewrites a file so that every statement, every turn of a loop and every call of its functions is a step."""

import ast
from collections.abc import Iterator

from .count_expressions import CountExpressions, takes_rest
from .short_values import is_pure
from .step_meter import MOST_AT_ONCE

_BLOCKS = ("body", "orelse", "finalbody")
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
# They hand on to the next statement: they are counted together, at the first of them.
_STRAIGHT = (
    *(ast.Expr, ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Delete, ast.Import, ast.ImportFrom, ast.Pass),
    *(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef),
)
_APPENDING: dict[type[ast.operator], str] = {
    ast.Add: "appended",
    ast.Mult: "multiplied",
    ast.Mod: "multiplied",
    ast.BitOr: "merged",
    ast.Sub: "merged",
    ast.BitXor: "merged",
    ast.BitAnd: "kept",
}


class CountStatements(CountExpressions):
    """The visitor of statements."""

    def generic_visit(self, node: ast.AST) -> ast.AST:
        blocks = {name: getattr(node, name, None) for name in _BLOCKS}
        for name, value in ast.iter_fields(node):
            if blocks.get(name) is value and _is_block(value):
                continue
            if isinstance(value, list):
                value[:] = [self.visit(each) if isinstance(each, ast.AST) else each for each in value]
            elif isinstance(value, ast.AST):
                setattr(node, name, self.visit(value))
        for name, block in blocks.items():
            if _is_block(block):
                setattr(node, name, self._block(block, node, is_body=name == "body"))
        return node

    def _block(self, block: list[ast.stmt], owner: ast.AST, *, is_body: bool) -> list[ast.stmt]:
        lines = [owner.lineno] if is_body and isinstance(owner, (*_LOOPS, *_FUNCTIONS)) else []
        documented = is_body and isinstance(owner, _DOCUMENTED) and ast.get_docstring(owner, clean=False) is not None
        counted = block[:1] if documented else []
        rest = block[1:] if documented else block
        if lines and not rest:
            return [*counted, self._tick(lines, block[0])]
        for group in _groups(rest):
            lines += [statement.lineno for statement in group if not _only_declares(statement)]
            while lines:
                counted.append(self._tick(lines[:MOST_AT_ONCE], group[0]))
                lines = lines[MOST_AT_ONCE:]
            for statement in group:
                made = self.visit(statement)
                counted.extend(made if isinstance(made, list) else [made])
        return counted

    def _tick(self, lines: list[int], place: ast.stmt) -> ast.stmt:
        return ast.copy_location(ast.Expr(self.forms.tick(*lines, place=place)), place)

    def visit_For(self, node: ast.For) -> ast.stmt:
        return self._loop(node)

    def visit_AsyncFor(self, node: ast.AsyncFor) -> ast.stmt:
        return self._loop(node)

    def _loop(self, node: ast.For | ast.AsyncFor) -> ast.stmt:
        through = self.looped(node)
        node.iter = ast.Constant(None)
        self.generic_visit(node)
        node.iter = through
        return node

    def visit_Assign(self, node: ast.Assign) -> ast.stmt:
        if len(node.targets) == 1:
            [target] = node.targets
            if isinstance(target, ast.Subscript) and (isinstance(target.slice, ast.Slice) or self.names.keeps_slices):
                arguments = (self.visit(node.value), self.visit(target.value), self.as_index(target.slice))
                return ast.copy_location(ast.Expr(self.forms.call("put", *arguments, place=target)), node)
            if isinstance(target, ast.Name) and _appends_to(target.id, node.value):
                addition = node.value
                if not self.is_number(addition.right):
                    here = ast.copy_location(ast.Name(target.id, ast.Load()), addition.left)
                    right = self.visit(addition.right)
                    addition.right = self.forms.call("appended_to_name", here, right, place=right)
                return node
        is_taken_apart = any(map(takes_rest, node.targets))
        self.generic_visit(node)
        for target in node.targets:
            self._charge_target(target)
        if is_taken_apart:
            node.value = self.forms.call("walked", node.value, place=node.value)
        return node

    def _charge_target(self, target: ast.expr) -> None:
        if isinstance(target, (ast.Tuple, ast.List)):
            for element in target.elts:
                self._charge_target(element)
        elif isinstance(target, ast.Starred):
            self._charge_target(target.value)
        elif isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Slice):
            target.value = self.forms.call("put_into", target.value, place=target.value)

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.stmt:
        form, target = _APPENDING.get(type(node.op)), node.target
        is_free = form is None or (form != "multiplied" and self.is_number(node.value))
        place = node.value
        if is_free:
            return self.generic_visit(node)
        if isinstance(target, ast.Name):
            owner = ast.copy_location(ast.Name(target.id, ast.Load()), place)
            node.value = self.forms.call(form, owner, self.visit(node.value), place=place)
            return node
        known = form == "appended" and self._known_target(target)
        if known:
            name, *parts = known
            node.value = self.forms.call(name, *parts, self.visit(node.value), place=place)
        else:
            unknown = ast.copy_location(ast.Constant(None), place)
            node.value = self.forms.call(form, unknown, self.visit(node.value), place=place)
        node.target = self.visit(target)
        return node

    def _known_target(self, target: ast.expr) -> tuple[str, ast.expr, ast.expr] | None:
        if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
            # The class's own name goes in front of such a one.
            is_private = target.attr.startswith("__")
            name = ast.copy_location(ast.Constant(target.attr), target)
            return None if is_private else ("appended_to_attribute", target.value, name)
        if isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name) and is_pure(target.slice):
            return "appended_to_item", target.value, target.slice
        return None

    def visit_Delete(self, node: ast.Delete) -> list[ast.stmt]:
        made: list[ast.stmt] = []
        for target in node.targets:
            if isinstance(target, ast.Subscript):
                call = self.forms.call("delete", self.visit(target.value), self.as_index(target.slice), place=target)
                made.append(ast.copy_location(ast.Expr(call), node))
            else:
                made.append(ast.copy_location(ast.Delete([self.visit(target)]), node))
        return made

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.stmt:
        node.target = self.visit(node.target)
        node.value = node.value and self.visit(node.value)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.stmt:
        return self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.stmt:
        return self._function(node)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.stmt:
        returns, node.returns = node.returns, None
        parameters, node.type_params = node.type_params, []
        self.generic_visit(node)
        node.returns, node.type_params = returns, parameters
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.stmt:
        parameters, node.type_params = node.type_params, []
        self.generic_visit(node)
        node.type_params = parameters
        return node

    def visit_TypeAlias(self, node: ast.TypeAlias) -> ast.stmt:
        return node

    def visit_Match(self, node: ast.Match) -> ast.stmt:
        parts = [part for case in node.cases for part in ast.walk(case.pattern)]
        looks_far = any(
            isinstance(part, ast.MatchStar)
            or (isinstance(part, ast.MatchMapping) and part.rest is not None)
            or (isinstance(part, ast.MatchValue) and not isinstance(part.value, ast.Constant))
            for part in parts
        )
        node.subject = self.visit(node.subject)
        if looks_far:
            node.subject = self.forms.call("charge_length", node.subject, place=node.subject)
        for case in node.cases:
            case.guard = case.guard and self.visit(case.guard)
            case.body = self._block(case.body, case, is_body=True)
        return node


def _is_block(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], ast.stmt)


def _groups(block: list[ast.stmt]) -> Iterator[list[ast.stmt]]:
    group: list[ast.stmt] = []
    for statement in block:
        if _only_declares(statement):
            # It may have to stay in front of everything that is counted.
            yield [*group, statement]
            group = []
            continue
        group.append(statement)
        if not isinstance(statement, _STRAIGHT):
            yield group
            group = []
    if group:
        yield group


def _appends_to(name: str, value: ast.expr) -> bool:
    return (
        isinstance(value, ast.BinOp)
        and isinstance(value.op, ast.Add)
        and isinstance(value.left, ast.Name)
        and value.left.id == name
    )


def _only_declares(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.ImportFrom):
        return statement.module == "__future__"
    return isinstance(statement, (ast.Global, ast.Nonlocal))
