"""Compares what a learner's function gave with the JSON value it must give."""

from .show_exception import message_of, shortened

REPR_LIMIT = 200


def same_value(got: object, expected: object) -> bool:
    """As `==`, but a tuple counts as a list and a bool never as a number."""
    if isinstance(got, bool) or isinstance(expected, bool):
        return got is expected
    if isinstance(expected, list):
        return isinstance(got, (list, tuple)) and len(got) == len(expected) and all(map(same_value, got, expected))
    if isinstance(expected, dict):
        return (
            isinstance(got, dict)
            and got.keys() == expected.keys()
            and all(same_value(got[key], expected[key]) for key in expected)
        )
    return bool(got == expected)


def shown_value(value: object) -> str:
    """The value as Python writes it, not longer than a line or two."""
    try:
        return shortened(repr(value), REPR_LIMIT)
    except Exception as error:
        return shortened(f"<{type(value).__name__} that cannot be shown: {message_of(error)}>", REPR_LIMIT)
