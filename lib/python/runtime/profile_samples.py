"""Looks every few milliseconds at where the threads are.

Who computes is looked at on the frame's tick, and given the time that the process has computed since the last look. Who
waits is given as many intervals as the wait has passed through. Built-in functions have no frame to be seen: those that
last long are timed (see `profile_long_calls.py`), the time of others is that of the line that calls them.
"""

import time
from types import CodeType, FrameType

from . import green_threads, kernel, preemption, profile_long_calls
from .green_threads import GreenThread
from .profile_tool import give_tool_back
from .profile_tree import FunctionKey, ProfileTree
from .profiled_names import callable_function, is_runtime, learn_stand_ins, library_function, own_function, shown_path, stand_in_function, thread_name

INTERVAL_SECONDS = 0.005
# Looking at a deep stack takes longer, and is then done less often.
LARGEST_SHARE = 0.05
LONGEST_REST_SECONDS = 0.05
LOOKS_BEFORE_NEW_TRY = 20

_now = time.perf_counter
_program = ""
_tree = ProfileTree()
_samples = 0
# What the process had computed, and what of it was given to somebody, at the last look.
_computed_ms = _charged_ms = 0.0
_rests_until = 0.0
# By the number of the code: the learner's file it is in, and what it is called; code is kept so that numbers stay true.
_known: dict[int, tuple[str | None, FunctionKey | None, CodeType]] = {}


def begin(program: str) -> None:
    """From here on the stacks are looked at, as long as the frame ticks."""
    global _program, _tree, _samples, _computed_ms, _charged_ms, _rests_until
    _program, _tree, _samples, _rests_until = program, ProfileTree(), 0, 0.0
    _known.clear()
    learn_stand_ins()
    _computed_ms, _charged_ms = kernel.computing_ms(), 0.0
    profile_long_calls.begin(program, _on_long_call)
    preemption.on_tick = _on_tick
    green_threads.turn_begins = _on_turn
    kernel.preempt()


def end() -> None:
    """Looks once more at who still waits, and no more."""
    preemption.on_tick = preemption.ignore_tick
    green_threads.turn_begins = green_threads.ignore_turn
    give_tool_back()
    for thread in green_threads.alive():
        if thread.wait is not None:
            _look_at_wait(thread)


def tree_of_samples() -> tuple[ProfileTree, int]:
    """What was seen, and how often it was looked."""
    return _tree, _samples


def _on_tick(frame: FrameType) -> None:
    global _samples, _computed_ms, _charged_ms, _rests_until
    began = _now()
    if began < _rests_until:
        return
    computed_ms = kernel.computing_ms()
    own_ms = max(0.0, computed_ms - _computed_ms - (profile_long_calls.charged_ms() - _charged_ms))
    profile_long_calls.was_charged(own_ms)
    _computed_ms, _charged_ms = computed_ms, profile_long_calls.charged_ms()
    _samples += 1
    _look(green_threads.current(), frame, own_ms / 1000)
    if _samples % LOOKS_BEFORE_NEW_TRY == 0:
        profile_long_calls.try_all_again()
    ended = _now()
    _rests_until = ended + min((ended - began) / LARGEST_SHARE, LONGEST_REST_SECONDS) - INTERVAL_SECONDS


def _on_long_call(frame: FrameType, called: object, seconds: float) -> None:
    global _samples
    _samples += 1
    _look(green_threads.current(), frame, seconds, callable_function(called))


def _on_turn(thread: GreenThread | None) -> None:
    if thread is not None and thread.wait is not None:
        _look_at_wait(thread)


def _look_at_wait(thread: GreenThread) -> None:
    """Whatever happens in multiples of the interval is seen as often as it is long, on average."""
    global _samples
    began = thread.waits_since
    until = thread.ready_since if thread.wait.is_done and thread.ready_since >= began else _now()
    looks = int(until / INTERVAL_SECONDS) - int(began / INTERVAL_SECONDS)
    if looks > 0:
        _samples += looks
        _look(thread, thread.frame, looks * INTERVAL_SECONDS)


def _look(
    thread: GreenThread, innermost: FrameType | None, seconds: float, called: FunctionKey | None = None
) -> None:
    frames: list[FrameType] = []
    frame = innermost
    while frame is not None:
        frames.append(frame)
        frame = frame.f_back
    node = None if thread.ident == green_threads.MAIN_IDENT else _tree.node(None, (thread_name(thread) or f"thread {thread.ident}", None, None))
    line: tuple[str, FrameType] | None = None
    is_in_library = True
    for frame in reversed(frames):
        path, function, _ = _known.get(id(frame.f_code)) or _learn(frame)
        if path is not None:
            node = _tree.node(node, function)
            line = path, frame
            is_in_library = False
        elif not is_in_library and function is not None:
            node = _tree.node(node, function)
            is_in_library = True
    if called is not None:
        node = _tree.node(node, called)
    _tree.add(node, seconds)
    if line is not None:
        _tree.add_line(line[0], line[1].f_lineno or line[1].f_code.co_firstlineno, seconds)


def _learn(frame: FrameType) -> tuple[str | None, FunctionKey | None, CodeType]:
    code = frame.f_code
    path = shown_path(code, _program)
    function: FunctionKey | None = None
    if path is not None:
        function = own_function(code, path)
    elif is_runtime(code):
        function = stand_in_function(code)
    else:
        function = library_function(code, str(frame.f_globals.get("__name__", "")))
    _known[id(code)] = known = path, function, code
    return known

