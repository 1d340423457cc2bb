"""The key `annex_z` of `standard.yml`: legislation that the deliverable supports."""

from __future__ import annotations

from clausier.model.workspace import EssentialRequirement, Legislation
from clausier.read.placed import all_placed, by_key, placed
from clausier.schema.tree import Tree
from clausier.source.place import Span


def legislation(tree: Tree | None) -> tuple[Legislation, ...]:
    """What the key says: of one act, or of a list of them; what is neither is passed over."""
    return tuple(_legislation(act) for act in _items(tree))


def _legislation(tree: Tree) -> Legislation:
    return Legislation(
        span=_place(tree, "act"),
        act=by_key(tree, "act"),
        request=placed(tree, "request"),
        rows=tuple(_row(row) for row in _items(tree.get("rows"))),
    )


def _row(tree: Tree) -> EssentialRequirement:
    return EssentialRequirement(
        span=_place(tree, "requirement"),
        requirement=by_key(tree, "requirement"),
        clauses=all_placed(tree, "clauses"),
        remarks=by_key(tree, "remarks"),
        remarks_span=_place(tree, "remarks"),
    )


def _place(tree: Tree, key: str) -> Span:
    """Where a text stands; of texts by language, the place of their key."""
    found = tree.get(key)
    return found.span if found and not found.keys else tree.keys.get(key, tree.span)


def _items(tree: Tree | None) -> tuple[Tree, ...]:
    """The groups of keys of a list; a group that stands alone is a list of one."""
    if tree is None:
        return ()
    each = tree.items.values() if isinstance(tree.value, list) else (tree,)
    return tuple(item for item in each if isinstance(item.value, dict))
