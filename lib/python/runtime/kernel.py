"""The machine's kernel: what a process can ask of the world outside it.

The functions are bound when a run begins; a memory snapshot may hold none of them. Other modules call them through
this one: `kernel.pipe_new()`.

They give numbers and texts only. A JavaScript object becomes a Python object by calls from JavaScript back into the
interpreter, and WebAssembly cannot be suspended across those: a thread whose turn ended there broke the process.
"""

import errno
from typing import Any

_FUNCTIONS = (
    "can_wait",
    "can_start_threads",
    "can_start_processes",
    "wake_count",
    "wait",
    "take_interrupt",
    "preempt",
    "park",
    "unpark",
    "start_thread",
    "protect_main_stack",
    "protect_thread_stack",
    "pipe_new",
    "pipe_read_into",
    "pipe_write",
    "pipe_available",
    "pipe_room",
    "pipe_is_at_end",
    "pipe_is_broken",
    "semaphore_new",
    "semaphore_try",
    "semaphore_release",
    "semaphore_value",
    "block_new",
    "block_read_into",
    "block_write",
    "retain",
    "release",
    "process_new",
    "process_slot",
    "process_start",
    "process_exit_code",
    "process_kill",
    "processes_started",
    "want_input",
    "waited_ms",
    "started_thread",
    "computing_ms",
    "machine_computing_ms",
    "begin_copy",
    "end_copy",
    "io_charged_ms",
    "io_clock_ms",
    "read_bytes",
    "written_bytes",
    "read_count",
    "write_count",
    "memory_bytes",
    "disk_total_bytes",
    "disk_free_bytes",
    "note_lane",
    "note_state",
    "note_end",
    "note_task",
    "note_task_end",
    "tell_notes",
    "tells_timeline",
    "place_rare_data",
    "problem",
    "pid",
    "parent_pid",
    "slot",
    "cpu_count",
    "memory_limit_bytes",
    "disk_latency_ms",
    "disk_bytes_per_second",
)
_door: Any = None

# Until a run begins, which is when a memory snapshot is made.
pid = parent_pid = slot = 0
cpu_count = 1
tells_timeline = False


def bind(door: Any) -> None:
    """Makes the functions those of this process's kernel."""
    global _door
    _door = door
    for name in _FUNCTIONS:
        globals()[name] = getattr(door, name)


def is_bound() -> bool:
    """Whether this process has a kernel yet."""
    return _door is not None


def parked() -> Any:
    """The promise that `park` made: as a value that is returned it would be wrapped."""
    return _door.parked


def read_pipe(pipe: int, limit: int) -> bytes:
    """Up to so many bytes that wait in the pipe, which may be none."""
    data = bytearray(min(limit, pipe_available(pipe)))
    del data[pipe_read_into(pipe, data) :]
    return bytes(data)


def read_block(block: int, at: int, size: int) -> bytes:
    """So many bytes of a block, as they are at this moment."""
    data = bytearray(size)
    block_read_into(block, at, data)
    return bytes(data)


def checked(result: int) -> int:
    """What a kernel function gave, or the error it had, as `OSError`."""
    if result >= 0:
        return result
    code, message = problem().split(" ", 1)
    raise OSError(getattr(errno, code), message)
