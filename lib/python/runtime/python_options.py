"""The options of `python3`, as its manual page has them."""

import sys
from collections import namedtuple
from dataclasses import dataclass, field

# What they change, this machine has always or never: no buffers, no compiled files, no debug build.
WITHOUT_MEANING = set("bBdiOPqRsSuvx")
# Flags of `sys.flags` by the letters that raise them.
RAISED = {"E": ("ignore_environment",), "I": ("ignore_environment", "isolated", "no_user_site", "safe_path")}


@dataclass
class Asked:
    """What is to be executed: `code` and `module` are given as `text`, a script's path too; `nothing` is read as input."""

    source: str = "nothing"
    text: str = ""
    arguments: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    settings: dict[str, str | bool] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    wants_version: bool = False


def read_options(arguments: list[str]) -> Asked | str:
    """What is asked for; a text says what is wrong with it."""
    asked = Asked()
    left = list(arguments)
    while left:
        argument = left.pop(0)
        if argument == "-" or not argument.startswith("-"):
            asked.source, asked.text = ("nothing" if argument == "-" else "script"), argument
            break
        if argument == "--version":
            asked.wants_version = True
            continue
        problem = _read_letters(argument[1:], left, asked)
        if problem is not None:
            return problem
        if asked.source != "nothing":
            break
    asked.arguments = left
    return asked


def _read_letters(letters: str, left: list[str], asked: Asked) -> str | None:
    for place, letter in enumerate(letters):
        if letter in WITHOUT_MEANING:
            continue
        if letter in RAISED:
            asked.flags.extend(RAISED[letter])
            continue
        if letter == "V":
            asked.wants_version = True
            continue
        if letter not in "cmWX":
            return f"Unknown option: -{letter}\nusage: python3 [option] ... [-c cmd | -m mod | file | -] [arg] ..."
        value = letters[place + 1 :] or (left.pop(0) if left else None)
        if value is None:
            return f"Argument expected for the -{letter} option"
        if letter == "W":
            asked.warnings.append(value)
        elif letter == "X":
            name, given, setting = value.partition("=")
            asked.settings[name] = setting if given else True
            if value == "dev":
                asked.flags.append("dev_mode")
        else:
            asked.source, asked.text = ("code" if letter == "c" else "module"), value
        return None
    return None


def raise_flags(names: list[str]) -> None:
    """Has `sys.flags`, which nobody can change, replaced by ones with these raised."""
    if not names:
        return
    values = {name: getattr(sys.flags, name) for name in dir(sys.flags) if not name.startswith(("_", "n_"))}
    values.pop("count")
    values.pop("index")
    raised = {name: type(values[name])(1) for name in names}
    sys.flags = namedtuple("flags", values)(**{**values, **raised})
