"""Puts green threads where the standard library looks for threads."""

import asyncio
import concurrent.futures
import concurrent.futures._base
import concurrent.futures.thread
import importlib
import importlib._bootstrap
import operator
import queue
import sys
import threading
import time
from collections import namedtuple

from pyodide.ffi import JsPromise

from . import green_threads, preemption
from .clocks import process_time, process_time_ns
from .deadlock import explain
from .stand_in import stand_in
from .thread_module import thread_module


def install_threads() -> None:
    """From here on `threading` and all that is built on it makes green threads."""
    sys.modules["_thread"] = thread_module()
    # Its own implementation in C would block the whole process.
    sys.modules["_queue"] = None
    for each in (threading, queue, concurrent.futures._base, concurrent.futures.thread):
        importlib.reload(each)
    del sys.modules["_queue"]
    queue.SimpleQueue.__name__ = queue.SimpleQueue.__qualname__ = "SimpleQueue"
    importlib.reload(concurrent.futures)
    _let_promises_through()
    green_threads.explain_deadlock = explain
    stand_in(time, sleep=_sleep, process_time=process_time, process_time_ns=process_time_ns)
    stand_in(time, thread_time=lambda: process_time(), thread_time_ns=lambda: process_time_ns())
    preemption.install()
    _tell_of_threads()


def guard_imports() -> None:
    """Has two threads that import the same module at once wait for each other. Not to be called by an import."""
    importlib._bootstrap._thread = sys.modules["_thread"]


def _tell_of_threads() -> None:
    """Libraries, and CPython's own tests, look here for whether threads can be started."""
    told = sys._emscripten_info
    fields = ("emscripten_version", "runtime", "pthreads", "shared_memory")
    Told = namedtuple("_emscripten_info", fields)
    sys._emscripten_info = Told(told.emscripten_version, told.runtime, pthreads=True, shared_memory=False)


def _sleep(seconds: float, /) -> None:
    """Waits so many seconds, while other threads run."""
    if not isinstance(seconds, (int, float)):
        seconds = float(seconds) if hasattr(seconds, "__float__") else operator.index(seconds)
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if seconds != seconds:
        raise ValueError("Invalid value NaN (not a number)")
    green_threads.sleep(seconds)


def _let_promises_through() -> None:
    """`run_sync` asks asyncio for a future of whatever it waits for; a promise is waited for as it is."""
    ensure_future = asyncio.ensure_future

    def ensure_future_or_promise(awaitable: object, *, loop: object = None) -> object:
        return awaitable if isinstance(awaitable, JsPromise) else ensure_future(awaitable, loop=loop)

    asyncio.ensure_future = ensure_future_or_promise
