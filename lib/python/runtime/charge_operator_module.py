"""What the functions of the module `operator` are charged: the same as the operators they stand for."""

import operator
from collections.abc import Callable

from . import charge_comparisons, charge_operators
from .charge_rules import Rule, visiting
from .charge_subscripts import delete, put, taken


def _instead(function: Callable) -> Rule:
    def run(called: Callable, /, *args: object) -> object:
        return function(*args) if len(args) == 2 else called(*args)

    return run


def _before(function: Callable) -> Rule:
    """For what changes its first argument: `function` charges the second one."""

    def run(called: Callable, /, *args: object) -> object:
        if len(args) == 2:
            function(*args)
        return called(*args)

    return run


def _take(called: Callable, /, *args: object) -> object:
    return taken(called(*args), args[1] if len(args) == 2 else None)


def _put(called: Callable, /, *args: object) -> object:
    return put(args[2], args[0], args[1]) if len(args) == 3 else called(*args)


OPERATOR_RULES: dict[object, Rule] = {
    operator.contains: _instead(lambda collection, value: charge_comparisons.within(value, collection)),
    operator.eq: _instead(charge_comparisons.equal),
    operator.ne: _instead(charge_comparisons.unequal),
    operator.lt: _instead(charge_comparisons.less),
    operator.gt: _instead(charge_comparisons.more),
    operator.le: _instead(charge_comparisons.at_most),
    operator.ge: _instead(charge_comparisons.at_least),
    operator.add: _instead(charge_operators.add),
    operator.concat: _instead(charge_operators.add),
    operator.mul: _instead(charge_operators.multiply),
    operator.mod: _instead(charge_operators.remainder),
    operator.sub: _instead(charge_operators.subtract),
    operator.and_: _instead(charge_operators.both),
    operator.or_: _instead(charge_operators.either),
    operator.xor: _instead(charge_operators.one_of),
    operator.iadd: _before(charge_operators.appended),
    operator.iconcat: _before(charge_operators.appended),
    operator.imul: _before(charge_operators.multiplied),
    operator.getitem: _take,
    operator.setitem: _put,
    operator.delitem: _instead(delete),
    operator.indexOf: visiting,
    operator.countOf: visiting,
}
