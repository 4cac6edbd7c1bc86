"""Notes for a run's timeline each call of a function that a pool or an executor was handed."""

import functools
from collections.abc import Callable, Iterable
from types import ModuleType

from . import kernel
from .timeline_labels import label_of

_lane_of_current: Callable[[], int | None] = lambda: None


def _call(function: Callable, /, *values: object, **named: object) -> object:
    lane = _lane_of_current()
    if lane is None:
        return function(*values, **named)
    kernel.note_task(lane, label_of(function, values, len(named)))
    try:
        return function(*values, **named)
    finally:
        kernel.note_task_end(lane)


def _followed(function: Callable) -> Callable:
    """The same for a worker, but noted; what the library itself calls with many items notes each of them."""
    inner = function.func if isinstance(function, functools.partial) else function
    is_librarys = str(getattr(inner, "__module__", "")).startswith(("multiprocessing.", "concurrent."))
    return function if is_librarys else functools.partial(_call, function)


class _PoolQueue:
    """What a pool's worker takes its tasks from."""

    def __init__(self, queue: object) -> None:
        self._queue = queue

    def __getattr__(self, name: str) -> object:
        return getattr(self._queue, name)

    def get(self) -> object:
        task = self._queue.get()
        if task is None:
            return None
        job, index, function, values, named = task
        return job, index, _followed(function), values, named


class _ExecutorQueue:
    def __init__(self, queue: object) -> None:
        self._queue = queue

    def get(self, block: bool = True) -> object:
        item = self._queue.get(block=block)
        if item is not None:
            item.fn = _followed(item.fn)
        return item


def follow_tasks(lane_of_current: Callable[[], int | None]) -> None:
    """From here on what pools and executors do in this process is noted."""
    # Not sooner: they are to find the threads and processes of this machine.
    import concurrent.futures.process
    import concurrent.futures.thread
    import multiprocessing.pool

    global _lane_of_current
    _lane_of_current = lane_of_current
    pool, process = multiprocessing.pool, concurrent.futures.process
    pool_worker, process_worker = pool.worker, process._process_worker

    def worker(inqueue: object, outqueue: object, *rest: object, **named: object) -> None:
        pool_worker(_PoolQueue(inqueue), outqueue, *rest, **named)

    def mapstar(args: tuple[Callable, Iterable]) -> list[object]:
        function, items = args
        return [_call(function, item) for item in items]

    def starmapstar(args: tuple[Callable, Iterable]) -> list[object]:
        function, items = args
        return [_call(function, *item) for item in items]

    def _process_worker(call_queue: object, *rest: object, **named: object) -> None:
        process_worker(_ExecutorQueue(call_queue), *rest, **named)

    def _process_chunk(function: Callable, chunk: Iterable) -> list[object]:
        return [_call(function, *values) for values in chunk]

    for each in (worker, mapstar, starmapstar):
        _replace(pool, each)
    for each in (_process_worker, _process_chunk):
        _replace(process, each)
    concurrent.futures.thread.WorkerContext.run = lambda self, task: _call(task[0], *task[1], **task[2])


def _replace(module: ModuleType, function: Callable) -> None:
    # Other processes find it by this name, each its own.
    function.__module__, function.__qualname__ = module.__name__, function.__name__
    setattr(module, function.__name__, function)
