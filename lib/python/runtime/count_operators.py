"""Rewrites operators and comparisons between what may be long."""

import ast

from .counted_forms import Forms
from .file_names import FileNames
from .short_values import is_number, is_pure, is_short

_OPERATORS: dict[type[ast.operator], str] = {
    ast.Add: "add",
    ast.Mult: "multiply",
    ast.Mod: "remainder",
    ast.Sub: "subtract",
    ast.BitAnd: "both",
    ast.BitOr: "either",
    ast.BitXor: "one_of",
}
_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "equal",
    ast.NotEq: "unequal",
    ast.Lt: "less",
    ast.Gt: "more",
    ast.LtE: "at_most",
    ast.GtE: "at_least",
    ast.In: "within",
    ast.NotIn: "not_within",
}
_SEARCHES = (ast.In, ast.NotIn)


class CountOperators(ast.NodeTransformer):
    """The visitor of operators; numbers are told from the rest where that costs less than the call."""

    def __init__(self, forms: Forms, names: FileNames) -> None:
        self.forms = forms
        self.names = names

    def is_number(self, node: ast.expr) -> bool:
        return is_number(node, self.names.bound | self.names.functions)

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        form = _OPERATORS.get(type(node.op))
        left, right = node.left, node.right
        left_is_number, right_is_number = self.is_number(left), self.is_number(right)
        is_pure_pair = is_pure(left) and is_pure(right)
        self.generic_visit(node)
        if form is None or (left_is_number and right_is_number):
            return node
        if isinstance(node.op, ast.Mod):
            if left_is_number:
                return node
            numbers = [left]
        elif isinstance(node.op, ast.Mult):
            numbers = [side for side, known in ((left, left_is_number), (right, right_is_number)) if not known]
        elif left_is_number or right_is_number:
            return node
        else:
            numbers = [left]
        charged = self.forms.call(form, node.left, node.right, place=node)
        return self._choice(self._are_numbers(numbers), node, charged) if is_pure_pair else charged

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        sides = [node.left, *node.comparators]
        needs = [self._needs_charge(*each) for each in zip(sides, node.ops, sides[1:])]
        is_pure_chain = all(map(is_pure, sides))
        self.generic_visit(node)
        if not any(needs):
            return node
        if len(node.ops) == 1:
            return self._compared(node.left, node.ops[0], node.comparators[0], is_pure_chain, node)
        sides = [node.left, *node.comparators]
        if is_pure_chain:
            pairs = zip(sides, node.ops, sides[1:], needs)
            parts = [
                self._compared(left, op, right, True, node) if need else self._pair(left, op, right, node)
                for left, op, right, need in pairs
            ]
            return ast.copy_location(ast.BoolOp(ast.And(), parts), node)
        node.comparators = [
            self.forms.call("compared", side, place=side) if need else side
            for side, need in zip(node.comparators, needs)
        ]
        return node

    def _needs_charge(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> bool:
        if isinstance(op, (ast.Is, ast.IsNot)) or is_short(right):
            return False
        return isinstance(op, _SEARCHES) or not (is_short(left) or self.is_number(left) or self.is_number(right))

    def _compared(
        self, left: ast.expr, op: ast.cmpop, right: ast.expr, is_pure_pair: bool, place: ast.expr
    ) -> ast.expr:
        charged = self.forms.call(_COMPARISONS[type(op)], left, right, place=place)
        if not is_pure_pair:
            return charged
        if isinstance(op, _SEARCHES):
            is_free = self._kind_within(right, "unordered")
        else:
            is_free = self._are_numbers([left])
        return self._choice(is_free, self._pair(left, op, right, place), charged)

    def _pair(self, left: ast.expr, op: ast.cmpop, right: ast.expr, place: ast.expr) -> ast.expr:
        return ast.copy_location(ast.Compare(left, [op], [right]), place)

    def _are_numbers(self, sides: list[ast.expr]) -> ast.expr:
        tests = [self._kind_within(side, "numbers") for side in sides]
        return tests[0] if len(tests) == 1 else ast.copy_location(ast.BoolOp(ast.And(), tests), tests[0])

    def _kind_within(self, side: ast.expr, kinds: str) -> ast.expr:
        kind = self.forms.call("type", side, place=side)
        return ast.copy_location(ast.Compare(kind, [ast.In()], [self.forms.constant(kinds, side)]), side)

    def _choice(self, test: ast.expr, then: ast.expr, otherwise: ast.expr) -> ast.expr:
        return ast.copy_location(ast.IfExp(test, then, otherwise), otherwise)
