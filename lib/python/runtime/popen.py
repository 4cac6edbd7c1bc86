"""`subprocess.Popen` on this machine: a command runs on a thread of its own, `python3` as a process of its own."""

import io
import os
import subprocess
import threading
from collections.abc import Callable

from . import green_threads, kernel
from .machine_commands import Call, Killed, known_command, run_command
from .process_identity import commands
from .pipe_streams import PIPE_CHUNK_BYTES, PipeReader, PipeWriter
from .shell import run_shell
from .stand_in import stand_in
from .standard_streams import keyboard_pipe, read_keyboard, write_inherited

_FIRST_COMMAND_PID = 5_000
_Close = Callable[[], object]


def _buffer_bytes(bufsize: int) -> int:
    # 1 means line by line, where it means anything.
    return bufsize if bufsize > 1 else io.DEFAULT_BUFFER_SIZE


class _Pids:
    last = _FIRST_COMMAND_PID


class Popen(subprocess.Popen):
    """A command that was started. Takes what the original takes, as far as it means anything here."""

    def __init__(
        self,
        args,
        bufsize=-1,
        executable=None,
        stdin=None,
        stdout=None,
        stderr=None,
        preexec_fn=None,
        close_fds=True,
        shell=False,
        cwd=None,
        env=None,
        universal_newlines=None,
        startupinfo=None,
        creationflags=0,
        restore_signals=True,
        start_new_session=False,
        pass_fds=(),
        *,
        user=None,
        group=None,
        extra_groups=None,
        encoding=None,
        errors=None,
        text=None,
        umask=-1,
        pipesize=-1,
        process_group=None,
    ) -> None:
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise subprocess.SubprocessError(
                "Cannot disambiguate when both text and universal_newlines are supplied but different."
            )
        if stdout == subprocess.STDOUT:
            raise ValueError("STDOUT can only be used for stderr")
        if preexec_fn is not None or pass_fds:
            raise ValueError("preexec_fn and pass_fds mean nothing on this machine")
        self.args = args
        self.stdin = self.stdout = self.stderr = None
        self.pid = None
        self.returncode = None
        self.encoding, self.errors = encoding, errors
        self.text_mode = encoding or errors or text or universal_newlines
        self.pipesize = pipesize
        self._input = None
        self._input_pipe: int | None = None
        self._communication_started = False
        self._collectors: list[threading.Thread] = []
        self._closed_child_pipe_fds = True
        self._sigint_wait_secs = 0.25
        self._waitpid_lock = threading.Lock()
        self._to_close: list[_Close] = []
        words = self._words(args, shell, executable)
        self._is_shell = shell
        run = self._command(words, shell, cwd)
        folder = os.path.abspath(os.fspath(cwd)) if cwd is not None else os.getcwd()
        if not os.path.isdir(folder):
            raise FileNotFoundError(2, "No such file or directory", os.fspath(cwd))
        self._open_streams(stdin, stdout, stderr, bufsize)
        environment = {os.fsdecode(name): os.fsdecode(value) for name, value in (os.environ if env is None else env).items()}
        self._call = Call(
            name=os.path.basename(words[0]),
            arguments=words[1:],
            folder=folder,
            environment=environment,
            read_input=self._read_input,
            write_output=self._write_output,
            write_error=self._write_error,
            input_pipe=self._input_pipe,
        )
        self._start(run)

    def _words(self, args, shell: bool, executable) -> list[str]:
        if isinstance(args, (str, bytes, os.PathLike)):
            words = ["sh", "-c", os.fsdecode(args)] if shell else [os.fsdecode(args)]
        else:
            words = [os.fsdecode(word) for word in args]
            if shell:
                words = ["sh", "-c", *words]
        if not words:
            raise IndexError("list index out of range")
        return [os.fsdecode(executable), *words[1:]] if executable is not None and not shell else words

    def _command(self, words: list[str], shell: bool, cwd):
        if shell:
            return run_shell
        found = known_command(words[0])
        if found is None:
            raise FileNotFoundError(2, "No such file or directory", words[0])
        return found

    def _open_streams(self, stdin, stdout, stderr, bufsize: int) -> None:
        self._read_input, self.stdin = self._source(stdin, bufsize)
        self._write_output, self.stdout = self._target(stdout, 1, bufsize)
        if stderr == subprocess.STDOUT:
            self._write_error = self._write_output
        else:
            self._write_error, self.stderr = self._target(stderr, 2, bufsize)

    def _source(self, given, bufsize: int):
        if given is None:
            self._input_pipe = keyboard_pipe()
            return read_keyboard, None
        if given == subprocess.DEVNULL:
            return (lambda: b""), None
        if given == subprocess.PIPE:
            pipe = self._input_pipe = kernel.checked(kernel.pipe_new())
            reader = PipeReader(pipe)
            self._to_close.append(reader.close)
            raw = PipeWriter(pipe)
            stream = raw if bufsize == 0 else io.BufferedWriter(raw, _buffer_bytes(bufsize))
            if self.text_mode:
                stream = io.TextIOWrapper(
                    stream, encoding=self.encoding, errors=self.errors, write_through=True, line_buffering=bufsize == 1
                )
            return (lambda: reader.read(PIPE_CHUNK_BYTES)), stream
        source = getattr(given, "raw", getattr(getattr(given, "buffer", None), "raw", given))
        if isinstance(source, PipeReader):
            # The caller may close it as soon as the command has been started.
            own = source.copy()
            self._input_pipe = own.pipe
            self._to_close.append(own.close)
            return (lambda: own.read(PIPE_CHUNK_BYTES)), None
        own = self._own_descriptor(given)
        return (lambda: os.read(own, PIPE_CHUNK_BYTES)), None

    def _target(self, given, inherited: int, bufsize: int):
        if given is None:
            return (lambda data: write_inherited(inherited, data)), None
        if given == subprocess.DEVNULL:
            return (lambda data: None), None
        if given == subprocess.PIPE:
            pipe = kernel.checked(kernel.pipe_new())
            writer = PipeWriter(pipe)
            self._to_close.append(writer.close)
            raw = PipeReader(pipe)
            stream = raw if bufsize == 0 else io.BufferedReader(raw, _buffer_bytes(bufsize))
            if self.text_mode:
                stream = io.TextIOWrapper(stream, encoding=self.encoding, errors=self.errors)
            return writer.write, stream
        if not isinstance(given, int):
            given.flush()
        own = self._own_descriptor(given)
        return (lambda data: os.write(own, data)), None

    def _own_descriptor(self, given) -> int:
        """The caller may close theirs as soon as the command has been started."""
        own = os.dup(given if isinstance(given, int) else given.fileno())
        self._to_close.append(lambda: os.close(own))
        return own

    def _start(self, run) -> None:
        _Pids.last += 1
        self.pid = _Pids.last
        self._child_created = True
        commands[self.pid] = self._kill
        self._thread = threading.Thread(target=self._run, args=(run,), daemon=True, name=self._call.name)
        self._thread.start()
        # So that it can be killed as soon as it is known.
        self._green = green_threads.thread_of(self._thread.ident)

    def _run(self, run) -> None:
        try:
            code = run_command(run, self._call)
        finally:
            for close in self._to_close:
                close()
        del commands[self.pid]
        self.returncode = code

    def _internal_poll(self, _deadstate=None, **_unused) -> int | None:
        if self.returncode is None:
            green_threads.give_way()
        return self.returncode

    def _wait(self, timeout: float | None) -> int:
        if self.returncode is None:
            self._thread.join(timeout)
            if self._thread.is_alive():
                raise subprocess.TimeoutExpired(self.args, timeout)
        return self.returncode

    def _communicate(self, input, endtime, orig_timeout):
        """As the original does where there is nothing to select on: a thread for each stream."""
        if self.stdin and not self._communication_started:
            self._feeder = threading.Thread(target=self._feed, args=(input,), daemon=True)
            self._feeder.start()
        if not self._communication_started:
            self._collected = {name: [] for name in ("stdout", "stderr") if getattr(self, name)}
            self._collectors = [
                threading.Thread(target=self._collect, args=(getattr(self, name), into), daemon=True)
                for name, into in self._collected.items()
            ]
            for collector in self._collectors:
                collector.start()
        self._communication_started = True
        for collector in self._collectors:
            collector.join(self._remaining_time(endtime))
            if collector.is_alive():
                raise subprocess.TimeoutExpired(self.args, orig_timeout, output=None)
        try:
            self.wait(timeout=self._remaining_time(endtime))
        except subprocess.TimeoutExpired as expired:
            expired.timeout = orig_timeout
            raise
        empty = "" if self.text_mode else b""
        parts = {name: empty.join(into) for name, into in self._collected.items()}
        return parts.get("stdout"), parts.get("stderr")

    def __exit__(self, *error: object) -> None:
        # Nobody may close a stream that a thread still reads; each of them ends with the command.
        for collector in self._collectors:
            collector.join()
        super().__exit__(*error)

    def _feed(self, data) -> None:
        self._stdin_write(data)

    def _collect(self, stream, into: list) -> None:
        into.append(stream.read())
        stream.close()

    def send_signal(self, sig: int) -> None:
        self.poll()
        if self.returncode is None:
            self._kill(int(sig))

    def _kill(self, number: int) -> None:
        for kill in self._call.on_kill:
            kill(number)
        if self._is_shell or not self._call.on_kill:
            green_threads.raise_in(self._green, Killed(number))


def _system(command: str, /) -> int:
    return Popen(command, shell=True).wait() << 8


def install_subprocess() -> None:
    """From here on `subprocess` and `os.system` start commands of this machine."""
    subprocess.Popen = Popen
    subprocess._can_fork_exec = True
    stand_in(os, system=_system)
