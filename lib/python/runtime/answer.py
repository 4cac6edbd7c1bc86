"""The one door to this runtime: questions and answers are JSON, so no object crosses the border."""

import json
import os
import sys
import threading

from .install_machine import install_machine

install_machine()

from . import (  # noqa: E402
    check_program,
    count_growth,
    count_program,
    count_work,
    file_commands,
    kernel,
    learner_file,
    memory_program,
    profile_program,
    python_command,
    rsync_command,
    run_program,
    timeline,
)
from .absent_modules import explain_absent_modules  # noqa: E402
from .child_process import run_started  # noqa: E402
from .event_loop import leave_event_loop  # noqa: E402
from .hide_host import hide_host, hide_runtime  # noqa: E402
from .install_threads import guard_imports  # noqa: E402
from .machine_commands import install_python_path  # noqa: E402
from .rare_data import bring_rare_data  # noqa: E402
from .standard_streams import limit_output, open_standard_streams  # noqa: E402
from .stop_request import listen_for_stop  # noqa: E402
from .wake_clock import wake_clock  # noqa: E402

assert file_commands and rsync_command, "their commands are known by being imported"

_answers = {
    "limit": limit_output,
    "replay": run_program.replay,
    "run": run_program.run,
    "check": check_program.check,
    "count": count_work.count,
    "count_growth": count_growth.count_growth,
    "profile": profile_program.take_profile,
    "memory": memory_program.take_memory,
    "run_counted": count_program.run_counted,
}
# How a started process is to begin, by the first byte of its payload.
_beginnings = {b"M": run_started, b"S": python_command.run_script}


def prepare() -> None:
    """Makes the booted interpreter a learner's process."""
    wake_clock()
    guard_imports()
    bring_rare_data()
    open_standard_streams()
    install_python_path()
    listen_for_stop()
    explain_absent_modules()
    hide_host()
    hide_runtime()


def begin(door: object) -> None:
    """Gives the process its kernel, its home and its place in it."""
    kernel.bind(door)
    # It was made before there was a process that it could belong to.
    threading.main_thread()._set_native_id()
    os.chdir(learner_file.HOME)
    sys.path.insert(0, learner_file.HOME)


def _enter() -> None:
    """What every call from outside begins with: it is a thread state of its own."""
    leave_event_loop()
    kernel.protect_main_stack()


def answer(question: str) -> str:
    """Answers `{"ask": …}`, whose other members are arguments, with the report it asks for."""
    _enter()
    asked = json.loads(question)
    give = _answers[asked.pop("ask")]
    return json.dumps(give(**asked))


def run_child(payload: object) -> int:
    """Runs what another process wants this one to do; gives the exit code."""
    _enter()
    data = payload.to_bytes()
    timeline.begin(f"process {kernel.pid}", "starting", "its program")
    code = _beginnings[data[:1]](data[1:])
    timeline.end()
    return code
