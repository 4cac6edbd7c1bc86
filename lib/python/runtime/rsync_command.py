"""`rsync` between folders of this machine: `-a -r -v -q -z --delete`, its rule of the trailing slash, its exit codes."""

import os
import shutil
import stat

from .file_commands import copy_file
from .machine_commands import Call, command

SYNTAX_ERROR, FILE_ERROR, PARTIAL, NOTHING = 1, 11, 23, 0
_LETTERS = {"a": "archive", "r": "recursive", "v": "verbose", "q": "quiet", "z": "compress", "t": "times"}


class _Run:
    """One run's options and counts."""

    def __init__(self, call: Call, options: set[str]) -> None:
        self.call = call
        self.is_recursive = bool(options & {"archive", "recursive"})
        self.keeps_times = bool(options & {"archive", "times"})
        self.keeps_links = "archive" in options
        self.is_verbose = "verbose" in options and "quiet" not in options
        self.deletes = "delete" in options
        self.sent_bytes = 0
        self.total_bytes = 0
        # What the sources bring to the destination itself: with several of them, none deletes what another one brought.
        self.brought: set[str] = set()
        self.code = NOTHING

    def list_name(self, name: str) -> None:
        if self.is_verbose:
            self.call.say(f"{name}\n")

    def fail(self, problem: str, code: int = PARTIAL) -> None:
        self.call.complain(f"rsync: {problem}")
        self.code = code


@command("rsync")
def _rsync(call: Call) -> int:
    options: set[str] = set()
    paths: list[str] = []
    for argument in call.arguments:
        if not argument.startswith("-") or argument == "-":
            paths.append(argument)
            continue
        names = [argument[2:]] if argument.startswith("--") else [_LETTERS.get(letter, "") for letter in argument[1:]]
        known = {*_LETTERS.values(), "delete"}
        if not all(name in known for name in names):
            return _syntax_error(call, f"{argument}: unknown option")
        options.update(names)
    if len(paths) < 2:
        return _syntax_error(call, "needs a source and a destination")
    if "delete" in options and not options & {"archive", "recursive"}:
        return _syntax_error(call, "--delete does not work without --recursive (-r)")
    if any(":" in path.split("/")[0] for path in paths):
        return _syntax_error(call, "this machine has no network, so no remote hosts")
    run = _Run(call, options)
    if run.is_verbose:
        call.say("sending incremental file list\n")
    *sources, target = paths
    if _make_target(run, sources, target):
        for source in sources:
            run.brought |= _brought_by(run.call.path(source), source)
        for source in sources:
            _send(run, source, target)
    _finish(run)
    return run.code


def _syntax_error(call: Call, problem: str) -> int:
    call.complain(f"rsync: {problem}")
    call.complain("rsync error: syntax or usage error (code 1) at main.c")
    return SYNTAX_ERROR


def _make_target(run: _Run, sources: list[str], target: str) -> bool:
    """Makes the destination's last folder, as rsync does, but not those above it."""
    path = run.call.path(target)
    is_file_copy = len(sources) == 1 and os.path.isfile(run.call.path(sources[0])) and not target.endswith("/")
    if os.path.isdir(path) or is_file_copy:
        return True
    try:
        os.mkdir(path)
    except OSError as error:
        run.fail(f'mkdir "{path}" failed: {error.strerror} ({error.errno})', FILE_ERROR)
        return False
    return True


def _means_contents(source: str) -> bool:
    """With a slash at its end a folder's contents are meant, without it the folder itself."""
    return source.endswith(("/", "/.")) or source == "."


def _brought_by(path: str, source: str) -> set[str]:
    if os.path.isdir(path) and _means_contents(source):
        return set(os.listdir(path))
    return {os.path.basename(source.rstrip("/"))}


def _send(run: _Run, source: str, target: str) -> None:
    path, goal = run.call.path(source), run.call.path(target)
    if not os.path.lexists(path):
        run.fail(f'link_stat "{path.rstrip("/")}" failed: No such file or directory (2)')
        return
    if os.path.isdir(path):
        if not run.is_recursive:
            run.call.say(f"skipping directory {source.rstrip('/')}\n")
            return
        name = "" if _means_contents(source) else os.path.basename(source)
        _send_folder(run, path, os.path.join(goal, name) if name else goal, name)
        return
    name = os.path.basename(path)
    _send_file(run, path, os.path.join(goal, name) if os.path.isdir(goal) else goal, name)


def _send_folder(run: _Run, path: str, goal: str, name: str) -> None:
    try:
        names = sorted(os.listdir(path))
        os.makedirs(goal, exist_ok=True)
    except OSError as error:
        run.fail(f'opendir "{path}" failed: {error.strerror} ({error.errno})')
        return
    run.list_name(f"{name}/" if name else "./")
    if run.deletes:
        _remove_others(run, goal, set(names) if name else run.brought, name)
    for each in names:
        inner, outer = os.path.join(path, each), os.path.join(goal, each)
        shown = f"{name}/{each}" if name else each
        if os.path.islink(inner):
            _send_link(run, inner, outer, shown)
        elif os.path.isdir(inner):
            _send_folder(run, inner, outer, shown)
        else:
            _send_file(run, inner, outer, shown)
    if run.keeps_times:
        about = os.stat(path)
        os.utime(goal, ns=(about.st_atime_ns, about.st_mtime_ns))


def _send_link(run: _Run, path: str, goal: str, name: str) -> None:
    if not run.keeps_links:
        run.call.say(f'skipping non-regular file "{name}"\n')
        return
    target = os.readlink(path)
    if os.path.lexists(goal):
        if os.path.islink(goal) and os.readlink(goal) == target:
            return
        os.unlink(goal)
    os.symlink(target, goal)
    run.list_name(f"{name} -> {target}")


def _send_file(run: _Run, path: str, goal: str, name: str) -> None:
    try:
        about = os.stat(path)
        run.total_bytes += about.st_size
        if _is_same(about, goal):
            return
        if os.path.isdir(goal):
            shutil.rmtree(goal)
        run.sent_bytes += copy_file(path, goal, keep_time=run.keeps_times)
        run.list_name(name)
    except OSError as error:
        run.fail(f'"{goal}": {error.strerror} ({error.errno})')


def _is_same(about: os.stat_result, goal: str) -> bool:
    """rsync's quick check: size and time of change."""
    try:
        there = os.stat(goal)
    except FileNotFoundError:
        return False
    return (
        stat.S_ISREG(there.st_mode)
        and there.st_size == about.st_size
        and int(there.st_mtime) == int(about.st_mtime)
    )


def _remove_others(run: _Run, goal: str, names: set[str], shown: str) -> None:
    for name in sorted(set(os.listdir(goal)) - names, reverse=True):
        path = os.path.join(goal, name)
        is_folder = os.path.isdir(path) and not os.path.islink(path)
        if is_folder:
            shutil.rmtree(path)
        else:
            os.unlink(path)
        run.list_name(f"deleting {os.path.join(shown, name)}{'/' if is_folder else ''}")


def _finish(run: _Run) -> None:
    if run.is_verbose:
        run.call.say(f"\nsent {run.sent_bytes:,} bytes  received 0 bytes\ntotal size is {run.total_bytes:,}\n")
    if run.code != NOTHING:
        reason = "some files/attrs were not transferred (see previous errors)"
        if run.code == FILE_ERROR:
            reason = "error in file IO"
        run.call.complain(f"rsync error: {reason} (code {run.code}) at main.c")
