"""Makes a report of what was followed: places of one line and one function become one node."""

from . import profile_calls, profile_turns
from .profile_nodes import Node
from .profile_tree import ProfileTree


def tree_of_calls() -> ProfileTree:
    """What `profile_calls` has collected since it began."""
    tree = ProfileTree()
    open_nodes: list[tuple[Node, int | None]] = []
    for name, root in profile_turns.roots():
        index = None
        if name is not None:
            index = tree.node(None, (name, None, None))
            tree.add(index, 0.0, 1)
        open_nodes.append((root, index))
    while open_nodes:
        node, index = open_nodes.pop()
        _add_places(tree, node, index)
        for key, child in node.children.items():
            if child.anchor is None:
                caller = index if isinstance(key, int) else tree.node(index, profile_calls.function_called(key[0]))
                called = tree.node(caller, profile_calls.function_of(child))
                tree.add(called, 0.0, child.calls)
                open_nodes.append((child, called))
        for folded in node.folded.values():
            tree.is_cut = True
            _add_places(tree, folded, index)
    return tree


def _add_places(tree: ProfileTree, node: Node, index: int | None) -> None:
    """The lines of a function, what they call, and its own time, which is that of its lines without what they call."""
    own = 0.0
    for number, place in [(None, node.start), *node.lines.items()]:
        own += place.own
        seconds = place.own
        for site in place.sites.values():
            seconds += site.own
            if site.key is None:
                own += site.own
            else:
                called = tree.node(index, profile_calls.function_called(site.key))
                tree.add(called, site.own, site.count)
        # Code that no line has made has none.
        if number:
            tree.add_line(profile_calls.function_of(node)[1], number, seconds, place.count)
    tree.add(index, own)
