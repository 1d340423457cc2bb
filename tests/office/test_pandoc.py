"""pandoc reads our Word files back: the same headings, tables, footnotes and alternative texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from clausier.model.block import Equation, Figure, Table
from clausier.model.walk import blocks, clauses
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
