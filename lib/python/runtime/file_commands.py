"""The commands that list, make, copy and remove files."""

import os
import shutil
import stat
import time

from .machine_commands import Call, command, wait_for_disk


def _split(call: Call, known: str) -> tuple[set[str], list[str]] | None:
    """Single-letter options and the rest; None, after a complaint, where an option is not known."""
    options: set[str] = set()
    rest: list[str] = []
    for position, argument in enumerate(call.arguments):
        if argument == "--":
            rest += call.arguments[position + 1 :]
            break
        if argument.startswith("-") and len(argument) > 1:
            for letter in argument[1:]:
                if letter not in known:
                    call.complain(f"{call.name}: invalid option -- '{letter}'")
                    return None
                options.add(letter)
        else:
            rest.append(argument)
    return options, rest


@command("ls")
def _ls(call: Call) -> int:
    split = _split(call, "1alRA")
    if split is None:
        return 2
    options, arguments = split
    code = 0
    files: list[str] = []
    folders: list[str] = []
    for argument in arguments or ["."]:
        if not os.path.lexists(call.path(argument)):
            call.complain(f"ls: cannot access '{argument}': No such file or directory")
            code = 2
        else:
            (folders if os.path.isdir(call.path(argument)) else files).append(argument)
    for name in sorted(files):
        _show(call, name, call.path(name), options)
    for position, folder in enumerate(sorted(folders)):
        if len(arguments) > 1:
            call.say(("\n" if position or files else "") + f"{folder}:\n")
        path = call.path(folder)
        names = sorted(os.listdir(path))
        if "a" in options:
            names = [".", "..", *names]
        elif "A" not in options:
            names = [name for name in names if not name.startswith(".")]
        for name in names:
            _show(call, name, os.path.join(path, name), options)
    return code


def _show(call: Call, name: str, path: str, options: set[str]) -> None:
    if "l" not in options:
        call.say(f"{name}\n")
        return
    about = os.lstat(path)
    changed = time.strftime("%b %e %H:%M", time.localtime(about.st_mtime))
    mode = stat.filemode(about.st_mode)
    call.say(f"{mode} 1 learner learner {about.st_size:>8} {changed} {name}\n")


@command("mkdir")
def _mkdir(call: Call) -> int:
    split = _split(call, "p")
    if split is None:
        return 1
    options, arguments = split
    code = 0
    for argument in arguments:
        try:
            if "p" in options:
                os.makedirs(call.path(argument), exist_ok=True)
            else:
                os.mkdir(call.path(argument))
        except OSError as error:
            call.complain(f"mkdir: cannot create directory '{argument}': {error.strerror}")
            code = 1
    return code


@command("rm")
def _rm(call: Call) -> int:
    split = _split(call, "rRf")
    if split is None:
        return 1
    options, arguments = split
    code = 0
    for argument in arguments:
        path = call.path(argument)
        try:
            if os.path.isdir(path) and not os.path.islink(path):
                if not options & {"r", "R"}:
                    call.complain(f"rm: cannot remove '{argument}': Is a directory")
                    code = 1
                    continue
                shutil.rmtree(path)
            else:
                os.unlink(path)
        except OSError as error:
            if "f" not in options:
                call.complain(f"rm: cannot remove '{argument}': {error.strerror}")
                code = 1
    return code


@command("cp")
def _cp(call: Call) -> int:
    split = _split(call, "rRapv")
    if split is None:
        return 1
    options, arguments = split
    if len(arguments) < 2:
        call.complain("cp: missing destination file operand" if arguments else "cp: missing file operand")
        return 1
    *sources, target = arguments
    into_folder = os.path.isdir(call.path(target))
    if len(sources) > 1 and not into_folder:
        call.complain(f"cp: target '{target}' is not a directory")
        return 1
    code = 0
    for source in sources:
        name = os.path.basename(os.path.normpath(source))
        code |= _copy(call, source, os.path.join(target, name) if into_folder else target, options)
    return code


def _copy(call: Call, source: str, target: str, options: set[str]) -> int:
    path, goal = call.path(source), call.path(target)
    if not os.path.lexists(path):
        call.complain(f"cp: cannot stat '{source}': No such file or directory")
        return 1
    if os.path.isdir(path):
        if not options & {"r", "R", "a"}:
            call.complain(f"cp: -r not specified; omitting directory '{source}'")
            return 1
        os.makedirs(goal, exist_ok=True)
        code = 0
        for name in sorted(os.listdir(path)):
            code |= _copy(call, os.path.join(source, name), os.path.join(target, name), options)
        return code
    try:
        copy_file(path, goal, keep_time=bool(options & {"a", "p"}))
    except OSError as error:
        call.complain(f"cp: cannot create regular file '{target}': {error.strerror}")
        return 1
    if "v" in options:
        call.say(f"'{source}' -> '{target}'\n")
    return 0


def copy_file(source: str, target: str, *, keep_time: bool) -> int:
    """Copies one file by way of the simulated disk; gives its size in bytes."""
    size = os.path.getsize(source)
    wait_for_disk(size)
    shutil.copyfile(source, target)
    if keep_time:
        about = os.stat(source)
        os.chmod(target, stat.S_IMODE(about.st_mode))
        os.utime(target, ns=(about.st_atime_ns, about.st_mtime_ns))
    return size
