"""pandoc reads our Word files back: the same headings, tables, footnotes and alternative texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from tests.write.test_words import shown

from clausier.model.block import Block, Equation, Figure, List, Paragraph, Table
from clausier.model.walk import blocks, clauses, inner_blocks
from clausier.resolve.resolved import Kind, Version

pytestmark = pytest.mark.office


def nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Every element of pandoc's tree, in the order of reading."""
    if isinstance(tree, dict):
        if "t" in tree:
            yield tree
        for value in tree.values():
            yield from nodes(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from nodes(value)


def words(tree: Any) -> str:
    found = []
    for node in nodes(tree):
        if node["t"] == "Str":
            found.append(node["c"])
        elif node["t"] in ("Space", "SoftBreak", "LineBreak"):
            found.append(" ")
    return " ".join("".join(found).split())


def titled(version: Version) -> list[tuple[int, str]]:
    """Level and title of each clause that has a heading; annexes have styles of their own."""
    return [
        (found.level, version.titles[found.id.value])
        for root in version.clauses
        if root.kind in ("scope", "normative-references", "terms", "clause")
        for found in clauses((root,))
        if version.titles[found.id.value] and not found.run_in
    ]


def test_headings(versions, pandoc):
    for version, path in versions:
        read = [
            (node["c"][0], words(node["c"][2]))
            for node in nodes(pandoc(path)["blocks"])
            if node["t"] == "Header"
        ]
        wanted = [(level, " ".join(title.split())) for level, title in titled(version)]
        assert [pair for pair in read if pair in wanted] == wanted


def test_tables_footnotes_formulas_and_alternative_texts(versions, pandoc):
    for version, path in versions:
        tree = list(nodes(pandoc(path)["blocks"]))
        counted = Counter(node["t"] for node in tree)
        every = [b for c in clauses(version.clauses) for b in blocks(c.body)]
        assert counted["Table"] == sum(isinstance(block, Table) for block in every)
        called = {n.value for n in version.numbers.values() if n.kind is Kind.FOOTNOTE}
        assert counted["Note"] == len([value for value in called if value.isdigit()])
        assert counted["Math"] >= sum(isinstance(block, Equation) for block in every)
        wanted = {p.alternative for b in every if isinstance(b, Figure) for p in b.pictures}
        assert {words(node["c"][1]) for node in tree if node["t"] == "Image"} == {
            " ".join(text.split()) for text in wanted
        }


Item = tuple[str, int, int, str]
"""A list item: what its list is, how many lists it stands in, its place there, its first words."""


def read_items(tree: Any, depth: int = 0) -> Iterator[Item]:
    """What pandoc reads; a list that goes on after one within it begins where it stopped."""
    if isinstance(tree, list):
        for value in tree:
            yield from read_items(value, depth)
    elif isinstance(tree, dict) and tree.get("t") in ("OrderedList", "BulletList"):
        ordered = tree["t"] == "OrderedList"
        start = tree["c"][0][0] if ordered else 1
        for number, item in enumerate(tree["c"][1] if ordered else tree["c"], start):
            place = (tree["t"], depth + 1, number if ordered else 0)
            yield (*place, words(unnoted(item[:1])))
            yield from read_items(item, depth + 1)
    elif isinstance(tree, dict):
        inner = 0 if tree.get("t") in ("Table", "Note") else depth
        yield from read_items(list(tree.values()), inner)


def unnoted(tree: Any) -> Any:
    """A tree without its footnotes."""
    if isinstance(tree, list):
        kept = (one for one in tree if not (isinstance(one, dict) and one.get("t") == "Note"))
        return [unnoted(one) for one in kept]
    return {key: unnoted(one) for key, one in tree.items()} if isinstance(tree, dict) else tree


def model_items(version: Version, roots: Iterable[Block], depth: int = 0) -> Iterator[Item]:
    for block in roots:
        if isinstance(block, List):
            kind = "OrderedList" if block.ordered else "BulletList"
            for number, item in enumerate(block.items, 1):
                place = (kind, depth + 1, number if block.ordered else 0)
                first = item.blocks[0]
                assert isinstance(first, Paragraph)
                yield (*place, " ".join(shown(version, first.inlines).split()))
                yield from model_items(version, item.blocks[1:], depth + 1)
        else:
            within = 0 if isinstance(block, Table) else depth
            yield from model_items(version, inner_blocks(block), within)


def test_lists(versions, pandoc):
    """Kind, depth, place and words of every item, in the order of reading."""
    for version, path in versions:
        read = list(read_items(pandoc(path)["blocks"]))
        wanted = [
            item
            for clause in clauses(version.clauses)
            if clause.id.value not in version.boilerplate
            for item in model_items(version, clause.body)
        ]
        assert wanted
        kept = iter(read)
        assert [item for item in wanted if item not in kept] == [], read
