"""Starts processes for `multiprocessing`, and is what runs first in one that was started."""

import io
import os
import pickle
import random
import signal
import sys
import types
from collections.abc import Callable
from multiprocessing import context, process, reduction, spawn, util

from . import kernel, learner_file, timeline
from .connections import SENTINELS
from .green_threads import NO_THREADS, wait_until
from .program_end import report_of
from .run_program import finish_program
from .standard_streams import hand_on_pipes, use_pipes

POOLS = ("multiprocessing.pool", "concurrent.futures.process")


class Popen:
    """A child that begins with an interpreter of its own; the interface is that of multiprocessing's own."""

    method = "spawn"

    def __init__(self, process_obj: process.BaseProcess) -> None:
        _require_threads_for_pools(process_obj)
        util._flush_std_streams()
        self.returncode = None
        self.pid = start_process(lambda slot: self._payload(process_obj, slot))
        self.sentinel = SENTINELS + self.pid

    def _payload(self, process_obj: process.BaseProcess, slot: int) -> bytes:
        self.slot = slot
        stream = io.BytesIO()
        stream.write(b"M")
        own = {"notebook": learner_file.notebook, "environment": dict(os.environ), "pipes": hand_on_pipes(slot)}
        pickle.dump(own, stream)
        context.set_spawning_popen(self)
        try:
            reduction.dump(spawn.get_preparation_data(process_obj._name), stream)
            reduction.dump(process_obj, stream)
        finally:
            context.set_spawning_popen(None)
        return stream.getvalue()

    def duplicate_for_child(self, fd: int) -> int:
        return fd

    def poll(self, flag: int = 1) -> int | None:
        if self.returncode is None:
            self.returncode = kernel.process_exit_code(self.pid)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int | None:
        if self.returncode is None:
            wait_until(lambda: kernel.process_exit_code(self.pid) is not None, timeout)
        return self.poll()

    def interrupt(self) -> None:
        self._send(signal.SIGINT)

    def terminate(self) -> None:
        self._send(signal.SIGTERM)

    def kill(self) -> None:
        self._send(getattr(signal, "SIGKILL", 9))

    def _send(self, number: int) -> None:
        if self.poll() is None:
            kernel.process_kill(self.pid, number)

    def close(self) -> None:
        pass


def _require_threads_for_pools(process_obj: process.BaseProcess) -> None:
    """Pools speak to their workers by threads: without them a worker would wait for ever, and the program for it."""
    if _module_of(process_obj) in POOLS and not kernel.can_start_threads:
        raise RuntimeError(NO_THREADS)


def start_process(payload_for: Callable[[int], bytes]) -> int:
    """Starts a process with the payload that the function makes for its slot; gives the pid."""
    if not kernel.can_start_processes:
        raise OSError("this page cannot start processes: it is not cross-origin isolated, so nothing can be shared")
    pid = kernel.checked(kernel.process_new())
    try:
        payload = payload_for(kernel.process_slot(pid))
    except BaseException:
        kernel.process_kill(pid, 0)
        raise
    kernel.process_start(pid, payload)
    return pid


def run_started(payload: bytes) -> int:
    """What a process does that `multiprocessing` started; gives its exit code."""
    codes: list[int] = []
    report = finish_program(report_of(lambda: codes.append(_bootstrap(io.BytesIO(payload)))))
    # A byte is all that anybody hears of it; True, too, is a number.
    return codes[0] & 0xFF if codes else report["exit_code"]


def _bootstrap(stream: io.BytesIO) -> int:
    own = process.current_process()
    random.seed(os.getpid())
    own._inheriting = True
    try:
        inherited = pickle.load(stream)
        learner_file.notebook[:] = inherited["notebook"]
        os.environ.clear()
        os.environ.update(inherited["environment"])
        use_pipes(inherited["pipes"])
        spawn.prepare(pickle.load(stream))
        started = pickle.load(stream)
    finally:
        del own._inheriting
    timeline.goes_on_as(_name_of(started))
    return started._bootstrap(SENTINELS + os.getppid())


def _name_of(started: process.BaseProcess) -> str:
    """As threads are named: with the function that it runs, where that is the program's own."""
    target = getattr(started._target, "__name__", None)
    is_librarys = _module_of(started).startswith(("multiprocessing.", "concurrent."))
    return started.name if target is None or is_librarys else f"{started.name} ({target})"


def _module_of(started: process.BaseProcess) -> str:
    return str(getattr(started._target, "__module__", ""))


def _import_main(path: str) -> None:
    """Executes the program again as `__mp_main__`, with the files of the notebook that come before it."""
    main = types.ModuleType("__mp_main__")
    main.__file__ = path
    main.__spec__ = None
    spawn.old_main_modules.append(sys.modules["__main__"])
    sys.modules["__main__"] = sys.modules["__mp_main__"] = main
    learner_file.execute_as_main(path, vars(main))


class _ResourceTracker:
    """Has nothing to do: the kernel lets go of what a process held when it ends."""

    _fd = _pid = None

    def register(self, name: str, rtype: str) -> None: ...

    def unregister(self, name: str, rtype: str) -> None: ...

    def ensure_running(self) -> None: ...

    def getfd(self) -> int:
        return -1

    def _check_alive(self) -> bool:
        return True

    def _stop(self) -> None: ...


def install_processes() -> None:
    """From here on `multiprocessing` starts processes of this machine, each with an interpreter of its own."""
    _replace_module("multiprocessing.popen_spawn_posix", Popen=Popen)
    tracker = _ResourceTracker()
    _replace_module(
        "multiprocessing.resource_tracker",
        ResourceTracker=_ResourceTracker,
        _resource_tracker=tracker,
        register=tracker.register,
        unregister=tracker.unregister,
        ensure_running=tracker.ensure_running,
        getfd=tracker.getfd,
    )
    contexts = context._concrete_contexts
    for method in [method for method in contexts if method != "spawn"]:
        del contexts[method]
    context._default_context._default_context = contexts["spawn"]
    spawn._fixup_main_from_path = _import_main
    process.ORIGINAL_DIR = learner_file.HOME


def _replace_module(name: str, **contents: object) -> None:
    module = types.ModuleType(name)
    vars(module).update(contents)
    sys.modules[name] = module
