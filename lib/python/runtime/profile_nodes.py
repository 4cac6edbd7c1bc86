"""What a profile of calls is collected in: functions by their callers, and in each its lines and what they call."""

from types import CodeType

from .green_threads import current
from .profile_tree import NODES_LIMIT
from .profiled_names import thread_name


class Place:
    """Where time goes: a line of a function, or what such a line calls. Without a key it belongs to the line itself."""

    __slots__ = ("own", "count", "key", "sites")
    own: float
    count: int
    key: object
    sites: "dict[object, Place]"


class Node:
    """A function of the learner's as called from one chain of callers; `anchor` is set where the tree is full."""

    __slots__ = ("code", "calls", "start", "lines", "children", "keys", "anchor", "folded", "name")
    code: CodeType | None
    calls: int
    start: Place
    lines: dict[int, Place]
    # By the number of the code, with the key of what was called in between if anything was.
    children: "dict[object, Node]"
    keys: set[object]
    anchor: "Node | None"
    folded: "dict[int, Node]"
    # Of a thread.
    name: str | None


def new_place(key: object = None) -> Place:
    """One without any time yet."""
    place = Place()
    place.own, place.count, place.key, place.sites = 0.0, 0, key, {}
    return place


def new_node(code: CodeType | None) -> Node:
    """One that has not been called yet; without code it stands for a thread."""
    node = Node()
    node.code, node.calls, node.lines, node.children, node.keys = code, 0, {}, {}, set()
    node.start, node.anchor, node.folded, node.name = new_place(), None, {}, None
    return node


_room = 0


def make_room() -> None:
    """Begins an empty tree."""
    global _room
    _room = NODES_LIMIT


def take_room() -> bool:
    """Whether the tree has room for one more."""
    global _room
    _room -= 1
    return _room >= 0


def add_child(caller: Node, key: object, code: CodeType) -> Node:
    """The node of a function under its caller; one that all deeper calls share where the tree is full."""
    if caller.code is None:
        caller.name = caller.name or thread_name(current())
    if caller.anchor is None and take_room():
        caller.children[key] = node = new_node(code)
        return node
    anchor = caller.anchor or caller
    node = anchor.folded.get(id(code))
    if node is None:
        anchor.folded[id(code)] = node = new_node(code)
        node.anchor = anchor
    caller.children[key] = node
    return node
