"""An event loop for asyncio that waits on the kernel, beside the other threads of the process."""

import asyncio
import asyncio.runners
import errno
import threading
from asyncio import base_events, base_subprocess, events, transports
from collections import deque

import subprocess

from . import thread_module
from .green_threads import give_way, wait_until
from .loop_signals import SignalHandlers
from .pipe_streams import PIPE_CHUNK_BYTES


class MachineEventLoop(SignalHandlers, base_events.BaseEventLoop):
    """Its selector is the kernel's wake signal, whatever it is given: callbacks from other threads set `_is_called`."""

    def __init__(self, selector: object = None) -> None:
        super().__init__()
        self._selector = self
        self._is_called = False

    def select(self, timeout: float | None) -> list[object]:
        if timeout is None or timeout > 0:
            wait_until(lambda: self._is_called, timeout)
        else:
            give_way()
        self._is_called = False
        return []

    def _process_events(self, event_list: list[object]) -> None:
        pass

    def _write_to_self(self) -> None:
        self._is_called = True

    async def connect_read_pipe(self, protocol_factory, pipe):
        protocol = protocol_factory()
        return await _connected(_ReadPipe(self, pipe, protocol)), protocol

    async def connect_write_pipe(self, protocol_factory, pipe):
        protocol = protocol_factory()
        return await _connected(_WritePipe(self, pipe, protocol)), protocol

    async def _make_subprocess_transport(
        self, protocol, args, shell, stdin, stdout, stderr, bufsize, extra=None, **kwargs
    ):
        waiter = self.create_future()
        transport = _SubprocessTransport(
            self, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=waiter, extra=extra, **kwargs
        )
        transport.watch()
        try:
            await waiter
        except BaseException:
            transport.close()
            await transport._wait()
            raise
        return transport


    async def create_connection(self, protocol_factory, *place, **settings):
        raise _no_network()

    async def create_server(self, protocol_factory, *place, **settings):
        raise _no_network()

    async def create_unix_connection(self, protocol_factory, *place, **settings):
        raise _no_network()

    async def create_unix_server(self, protocol_factory, *place, **settings):
        raise _no_network()

    async def create_datagram_endpoint(self, protocol_factory, *place, **settings):
        raise _no_network()


def _no_network() -> OSError:
    return OSError(errno.ENETUNREACH, "this machine has no network, neither to others nor to itself")


class _SubprocessTransport(base_subprocess.BaseSubprocessTransport):
    def _start(self, args, shell, stdin, stdout, stderr, bufsize, **kwargs):
        self._proc = subprocess.Popen(
            args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr, universal_newlines=False, bufsize=0, **kwargs
        )

    def watch(self) -> None:
        """Tells the loop when the process has ended."""

        def wait() -> None:
            code = self._proc.wait()
            _call(self._loop, self._process_exited, code)

        threading.Thread(target=wait, daemon=True).start()


async def _connected(transport: transports.BaseTransport) -> transports.BaseTransport:
    """The transport once its protocol has been told of it; closed where nobody waits for it any more."""
    try:
        await asyncio.sleep(0)
    except BaseException:
        transport.close()
        raise
    return transport


def _call(loop: base_events.BaseEventLoop, callback, *arguments) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(callback, *arguments)


class _ReadPipe(transports.ReadTransport):
    def __init__(self, loop, pipe, protocol) -> None:
        super().__init__({"pipe": pipe})
        self._loop, self._pipe, self._protocol = loop, pipe, protocol
        self._may_read = threading.Event()
        self._may_read.set()
        self._is_closing = False
        loop.call_soon(protocol.connection_made, self)
        threading.Thread(target=self._read_all, daemon=True).start()

    def _read_all(self) -> None:
        raw = getattr(self._pipe, "raw", self._pipe)
        try:
            while not self._is_closing and (data := raw.read(PIPE_CHUNK_BYTES)):
                self._may_read.wait()
                _call(self._loop, self._protocol.data_received, data)
        except (OSError, ValueError):
            # Closed meanwhile.
            pass
        _call(self._loop, self._end)

    def _end(self) -> None:
        self._is_closing = True
        self._protocol.eof_received()
        self._pipe.close()
        self._protocol.connection_lost(None)

    def pause_reading(self) -> None:
        self._may_read.clear()

    def resume_reading(self) -> None:
        self._may_read.set()

    def is_closing(self) -> bool:
        return self._is_closing

    def close(self) -> None:
        self._is_closing = True
        self._may_read.set()
        self._pipe.close()


class _WritePipe(transports.WriteTransport):
    def __init__(self, loop, pipe, protocol) -> None:
        super().__init__({"pipe": pipe})
        self._loop, self._pipe, self._protocol = loop, pipe, protocol
        self._waiting: deque[bytes | None] = deque()
        self._has_work = threading.Semaphore(0)
        self._is_closing = False
        loop.call_soon(protocol.connection_made, self)
        threading.Thread(target=self._write_all, daemon=True).start()

    def _write_all(self) -> None:
        problem = None
        while self._has_work.acquire() and (data := self._waiting.popleft()) is not None:
            try:
                self._pipe.write(data)
                self._pipe.flush()
            except (OSError, ValueError) as error:
                problem = error if isinstance(error, OSError) else None
                break
        self._is_closing = True
        try:
            self._pipe.close()
        except OSError:
            pass
        _call(self._loop, self._protocol.connection_lost, problem)

    def _put(self, data: bytes | None) -> None:
        if not self._is_closing:
            self._is_closing = data is None
            self._waiting.append(data)
            self._has_work.release()

    def write(self, data) -> None:
        if data:
            self._put(bytes(data))

    def can_write_eof(self) -> bool:
        return True

    def write_eof(self) -> None:
        self._put(None)

    close = abort = write_eof

    def is_closing(self) -> bool:
        return self._is_closing

    def get_write_buffer_size(self) -> int:
        return sum(len(data) for data in self._waiting if data)


class _Policy(events._BaseDefaultEventLoopPolicy):
    _loop_factory = MachineEventLoop


def install_event_loop() -> None:
    """From here on asyncio makes loops of this machine."""
    asyncio.run = asyncio.runners.run
    asyncio.SelectorEventLoop = MachineEventLoop
    asyncio.DefaultEventLoopPolicy = _Policy
    asyncio.EventLoop = MachineEventLoop
    events._set_event_loop_policy(_Policy())
    thread_module.leave_event_loop = leave_event_loop


def leave_event_loop() -> None:
    """What runs from here on belongs to no loop."""
    events._set_running_loop(None)
