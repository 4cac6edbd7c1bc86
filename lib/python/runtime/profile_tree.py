"""The report of a profile: functions, the tree of their calls, and lines, each within its limit."""

from typing import TypedDict

# As `lib/run/profile.ts` has them.
NODES_LIMIT = 20_000
LINES_LIMIT = 50_000
NAME_LIMIT = 500

FunctionKey = tuple[str, str | None, int | None]
"""A function's name, and its file and line where it is the learner's."""


class ProfileReport(TypedDict):
    mode: str
    wallMs: float
    samples: int
    functions: list[dict]
    nodes: list[dict]
    lines: list[dict]
    isCut: bool


class ProfileTree:
    """Is filled from the callers to the called."""

    def __init__(self) -> None:
        self.is_cut = False
        self._functions: dict[FunctionKey, int] = {}
        self._nodes: list[dict] = []
        self._indices: dict[tuple[int | None, int], int] = {}
        self._lines: dict[tuple[str, int], dict] = {}

    def node(self, parent: int | None, function: FunctionKey) -> int | None:
        """The index of a function called from that chain of callers; where there are too many, its caller's."""
        number = self._functions.setdefault(function, len(self._functions))
        found = self._indices.get((parent, number))
        if found is not None:
            return found
        if len(self._nodes) >= NODES_LIMIT:
            self.is_cut = True
            return parent
        index = len(self._nodes)
        self._indices[parent, number] = index
        self._nodes.append({"function": number, "parent": parent, "calls": 0, "ownMs": 0.0})
        return index

    def add(self, node: int | None, seconds: float, calls: int = 0) -> None:
        """Adds time and calls to a node."""
        if node is not None:
            self._nodes[node]["calls"] += calls
            self._nodes[node]["ownMs"] += seconds * 1000

    def add_line(self, file: str, number: int, seconds: float, hits: int = 0) -> None:
        """Adds time and hits to a line of the learner's."""
        line = self._lines.get((file, number))
        if line is None:
            line = {"file": file[:NAME_LIMIT], "line": number, "hits": 0, "ownMs": 0.0}
            self._lines[file, number] = line
        line["hits"] += hits
        line["ownMs"] += seconds * 1000

    def report(self, mode: str, wall_seconds: float, samples: int) -> ProfileReport:
        """What the machine is told."""
        lines = sorted(self._lines.values(), key=lambda line: (line["file"], line["line"]))
        functions = [
            {"name": name[:NAME_LIMIT], "file": file and file[:NAME_LIMIT], "line": line}
            for name, file, line in self._functions
        ]
        # Corrections may have made a time less than nothing.
        for each in (*self._nodes, *lines):
            each["ownMs"] = max(0.0, each["ownMs"])
        # What only nodes beyond the limit name comes last.
        used = max((node["function"] for node in self._nodes), default=-1) + 1
        return {
            "mode": mode,
            "wallMs": wall_seconds * 1000,
            "samples": samples,
            "functions": functions[:used],
            "nodes": self._nodes,
            "lines": lines[:LINES_LIMIT],
            "isCut": self.is_cut or len(lines) > LINES_LIMIT,
        }
