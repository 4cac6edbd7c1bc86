"""All that holds while a program is counted."""

from collections.abc import Iterator
from contextlib import contextmanager

from .charge_made_code import MADE_CODE_RULES
from .charged_calls import FUNCTION_RULES
from .counted_imports import counted_imports
from .turn_taking import turns_by_steps

FUNCTION_RULES.update(MADE_CODE_RULES)


@contextmanager
def counting_pass() -> Iterator[None]:
    """As long as it lasts, steps end the turns of threads, and the learner's own modules count too."""
    with turns_by_steps(), counted_imports():
        yield
