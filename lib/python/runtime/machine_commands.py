"""The commands that programs on this machine can start, and what they are given to work with."""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field

from . import kernel
from .green_threads import sleep

Write = Callable[[bytes], object]
"""Where a command's output goes."""


class Killed(BaseException):
    """A signal ends the command."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@dataclass
class Call:
    """One start of a command: where it runs, and its three standard streams."""

    name: str
    arguments: list[str]
    folder: str
    environment: dict[str, str]
    read_input: Callable[[], bytes]
    write_output: Write
    write_error: Write
    # The pipe that the input comes from, where it comes from one.
    input_pipe: int | None
    # For a command that is a process of its own: what it shall be killed by.
    on_kill: list[Callable[[int], None]] = field(default_factory=list)

    def say(self, text: str) -> None:
        """Writes text to the standard output."""
        self.write_output(text.encode("utf-8", "surrogateescape"))

    def complain(self, text: str) -> None:
        """Writes a line to the standard error."""
        self.write_error(f"{text}\n".encode("utf-8", "surrogateescape"))

    def path(self, argument: str) -> str:
        """The file that an argument means."""
        return os.path.join(self.folder, argument)


Command = Callable[[Call], int]
"""Gives the exit code."""

COMMANDS: dict[str, Command] = {}
COMMAND_FOLDER = "/usr/bin"
NOTES_FILE = "/tmp/.machine-commands"


def command(name: str) -> Callable[[Command], Command]:
    """Makes a function the command of that name."""

    def enter(function: Command) -> Command:
        COMMANDS[name] = function
        return function

    return enter


def known_command(name: str) -> Command | None:
    """The command that a name or a path such as /usr/bin/rsync means."""
    folder, _, bare = name.rpartition("/")
    return COMMANDS.get(bare) if folder in ("", COMMAND_FOLDER, "/bin") else None


def run_command(function: Command, call: Call, *, is_part: bool = False) -> int:
    """Runs it to its end; negative where a signal ended it, which of a part of a shell's line ends the line."""
    killed: Killed | None = None
    try:
        code = function(call)
    except Killed as error:
        killed = error
        code = -error.number
    except BrokenPipeError:
        code = -13
    except OSError as error:
        call.complain(f"{call.name}: {error.filename or ''}: {error.strerror or error}".replace(": :", ":"))
        code = 1
    note_command(call, code)
    if killed is not None and is_part:
        raise killed
    return code


def note_command(call: Call, code: int) -> None:
    """Keeps what was run, where a check wants to know it."""
    folder = call.folder
    ran = {"name": call.name, "arguments": call.arguments, "exit_code": code, "process": kernel.pid, "folder": folder}
    note({"command": ran})


def note(what: dict[str, object]) -> None:
    """Writes a line that a check will read, where one is going on."""
    if not os.path.exists(NOTES_FILE):
        return
    descriptor = os.open(NOTES_FILE, os.O_WRONLY | os.O_APPEND)
    try:
        os.write(descriptor, f"{json.dumps(what)}\n".encode())
    finally:
        os.close(descriptor)


def wait_for_disk(size_bytes: int) -> None:
    """Takes as long as the simulated disk takes for a file of that size."""
    wait_ms = kernel.disk_latency_ms + size_bytes * 1000 / kernel.disk_bytes_per_second
    kernel.begin_copy(wait_ms)
    try:
        sleep(wait_ms / 1000)
    finally:
        kernel.end_copy()


@command("true")
def _true(call: Call) -> int:
    return 0


@command("false")
def _false(call: Call) -> int:
    return 1


@command("echo")
def _echo(call: Call) -> int:
    words = call.arguments
    is_bare = bool(words) and words[0] == "-n"
    call.say(" ".join(words[1:] if is_bare else words) + ("" if is_bare else "\n"))
    return 0


@command("pwd")
def _pwd(call: Call) -> int:
    call.say(call.folder + "\n")
    return 0


@command("sleep")
def _sleep(call: Call) -> int:
    units = {"s": 1, "m": 60, "h": 3600}
    seconds = 0.0
    for argument in call.arguments:
        number, unit = (argument[:-1], units[argument[-1]]) if argument[-1:] in units else (argument, 1)
        try:
            seconds += float(number) * unit
        except ValueError:
            call.complain(f"sleep: invalid time interval '{argument}'")
            return 1
    if not call.arguments:
        call.complain("sleep: missing operand")
        return 1
    sleep(seconds)
    return 0


@command("cat")
def _cat(call: Call) -> int:
    code = 0
    for argument in call.arguments or ["-"]:
        if argument == "-":
            while data := call.read_input():
                call.write_output(data)
            continue
        try:
            with open(call.path(argument), "rb") as file:
                call.write_output(file.read())
        except BrokenPipeError:
            raise
        except OSError as error:
            call.complain(f"cat: {argument}: {error.strerror}")
            code = 1
    return code


def install_python_path() -> None:
    """Where a program finds this interpreter."""
    sys.executable = f"{COMMAND_FOLDER}/python3"
