"""Takes a line of the shell apart into words, whose quotes and variables are resolved, and operators."""

import glob
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


class Pattern(str):
    """A word with `*`, `?` or `[` outside of its quotes: it stands for the files whose names it fits."""

    pattern: str

    def files(self, folder: str) -> list[str]:
        """Those names, or the word itself where there is none."""
        return sorted(glob.glob(self.pattern, root_dir=folder)) or [str(self)]


def split_line(line: str, variables: Mapping[str, str]) -> list[str]:
    """The words and operators of a line; a line break is a semicolon."""
    parts: list[str] = []
    # The same, with what stood in quotes escaped.
    patterns: list[str] = []
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
            patterns.append("")
            is_in_word = False
        else:
            if kind == "plain" and not is_in_word and re.match(r"~(?=/|$)", text):
                text = variables.get("HOME", "~") + text[1:]
            if kind == "variable":
                text = _value(text, variables)
            elif kind == "quoted":
                text = _IN_QUOTES.sub(lambda inner: inner["escaped"] or _value(inner[0], variables), text)
            pattern = text if kind == "plain" else glob.escape(text)
            if is_in_word:
                parts[-1] += text
                patterns[-1] += pattern
            elif text or kind in ("literal", "quoted"):
                parts.append(text)
                patterns.append(pattern)
                is_in_word = True
    return [_word(part, pattern) for part, pattern in zip(parts, patterns, strict=True)]


def _word(part: str, pattern: str) -> str:
    # `glob.escape` itself writes brackets: a pattern that says no more than its word is none.
    if pattern in ("", glob.escape(part)) or not glob.has_magic(pattern):
        return part
    word = Pattern(part)
    word.pattern = pattern
    return word


def _value(variable: str, variables: Mapping[str, str]) -> str:
    return variables.get(variable.strip("${}"), "")
