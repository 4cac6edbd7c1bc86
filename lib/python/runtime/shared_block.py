"""Memory of the kernel that all processes of a run have in common, and `multiprocessing.heap` over it."""

import struct
from multiprocessing import heap
from multiprocessing.context import assert_spawning, get_spawning_popen

from . import kernel
from .stand_in import stand_in


class SharedBlock:
    """Memory of the kernel; kept as long as somebody holds it."""

    def __init__(self, size: int) -> None:
        self.number = kernel.checked(kernel.block_new(size))

    def __del__(self) -> None:
        if hasattr(self, "number") and kernel.is_bound():
            kernel.release(self.number, 0, kernel.slot)

    def __reduce__(self) -> tuple:
        assert_spawning(self)
        kernel.retain(self.number, 0, get_spawning_popen().slot)
        return rebuild_block, (type(self), self.number)


def rebuild_block(type_: type[SharedBlock], number: int) -> SharedBlock:
    """The block in the process that was started with it."""
    block = type_.__new__(type_)
    block.number = number
    return block


class BufferWrapper(SharedBlock):
    """What barriers keep their numbers in."""

    def create_memoryview(self) -> "_Numbers":
        return _Numbers(self, "B")


class _Numbers:
    """As much of a memory view as is asked for: items of one kind, each read and written at once."""

    def __init__(self, block: SharedBlock, kind: str) -> None:
        self._block = block
        self._kind = kind

    def cast(self, kind: str) -> "_Numbers":
        return _Numbers(self._block, kind)

    def __getitem__(self, index: int) -> int:
        size = struct.calcsize(self._kind)
        return struct.unpack(self._kind, kernel.read_block(self._block.number, index * size, size))[0]

    def __setitem__(self, index: int, value: int) -> None:
        at = index * struct.calcsize(self._kind)
        kernel.block_write(self._block.number, at, struct.pack(self._kind, value))


def install_shared_blocks() -> None:
    """From here on what is built on the heap lies in the kernel's blocks."""
    stand_in(heap, BufferWrapper=BufferWrapper, SharedBlock=SharedBlock, rebuild_block=rebuild_block)
