"""Takes a line of the shell apart into words, whose quotes and variables are resolved, and operators."""

import re
from collections.abc import Mapping

_PART = re.compile(
    r"""
      (?P<between>[ \t]+|\\\n|(?<![^\s;&|])\#[^\n]*)
    | (?P<operator>[12]?>[>&]?|<|(?:&&|\|\|?)\s*|[;&\n])
    | '(?P<literal>[^']*)'
    | "(?P<quoted>(?:[^"\\]|\\.)*)"
    | \\(?P<escaped>.)
    | (?P<variable>\$(?:\w+|\{\w+\}))
    | (?P<plain>[^\s'"\\$;&|<>]+|\$)
    """,
    re.VERBOSE | re.DOTALL,
)
_IN_QUOTES = re.compile(r"(?P<variable>\$(?:\w+|\{\w+\}))|\\(?P<escaped>[\"\\$`])")


class Misread(Exception):
    """The line is not what this shell can read."""


class Operator(str):
    """A part that is no word, though a quoted word may look like it."""


def split_line(line: str, variables: Mapping[str, str]) -> list[str]:
    """The words and operators of a line; a line break is a semicolon."""
    parts: list[str] = []
    is_in_word = False
    at = 0
    while at < len(line):
        found = _PART.match(line, at)
        if found is None:
            raise Misread("Unterminated quoted string")
        at = found.end()
        kind, text = found.lastgroup, found[found.lastgroup]
        if kind == "between":
            is_in_word = False
        elif kind == "operator":
            parts.append(Operator(text.strip() or ";"))
            is_in_word = False
        else:
            if kind == "variable":
                text = _value(text, variables)
            elif kind == "quoted":
                text = _IN_QUOTES.sub(lambda inner: inner["escaped"] or _value(inner[0], variables), text)
            if is_in_word:
                parts[-1] += text
            elif text or kind in ("literal", "quoted"):
                parts.append(text)
                is_in_word = True
    return parts


def _value(variable: str, variables: Mapping[str, str]) -> str:
    return variables.get(variable.strip("${}"), "")
