"""The kernel's pipes as Python's streams."""

import io

from . import kernel
from .connections import READING, WRITING, read_some, write_all

PIPE_CHUNK_BYTES = 64 * 1024


class PipeReader(io.RawIOBase):
    """Reads a pipe whose reading end this process holds."""

    def __init__(self, pipe: int, name: str = "<pipe>") -> None:
        self.pipe = pipe
        self.name = name

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")
        data = read_some(self.pipe, len(view))
        view[: len(data)] = data
        return len(data)

    def read(self, size: int = -1, /) -> bytes:
        if size is None or size < 0:
            return self.readall()
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return read_some(self.pipe, size)

    def copy(self) -> "PipeReader":
        """Another one of the same end, which the pipe outlives until both are closed."""
        kernel.retain(self.pipe, READING, kernel.slot)
        return PipeReader(self.pipe, self.name)

    def close(self) -> None:
        if not self.closed:
            super().close()
            kernel.release(self.pipe, READING, kernel.slot)


class PipeWriter(io.RawIOBase):
    """Writes a pipe whose writing end this process holds."""

    def __init__(self, pipe: int, name: str = "<pipe>") -> None:
        self.pipe = pipe
        self.name = name

    def writable(self) -> bool:
        return True

    def write(self, data: object, /) -> int:
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        view = memoryview(data).cast("B")
        write_all(self.pipe, view)
        return len(view)

    def close(self) -> None:
        if not self.closed:
            super().close()
            kernel.release(self.pipe, WRITING, kernel.slot)
