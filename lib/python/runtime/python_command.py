"""`python3 script.py …`: the one command that is a process of its own."""

import os
import pickle
import platform
import random
import runpy
import sys
import threading
import warnings
from dataclasses import asdict
from types import ModuleType

from . import green_threads, kernel, learner_file, timeline
from .child_process import start_process
from .connections import READING, WRITING
from .green_threads import wait_until
from .machine_commands import Call, Killed, Write, command, note
from .pipe_streams import PIPE_CHUNK_BYTES, PipeReader, PipeWriter
from .program_end import report_of
from .python_options import Asked, raise_flags, read_options
from .run_program import finish_program
from .standard_streams import keyboard_pipe, use_pipes


@command("python3")
@command("python")
def _python(call: Call) -> int:
    asked = read_options(call.arguments)
    if isinstance(asked, str):
        call.complain(asked)
        return 2
    if asked.wants_version:
        call.say(f"Python {platform.python_version()}\n")
        return 0
    given = call.input_pipe
    if asked.source == "nothing" and not asked.text and given == keyboard_pipe():
        call.complain("python3: this machine has no interactive interpreter; name a script or use -c")
        return 2
    source = kernel.checked(kernel.pipe_new()) if given is None else given
    readers = [PipeReader(kernel.checked(kernel.pipe_new())) for _ in range(2)]
    pipes = [source, *(reader.pipe for reader in readers)]

    def payload(slot: int) -> bytes:
        for pipe, side in zip(pipes, (READING, WRITING, WRITING)):
            kernel.retain(pipe, side, slot)
        job = {"asked": asdict(asked), "folder": call.folder, "environment": call.environment, "pipes": pipes}
        return b"S" + pickle.dumps(job)

    pid = start_process(payload)
    call.on_kill.append(lambda number: kernel.process_kill(pid, number))
    for reader in readers:
        kernel.release(reader.pipe, WRITING, kernel.slot)
    pumps = [
        threading.Thread(target=_pump, args=each, daemon=True)
        for each in zip(readers, (call.write_output, call.write_error))
    ]
    if given is None:
        kernel.release(source, READING, kernel.slot)
        threading.Thread(target=_feed, args=(call, PipeWriter(source)), daemon=True).start()
    for pump in pumps:
        pump.start()
    try:
        wait_until(lambda: kernel.process_exit_code(pid) is not None)
        for pump in pumps:
            pump.join()
    except Killed as killed:
        # It was sent before there was a process to send it to.
        kernel.process_kill(pid, killed.number)
        raise
    return kernel.process_exit_code(pid)


def _pump(reader: PipeReader, write: Write) -> None:
    while data := reader.read(PIPE_CHUNK_BYTES):
        write(data)
    reader.close()


def _feed(call: Call, feeder: PipeWriter) -> None:
    try:
        while data := call.read_input():
            feeder.write(data)
    except BrokenPipeError:
        # It did not want to read all.
        pass
    finally:
        feeder.close()


def run_script(payload: bytes) -> int:
    """What a process does that was started as `python3 …`; gives its exit code."""
    job = pickle.loads(payload)
    os.chdir(job["folder"])
    os.environ.clear()
    os.environ.update(job["environment"])
    use_pipes(job["pipes"])
    random.seed(os.getpid())
    timeline.goes_on_as(" ".join(["python3", job["asked"]["text"]]) if job["asked"]["source"] == "script" else "python3")
    report = finish_program(report_of(lambda: _execute(Asked(**job["asked"]))))
    note({"most_threads": green_threads.most_alive()})
    return report["exit_code"]


def _execute(asked: Asked) -> None:
    sys.warnoptions[:] = asked.warnings
    warnings._processoptions(asked.warnings)
    sys._xoptions.update(asked.settings)
    raise_flags(asked.flags)
    main = learner_file.new_module("__main__", None)
    match asked.source:
        case "code":
            sys.argv = ["-c", *asked.arguments]
            exec(compile(asked.text, "<string>", "exec", dont_inherit=True), vars(main))
        case "nothing":
            sys.argv = [asked.text, *asked.arguments]
            exec(compile(sys.stdin.read(), "<stdin>", "exec", dont_inherit=True), vars(main))
        case "module":
            sys.argv = [asked.text, *asked.arguments]
            runpy.run_module(asked.text, run_name="__main__", alter_sys=True)
        case "script":
            _execute_script(asked, main)


def _execute_script(asked: Asked, main: ModuleType) -> None:
    path = asked.text
    if not os.path.isfile(path):
        print(f"python3: can't open file '{os.path.abspath(path)}': [Errno 2] No such file or directory", file=sys.stderr)
        raise SystemExit(2)
    sys.argv = [path, *asked.arguments]
    sys.path[0] = os.path.dirname(os.path.abspath(path))
    main.__file__ = os.path.abspath(path)
    main.__spec__ = None
    learner_file.notebook.clear()
    learner_file.execute_as_main(main.__file__, vars(main))
