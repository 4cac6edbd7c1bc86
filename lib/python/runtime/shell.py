"""A small shell for `shell=True` and `os.system`: words, quotes, variables, patterns, `cd`, `;` `&&` `||` `|`, redirections."""

import os
import threading
from dataclasses import replace

from . import kernel
from .machine_commands import Call, known_command, run_command
from .pipe_streams import PIPE_CHUNK_BYTES, PipeReader, PipeWriter
from .shell_words import Misread, Operator, Pattern, split_line

NOT_FOUND, SYNTAX = 127, 2
_SEQUENCE = (";", "&&", "||")


def run_shell(call: Call) -> int:
    """Runs `sh -c LINE`; gives the exit code of the last command that ran."""
    line = call.arguments[1] if len(call.arguments) > 1 else ""
    code = 0
    try:
        for joint, pipeline in _sequence(split_line(line, call.environment)):
            if (joint == "&&" and code != 0) or (joint == "||" and code == 0):
                continue
            if pipeline[0] == "exit":
                return _exit_code(call, pipeline[1:], code)
            if pipeline[0] == "cd":
                call, code = _in_folder(call, pipeline[1:])
                continue
            code = _run_pipeline(call, pipeline)
    except Misread as error:
        call.complain(f"sh: 1: Syntax error: {error}")
        return SYNTAX
    return code


def _in_folder(call: Call, arguments: list[str]) -> tuple[Call, int]:
    """The call from another folder on; where there is none, as it was, with an exit code that says so."""
    name = arguments[0] if arguments else call.environment.get("HOME", "/")
    folder = os.path.normpath(call.path(name))
    if not os.path.isdir(folder):
        call.complain(f"sh: 1: cd: can't cd to {name}")
        return call, SYNTAX
    return replace(call, folder=folder), 0


def _exit_code(call: Call, arguments: list[str], last: int) -> int:
    if not arguments:
        return last
    if not arguments[0].isdecimal():
        call.complain(f"sh: 1: exit: Illegal number: {arguments[0]}")
        return SYNTAX
    return int(arguments[0]) & 0xFF


def _sequence(words: list[str]) -> list[tuple[str, list[str]]]:
    parts: list[tuple[str, list[str]]] = [(";", [])]
    for word in words:
        if not isinstance(word, Operator):
            parts[-1][1].append(word)
        elif word in _SEQUENCE:
            parts.append((word, []))
        elif word == "&":
            raise Misread('commands in the background ("&") are not known here')
        else:
            parts[-1][1].append(word)
    return [part for part in parts if part[1]]


def _run_pipeline(call: Call, words: list[str]) -> int:
    commands: list[list[str]] = [[]]
    for word in words:
        if isinstance(word, Operator) and word == "|":
            commands.append([])
        else:
            commands[-1].append(word)
    if not all(commands):
        raise Misread('"|" unexpected')
    threads: list[threading.Thread] = []
    current, source = call, None
    for words in commands[:-1]:
        pipe = kernel.checked(kernel.pipe_new())
        writer, reader = PipeWriter(pipe), PipeReader(pipe)
        first = replace(current, write_output=writer.write)
        threads.append(threading.Thread(target=_run_and_close, args=(first, words, writer, source), daemon=True))
        threads[-1].start()
        current = replace(call, read_input=lambda reader=reader: reader.read(PIPE_CHUNK_BYTES), input_pipe=pipe)
        source = reader
    try:
        code = _run_one(current, commands[-1])
    finally:
        # What still writes to it finds the pipe broken, as it must.
        if source is not None:
            source.close()
    for thread in threads:
        thread.join()
    return code


def _run_and_close(call: Call, words: list[str], writer: PipeWriter, source: PipeReader | None) -> None:
    try:
        _run_one(call, words)
    finally:
        writer.close()
        if source is not None:
            source.close()


def _run_one(call: Call, words: list[str]) -> int:
    words, opened, own = _redirected(call, words)
    try:
        if not words:
            return 0
        words = [name for word in words for name in (word.files(own.folder) if isinstance(word, Pattern) else [word])]
        name, *arguments = words
        found = known_command(name)
        if found is None:
            own.complain(f"sh: 1: {name}: not found")
            return NOT_FOUND
        return run_command(found, replace(own, name=os.path.basename(name), arguments=arguments), is_part=True)
    finally:
        for descriptor in opened:
            os.close(descriptor)


def _redirected(call: Call, words: list[str]) -> tuple[list[str], list[int], Call]:
    kept: list[str] = []
    opened: list[int] = []
    own = call
    left = iter(words)
    for word in left:
        if not isinstance(word, Operator):
            kept.append(word)
            continue
        target = next(left, None)
        if target is None or isinstance(target, Operator):
            raise Misread("newline unexpected" if target is None else f'"{target}" unexpected')
        stream = "write_error" if word.startswith("2") else "write_output"
        if word.endswith("&"):
            own = replace(own, **{stream: own.write_error if target == "2" else own.write_output})
            continue
        flags = os.O_RDONLY if word == "<" else os.O_WRONLY | os.O_CREAT
        if word != "<":
            flags |= os.O_APPEND if word.endswith(">>") else os.O_TRUNC
        descriptor = os.open(call.path(target), flags, 0o644)
        opened.append(descriptor)
        if word == "<":
            own = replace(own, read_input=lambda d=descriptor: os.read(d, PIPE_CHUNK_BYTES), input_pipe=None)
        else:
            own = replace(own, **{stream: lambda data, d=descriptor: os.write(d, data)})
    return kept, opened, own
