"""What an author's `check.py` is given to try the learner's file with."""

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import ModuleType

from . import kernel
from .learner_file import HOME, ProgramFile, compile_file, load_module
from .machine_commands import NOTES_FILE


@dataclass(frozen=True)
class RanCommand:
    """A command that the program has run; `process` is the process that ran it, `arguments` are without the name."""

    name: str
    arguments: list[str]
    exit_code: int
    process: int
    folder: str


@dataclass(frozen=True)
class Finished:
    """One run of the learner's file as a script, and what the machine noted of it."""

    stdout: str
    stderr: str
    exit_code: int
    # Of all commands that have ended.
    commands: list[RanCommand]
    # While at least one copy was under way, and what all copies together have waited for the simulated disk.
    io_clock_seconds: float
    io_charged_seconds: float
    # Beyond the script's own.
    processes_started: int
    # Until it ended, and what it and all its processes have computed meanwhile.
    elapsed_seconds: float
    computing_seconds: float
    # Alive at once in the script's own process, the main one included.
    most_threads: int

    @property
    def error(self) -> str:
        """The line that names the error which ended the script; empty where none did."""
        _, traceback, told = self.stderr.rpartition("Traceback (most recent call last):\n")
        if self.exit_code == 0 or not traceback:
            return ""
        # The frames before it are indented; what stands behind it are further lines of its message, and notes.
        return next((line for line in told.splitlines() if line and not line.startswith((" ", "\t"))), "")

    @property
    def io_overlap(self) -> float:
        """How many copies were under way at once on average, while there were any; 0 where nothing was copied."""
        return self.io_charged_seconds / self.io_clock_seconds if self.io_clock_seconds > 0 else 0.0


@dataclass
class Attempt:
    """The learner's file and the machine it is tried on. `random` draws other numbers at every press of Check."""

    program: ProgramFile
    random: random.Random
    _given: dict[str, bytes] = field(default_factory=lambda: _files_in(HOME))

    def run(self, *arguments: str, input: str = "") -> Finished:
        """Runs the learner's file as a script, in a process of its own, to its end."""
        started, clock, charged = kernel.processes_started(), kernel.io_clock_ms(), kernel.io_charged_ms()
        began, computed = time.monotonic(), kernel.machine_computing_ms()
        with open(NOTES_FILE, "w"):
            pass
        command = [sys.executable, self.program["path"], *map(str, arguments)]
        ended = subprocess.run(command, capture_output=True, text=True, input=input, cwd=HOME, errors="replace")
        elapsed, computed = time.monotonic() - began, kernel.machine_computing_ms() - computed
        notes = _take_notes()
        return Finished(
            stdout=ended.stdout,
            stderr=ended.stderr,
            exit_code=ended.returncode,
            commands=[RanCommand(**note["command"]) for note in notes if "command" in note],
            io_clock_seconds=(kernel.io_clock_ms() - clock) / 1000,
            io_charged_seconds=(kernel.io_charged_ms() - charged) / 1000,
            processes_started=kernel.processes_started() - started - 1,
            elapsed_seconds=elapsed,
            computing_seconds=computed / 1000,
            most_threads=max((note["most_threads"] for note in notes if "most_threads" in note), default=1),
        )

    def load(self) -> ModuleType:
        """Imports the learner's file afresh; its `__main__` part does not run."""
        return load_module(self.program["path"], compile_file(self.program))

    def fresh_files(self) -> None:
        """Puts the home folder back as the learner's file found it."""
        for name in os.listdir(HOME):
            path = os.path.join(HOME, name)
            if os.path.isdir(path) and not os.path.islink(path):
                shutil.rmtree(path)
            else:
                os.unlink(path)
        for path, content in self._given.items():
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(content)


def _files_in(folder: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            with open(path, "rb") as file:
                found[path] = file.read()
    return found


def _take_notes() -> list[dict]:
    """What was noted since the last time, but for the command that ran the script."""
    with open(NOTES_FILE, encoding="utf-8") as file:
        notes = [json.loads(line) for line in file]
    os.unlink(NOTES_FILE)
    return [note for note in notes if note.get("command", {}).get("process") != kernel.pid]


def tests_in(code: str) -> dict[str, Callable[[Attempt], object]]:
    """The functions of an author's check.py by their names."""
    module = ModuleType("check")
    exec(compile_file({"path": "check.py", "code": code}), vars(module))
    return {name: value for name, value in vars(module).items() if callable(value)}
