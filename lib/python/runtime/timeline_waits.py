"""Says in a learner's words what a thread or a task waits for, by the function that makes it wait."""

from collections.abc import Coroutine
from types import CodeType, FrameType

from . import learner_file

# Deeper than any call of the library's that waits.
_DEEPEST = 24
_TASK = ("timeline_tasks.py", "_call")

_FILES: dict[str, dict[str, str]] = {
    "install_threads.py": {"_sleep": "sleep"},
    "machine_commands.py": {"_sleep": "sleep", "wait_for_disk": "the disk"},
    "thread_locks.py": {"lock.acquire": "a lock", "RLock.acquire": "a lock"},
    "thread_module.py": {"_ThreadHandle.join": "a thread", "_shutdown": "other threads"},
    "threading.py": {
        "Condition.wait": "a condition",
        "Event.wait": "an event",
        "Barrier.wait": "a barrier",
        "Semaphore.acquire": "a semaphore",
        "Thread.join": "a thread",
        "Thread.start": "a thread to begin",
        "Timer.run": "a timer",
    },
    "queue.py": dict.fromkeys(("Queue.get", "_PySimpleQueue.get", "SimpleQueue.get"), "a queue")
    | {"Queue.put": "room in a queue", "Queue.join": "a queue"},
    "queues.py": dict.fromkeys(("Queue.get", "SimpleQueue.get"), "a queue") | {"Queue.put": "room in a queue"},
    "connections.py": {"read_some": "a pipe", "write_all": "room in a pipe", "wait": "a pipe or a process"},
    "semaphores.py": {"SemLock.acquire": "a lock"},
    "synchronize.py": {"Condition.wait": "a condition", "Event.wait": "an event"},
    "child_process.py": {"Popen.wait": "a process"},
    "popen.py": {"Popen._wait": "a command", "Popen._communicate": "a command"},
    "event_loop.py": {"MachineEventLoop.select": "its tasks"},
    "standard_streams.py": {"read_keyboard": "input"},
    "managers.py": {"BaseProxy._callmethod": "the manager"},
    "pool.py": dict.fromkeys(("ApplyResult.get", "ApplyResult.wait", "IMapIterator.next"), "the pool's results")
    | {"worker": "work", "Pool.join": "the pool's end"},
    "_base.py": dict.fromkeys(("Future.result", "Future.exception", "wait", "as_completed"), "a result"),
    "thread.py": {"_worker": "work", "ThreadPoolExecutor.shutdown": "the pool's end"},
    "process.py": {
        "_process_worker": "work",
        "ProcessPoolExecutor.shutdown": "the pool's end",
        "BaseProcess.join": "a process",
    },
}
_COROUTINES: dict[str, dict[str, str]] = {
    "tasks.py": {"sleep": "sleep", "wait_for": "a result"},
    "locks.py": {
        "Lock.acquire": "a lock",
        "Event.wait": "an event",
        "Condition.wait": "a condition",
        "Semaphore.acquire": "a semaphore",
        "Barrier.wait": "a barrier",
    },
    "queues.py": {"Queue.get": "a queue", "Queue.put": "room in a queue", "Queue.join": "a queue"},
    "streams.py": dict.fromkeys(("StreamReader.read", "StreamReader.readline"), "a pipe"),
    "subprocess.py": dict.fromkeys(("Process.wait", "Process.communicate"), "a command"),
}
_OTHER_TASKS = "other tasks"


def what_for(frame: FrameType | None) -> str:
    """What the thread waits for whose innermost frame this is: what the learner's own code has called to wait."""
    found = ""
    for _ in range(_DEEPEST):
        if frame is None or _is_of_learner(frame.f_code):
            break
        found = _named(frame.f_code, _FILES) or found
        frame = frame.f_back
    return found


def what_awaits(coroutine: Coroutine) -> str:
    """What a coroutine has been suspended for."""
    found = ""
    for _ in range(_DEEPEST):
        code = getattr(coroutine, "cr_code", None)
        if code is None:
            break
        found = found or _named(code, _COROUTINES)
        coroutine = coroutine.cr_await
    return found or _OTHER_TASKS


def _is_of_learner(code: CodeType) -> bool:
    """Whether it is the learner's, or calls what a pool was handed: the worker around it waits for nothing then."""
    return code.co_filename.startswith(learner_file.HOME) or (_file(code), code.co_qualname) == _TASK


def _file(code: CodeType) -> str:
    return code.co_filename.rpartition("/")[2]


def _named(code: CodeType, files: dict[str, dict[str, str]]) -> str:
    return files.get(_file(code), {}).get(code.co_qualname, "")
