"""The functions that stand in a counted program, each a constant of its code.

No name leads to them, so a program can neither collide with them nor set the count back.
"""

import ast
import builtins
import os
import types
from collections.abc import Callable
from types import CodeType

from . import charge_comparisons, charge_operators, charge_subscripts, turn_taking
from .charge_functions import CLASSES, FUNCTIONS, made_text
from .charge_rules import Rule, under
from .charged_calls import charged
from .step_meter import MOST_AT_ONCE, counter_on, tick
from .walked_length import opened, rows, walked

_FREE = """
    ord chr isinstance issubclass len abs round range enumerate divmod pow callable getattr hasattr setattr delattr type
    super bool object open next reversed locals globals vars dir bin hex oct complex staticmethod classmethod
    Exception ValueError TypeError KeyError IndexError RuntimeError LookupError StopIteration NotImplementedError
""".split()
_CHARGED: dict[str, Rule] = {called.__name__: rule for called, rule in {**FUNCTIONS, **CLASSES}.items()}
_QUICK = {name: rule for name, rule in _CHARGED.items() if getattr(builtins, name, None) in {**FUNCTIONS, **CLASSES}}

FREE_BUILTINS = frozenset(_FREE)
CHARGED_BUILTINS = frozenset(_QUICK)

_FORMS: dict[str, object] = {
    **{f"tick {steps}": tick(steps) for steps in range(1, MOST_AT_ONCE + 1)},
    **{name: getattr(builtins, name) for name in (*_FREE, *_QUICK)},
    **{f"charged {name}": under(rule, getattr(builtins, name)) for name, rule in _QUICK.items()},
    "charged str": made_text,
    "call": charged,
    "numbers": frozenset({int, float, bool}),
    "unordered": frozenset({dict, set, frozenset}),
    "function": types.FunctionType,
    "slice": slice,
    "walked": walked,
    "opened": opened,
    "rows": rows,
    **{
        name: function
        for module in (charge_operators, charge_comparisons, charge_subscripts)
        for name, function in vars(module).items()
        if isinstance(function, types.FunctionType)
    },
}
_SWITCHING: dict[str, object] = {
    f"tick {steps}": turn_taking.switching_tick(steps) for steps in range(1, MOST_AT_ONCE + 1)
}


class Forms:
    """Writes calls of those functions into a syntax tree, and puts the functions themselves into the compiled code."""

    def __init__(self, *, takes_turns: bool, by_line: bool) -> None:
        self._mark = os.urandom(16).hex()
        self._functions: dict[str, object] = {**_FORMS, **(_SWITCHING if takes_turns else {})}
        # What gives its turn away is looked at as what built-ins walk is.
        self._by_line = by_line and not takes_turns

    def constant(self, name: str, place: ast.AST) -> ast.expr:
        """What stands under that name."""
        return ast.copy_location(ast.Constant(f"{self._mark} {name}"), place)

    def call(self, name: str, *arguments: ast.expr, place: ast.AST) -> ast.expr:
        """A call of it, which a traceback shows as `place`."""
        return ast.copy_location(ast.Call(self.constant(name, place), list(arguments), []), place)

    def tick(self, *lines: int, place: ast.AST) -> ast.expr:
        """A call of what adds a step on each of the lines."""
        name = f"tick {len(lines)}"
        if self._by_line:
            name = f"tick on {' '.join(map(str, lines))}"
            if name not in self._functions:
                self._functions[name] = counter_on(*lines).__next__
        return self.call(name, place=place)

    def put_into(self, code: CodeType) -> CodeType:
        """The same code, in which the functions stand."""
        return code.replace(co_consts=tuple(map(self._function, code.co_consts)))

    def _function(self, constant: object) -> object:
        if isinstance(constant, CodeType):
            return self.put_into(constant)
        if isinstance(constant, str) and constant.startswith(self._mark):
            return self._functions[constant.removeprefix(self._mark)[1:]]
        return constant
