"""What `standard.yml` declares beside titles and dates: legislation, patents, files, words."""

from __future__ import annotations

from clausier.model.workspace import (
    EssentialRequirement,
    Legislation,
    Patent,
    Preference,
    SupplementaryFile,
)
from clausier.read.placed import all_placed, by_key, placed, word
from clausier.schema.tree import Tree
from clausier.source.place import Span


def legislation(tree: Tree | None) -> tuple[Legislation, ...]:
    """Of `annex_z`: one act, or a list of them; what is neither is passed over."""
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


def patents(tree: Tree | None) -> tuple[Patent, ...]:
    """Of `patents`: those of which it is said who holds them."""
    found = ((item, word(item, "holder")) for item in _items(tree))
    return tuple(
        Patent(_place(item, "subject"), by_key(item, "subject"), holder, word(item, "address"))
        for item, holder in found
        if holder
    )


def supplementary_files(tree: Tree | None) -> tuple[SupplementaryFile, ...]:
    """Of `supplementary_files`: those of which it is said where they are."""
    found = ((item, placed(item, "file")) for item in _items(tree))
    return tuple(
        SupplementaryFile(
            file,
            by_key(item, "title"),
            "normative" if word(item, "obligation") == "normative" else "informative",
        )
        for item, file in found
        if file
    )


def preferred_words(tree: Tree | None) -> dict[str, tuple[Preference, ...]]:
    """Of `preferred_words`: by language, each word with those that it stands for."""
    languages = tree.keys if tree else ()
    return {language: _preferences(tree.get(language)) for language in languages if tree}


def _preferences(tree: Tree | None) -> tuple[Preference, ...]:
    words = tree.keys if tree else ()
    return tuple(Preference(one, all_placed(tree, one)) for one in words)


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
