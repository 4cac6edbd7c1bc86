"""`multiprocessing.connection` over the kernel's pipes: `Connection`, `Pipe`, `wait`, and what listens and calls."""

import errno
import io
from collections.abc import Iterable
from multiprocessing import connection, context, reduction

from . import kernel
from .green_threads import give_way, wait_until
from .stand_in import stand_in

READING, WRITING = 0, 1

# A handle holds two numbers of pipes: the one that is read and the one that is written.
_NO_PIPE = 1024
_SHIFT = 11

# Numbers that `wait` knows for processes: far above any handle.
SENTINELS = 1 << 24


def _handle_of(reading: int, writing: int) -> int:
    return reading | writing << _SHIFT


def _ends(handle: int) -> list[tuple[int, int]]:
    ends = [(handle & (1 << _SHIFT) - 1, READING), (handle >> _SHIFT, WRITING)]
    return [(pipe, side) for pipe, side in ends if pipe != _NO_PIPE]


class Connection(connection.Connection):
    """One end of a pipe between processes."""

    def _reading(self) -> int:
        return self._handle & (1 << _SHIFT) - 1

    def _close(self) -> None:
        if kernel.is_bound():
            for pipe, side in _ends(self._handle):
                kernel.release(pipe, side, kernel.slot)

    def _send(self, buf: object) -> None:
        write_all(self._handle >> _SHIFT, memoryview(buf).cast("B"))

    def _recv(self, size: int) -> io.BytesIO:
        pipe = self._reading()
        received = io.BytesIO()
        while (left := size - received.tell()) > 0:
            chunk = read_some(pipe, left)
            if not chunk:
                if received.tell() == 0:
                    raise EOFError
                raise OSError("got end of file during message")
            received.write(chunk)
        return received

    def _poll(self, timeout: float | None) -> bool:
        return bool(wait([self], timeout))

    def _is_ready(self) -> bool:
        self._check_closed()
        return pipe_is_ready(self._reading())


Connection.__module__ = connection.__name__


def pipe_is_ready(pipe: int) -> bool:
    """Whether a read would not have to wait."""
    return kernel.checked(kernel.pipe_available(pipe)) > 0 or kernel.pipe_is_at_end(pipe)


def read_some(pipe: int, limit: int) -> bytes:
    """Waits for bytes and gives what there is; nothing at the pipe's end."""
    wait_until(lambda: pipe_is_ready(pipe))
    return kernel.read_pipe(pipe, limit)


def write_all(pipe: int, data: memoryview) -> None:
    """Waits for room until all is written."""
    while True:
        if kernel.pipe_is_broken(pipe):
            raise BrokenPipeError(errno.EPIPE, "Broken pipe")
        data = data[kernel.checked(kernel.pipe_write(pipe, data)) :]
        if not data:
            return
        wait_until(lambda: kernel.pipe_room(pipe) > 0 or kernel.pipe_is_broken(pipe))


def Pipe(duplex: bool = True) -> tuple[Connection, Connection]:
    """Two connected ends; of a pipe that is not duplex the first one reads and the second one writes."""
    there = kernel.checked(kernel.pipe_new())
    if not duplex:
        reader = Connection(_handle_of(there, _NO_PIPE), writable=False)
        return reader, Connection(_handle_of(_NO_PIPE, there), readable=False)
    back = kernel.checked(kernel.pipe_new())
    return Connection(_handle_of(there, back)), Connection(_handle_of(back, there))


def wait(object_list: Iterable[object], timeout: float | None = None) -> list[object]:
    """Those of the connections and sentinels that are ready; waits for the first."""
    objects = list(object_list)

    def ready() -> list[object]:
        return [each for each in objects if _is_ready(each)]

    found = ready()
    if found:
        # Others may be ready too by the time they have had a turn.
        if timeout != 0:
            give_way()
            found = ready() or found
        return found
    wait_until(lambda: bool(ready()), timeout)
    return ready()


def _is_ready(each: object) -> bool:
    if isinstance(each, int):
        return kernel.process_exit_code(each - SENTINELS) is not None
    return each._is_ready()


def _reduce(each: Connection) -> tuple:
    popen = context.get_spawning_popen()
    holder = kernel.slot if popen is None else popen.slot
    for pipe, side in _ends(each._handle):
        kernel.retain(pipe, side, holder)
    return rebuild_connection, (each._handle, each.readable, each.writable, None if popen else holder)


def rebuild_connection(handle: int, readable: bool, writable: bool, holder: int | None) -> Connection:
    """The connection in the process that receives it; `holder` has kept it open on the way."""
    if holder is not None:
        for pipe, side in _ends(handle):
            kernel.retain(pipe, side, kernel.slot)
            kernel.release(pipe, side, holder)
    return Connection(handle, readable, writable)


class _MachineListener:
    """Waits for calls at a pipe; a semaphore keeps callers from talking at once."""

    def __init__(self, address: object, family: str, backlog: int = 1) -> None:
        self._calls, self._caller = Pipe(duplex=False)
        self._turn = kernel.checked(kernel.semaphore_new(1, 1))
        self._address = ("machine", self._caller._handle >> _SHIFT, self._turn)
        self._last_accepted = None

    def accept(self) -> Connection:
        return self._calls.recv()

    def close(self) -> None:
        if not self._calls.closed:
            self._calls.close()
            self._caller.close()
            kernel.release(self._turn, 0, kernel.slot)


def _call_listener(address: object) -> Connection:
    try:
        _, pipe, turn = address
    except (TypeError, ValueError):
        raise OSError(errno.EADDRNOTAVAIL, "this machine has no network but its own listeners") from None
    if kernel.pipe_is_broken(pipe) or kernel.semaphore_value(turn) < 0:
        raise ConnectionRefusedError(errno.ECONNREFUSED, "nobody listens here any more")
    own, other = Pipe()
    wait_until(lambda: kernel.semaphore_try(turn) == 1)
    kernel.retain(pipe, WRITING, kernel.slot)
    caller = Connection(_handle_of(_NO_PIPE, pipe), readable=False)
    try:
        caller.send(other)
    finally:
        caller.close()
        other.close()
        kernel.semaphore_release(turn)
    return own


def install_connections() -> None:
    """From here on connections are made of the machine's pipes."""
    reduction.register(Connection, _reduce)
    # Whoever receives one finds it by this name.
    stand_in(connection, rebuild_connection=rebuild_connection)
    connection.Connection = Connection
    connection.Pipe = Pipe
    connection.wait = wait
    connection.SocketListener = _MachineListener
    connection.SocketClient = _call_listener
