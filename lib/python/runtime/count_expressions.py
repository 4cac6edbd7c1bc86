"""Rewrites expressions into forms that charge what they walk. What the text of the program bounds stays as it is."""

import ast

from .count_operators import CountOperators
from .counted_forms import CHARGED_BUILTINS, FREE_BUILTINS
from .short_values import is_pure, is_short_slice


class CountExpressions(CountOperators):
    """The visitor of calls, subscripts, displays, comprehensions and texts."""

    def visit_Call(self, node: ast.Call) -> ast.expr:
        called = self._called(node)
        node.args = [self.visit(argument) for argument in node.args]
        for keyword in node.keywords:
            value = self.visit(keyword.value)
            keyword.value = value if keyword.arg else self.forms.call("charge_length", value, place=value)
        node.func = called
        return node

    def _called(self, node: ast.Call) -> ast.expr:
        func = node.func
        if isinstance(func, ast.Attribute):
            only_last = func.attr == "pop" and not node.args and not node.keywords
            is_own = func.attr in self.names.own_methods and not (
                isinstance(func.value, ast.Name) and func.value.id in self.names.imported
            )
            if is_own or func.attr in self.names.quick_methods or (only_last and self.names.quick_methods):
                return self.generic_visit(func)
        if isinstance(func, ast.Name) and func.id not in self.names.bound:
            name = func.id
            if name in FREE_BUILTINS:
                return self._if_same(func, self.forms.constant(name, func), func)
            if name in CHARGED_BUILTINS:
                instead = self.forms.constant(f"charged {name}", func)
                return self._if_same(func, self.forms.constant(name, func), instead)
            if name in self.names.functions:
                kind = self.forms.call("type", func, place=func)
                is_function = self._same(kind, self.forms.constant("function", func))
                return self._choice(is_function, func, self._asked(func))
        return self._asked(self.visit(func))

    def _asked(self, func: ast.expr) -> ast.expr:
        return self.forms.call("call", func, place=func)

    def _same(self, one: ast.expr, other: ast.expr) -> ast.expr:
        return ast.copy_location(ast.Compare(one, [ast.Is()], [other]), one)

    def _if_same(self, func: ast.Name, builtin: ast.expr, instead: ast.expr) -> ast.expr:
        """`instead` as long as the name still means the built-in."""
        return self._choice(self._same(func, builtin), instead, self._asked(func))

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        if not isinstance(node.ctx, ast.Load):
            return self.generic_visit(node)
        index = node.slice
        if isinstance(index, ast.Slice):
            is_charged = not is_short_slice(index)
            self.generic_visit(node)
            return self.forms.call("sliced", node, place=node) if is_charged else node
        if not self.names.keeps_slices or isinstance(index, ast.Constant):
            return self.generic_visit(node)
        self.generic_visit(node)
        return self.forms.call("got", node.value, node.slice, place=node)

    def visit_Starred(self, node: ast.Starred) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Load):
            node.value = self.forms.call("walked", node.value, place=node.value)
        return node

    def visit_Dict(self, node: ast.Dict) -> ast.expr:
        self.generic_visit(node)
        node.values = [
            value if key is not None else self.forms.call("charge_length", value, place=value)
            for key, value in zip(node.keys, node.values)
        ]
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.expr:
        is_made = any(isinstance(part, ast.FormattedValue) for part in node.values)
        self.generic_visit(node)
        return self.forms.call("charge_result", node, place=node) if is_made else node

    def visit_FormattedValue(self, node: ast.FormattedValue) -> ast.expr:
        node.value = self.visit(node.value)
        if node.format_spec is not None:
            # It must stay the text it is.
            self.generic_visit(node.format_spec)
        return node

    def visit_Interpolation(self, node: ast.expr) -> ast.expr:
        return self.visit_FormattedValue(node)

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        self.generic_visit(node)
        both = ast.BoolOp(ast.And(), [self.forms.tick(node.body.lineno, place=node.body), node.body])
        node.body = ast.copy_location(both, node.body)
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        place = node.target
        node.iter = self.looped(node)
        node.target = self.visit(node.target)
        node.ifs = [self.forms.tick(place.lineno, place=place), *map(self.visit, node.ifs)]
        return node

    def looped(self, node: ast.For | ast.AsyncFor | ast.comprehension) -> ast.expr:
        """What a loop goes through."""
        through, target = node.iter, node.target
        is_asynchronous = isinstance(node, ast.AsyncFor) or getattr(node, "is_async", 0)
        is_plain = isinstance(through, (ast.List, ast.Tuple, ast.Set, ast.Constant)) or (
            isinstance(through, ast.Call) and isinstance(through.func, ast.Name) and through.func.id == "range"
        )
        looped = self.visit(through)
        if is_asynchronous:
            return looped
        if takes_rest(target):
            return self.forms.call("rows", looped, place=looped)
        return looped if is_plain else self.forms.call("opened", looped, place=looped)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.expr:
        node.value = self.visit(node.value)
        return node

    def visit_arg(self, node: ast.arg) -> ast.arg:
        # Annotations may be kept as text (`from __future__ import annotations`): they stay as written.
        return node

    def as_index(self, index: ast.expr) -> ast.expr:
        """An index as an argument, where a slice has no syntax of its own."""
        if not isinstance(index, ast.Slice):
            return self.visit(index)
        absent = ast.copy_location(ast.Constant(None), index)
        parts = (index.lower, index.upper, index.step)
        return self.forms.call("slice", *(absent if part is None else self.visit(part) for part in parts), place=index)


def takes_rest(target: ast.expr) -> bool:
    """Whether a target has a `*rest`."""
    return isinstance(target, (ast.Tuple, ast.List)) and any(
        isinstance(element, ast.Starred) or takes_rest(element) for element in target.elts
    )
