"""Knows from the text of a program what needs no charge: numbers, and what its own text keeps short."""

import ast

# Unless the file itself gives these names to something else.
_GIVE_NUMBERS = frozenset({"ord", "len", "int", "float", "abs", "round", "id", "hash", "bool"})
_NUMERIC = (ast.Div, ast.FloorDiv, ast.Pow, ast.LShift, ast.RShift)


def is_number(node: ast.expr, bound: frozenset[str]) -> bool:
    """Whether it gives a number or an object of the learner's, never a collection. `bound` are the file's own names."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, (int, float, complex))
    if isinstance(node, ast.UnaryOp):
        return True
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in _GIVE_NUMBERS - bound
    if isinstance(node, ast.BinOp):
        left, right = is_number(node.left, bound), is_number(node.right, bound)
        if isinstance(node.op, ast.Mult):
            return left and right
        return isinstance(node.op, _NUMERIC) or left or (right and not isinstance(node.op, ast.Mod))
    return False


def is_pure(node: ast.expr) -> bool:
    """Whether it may be evaluated twice without anybody's noticing."""
    return isinstance(node, (ast.Name, ast.Constant)) or (
        isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Constant)
    )


def is_short(node: ast.expr) -> bool:
    """Whether the text of the program bounds its length."""
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        return all(isinstance(element, ast.Constant) for element in node.elts)
    return isinstance(node, ast.Constant) or (isinstance(node, ast.Dict) and not node.keys)


def is_short_slice(part: ast.Slice) -> bool:
    """Whether the slice's own numbers bound its length, as `[:5]` and `[-3:]` do."""
    lower, upper = _number(part.lower, 0), _number(part.upper, None)
    if lower is None:
        return False
    return lower < 0 if upper is None and part.upper is None else upper is not None and (lower >= 0) == (upper >= 0)


def _number(node: ast.expr | None, absent: int | None) -> int | None:
    if node is None:
        return absent
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node = node.operand
        return -node.value if isinstance(node, ast.Constant) and type(node.value) is int else None
    return node.value if isinstance(node, ast.Constant) and type(node.value) is int else None
