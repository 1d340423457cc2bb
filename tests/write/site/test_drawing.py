"""The trace as a drawing: everything in it, nothing hidden, few crossings, the same bytes."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

from clausier.pipeline import compile_folder
from clausier.write import site
from clausier.write.site.layout import Box, placed
from tests.write.site.workspace import files, written

MINI = Path(__file__).resolve().parents[2] / "corpus" / "mini"
PRINCIPLE = "---\nid: {0}\ntitle: {1}\norigin: []\nexpected: required\n---\n\n{1} matters.\n"
PROPOSAL = """---
id: {0}
title: {{en: Ask}}
principle: {1}
deliverable: d
targets: [{2}]
submitted: "2024"
decision: {3}
decided: null
by: Us
lang: en
---

Why.
"""
CLAUSE = "---\nid: c{0}\nkind: clause\ntitle: Clause {0}\nprinciples: [{1}]\n---\n\n{2}\n"


def workspace(clauses: int, principles: int, each: int) -> dict[str, bytes]:
    """So many clauses, each naming `each` principles; the last principle is named by none."""
    known = {path: data for path, data in files("A.\n").items() if "/en/" not in path}
    for number in range(principles):
        path = f"docs/principles/en/{number:03}-p{number}.md"
        known[path] = PRINCIPLE.format(f"p{number}", f"Principle {number}").encode()
    for number in range(clauses):
        named = ", ".join(f"p{(number + step) % (principles - 1)}" for step in range(each))
        text = "The organization shall wait." if number % 2 else "It waits."
        path = f"clauses/d/en/{number + 4:03}-c{number}.md"
        known[path] = CLAUSE.format(number, named, text).encode()
    return known


class _Drawing(HTMLParser):
    """The nodes and lines of a drawing."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.nodes: dict[str, dict[str, str]] = {}
        self.lines: list[dict[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "data-node" in found:
            self.nodes[found["data-node"]] = found
        if tag == "path" and "data-from" in found:
            self.lines.append(found)


def drawn(known: dict[str, bytes]) -> _Drawing:
    return _Drawing(written(known).files["docs/en/trace/index.md"].decode())


def test_each_node_is_a_link_with_its_words() -> None:
    compiled = compile_folder(MINI)
    made = site.write(compiled.resolved, compiled.diagnostics, compiled.sources, compiled.files)
    for language in ("en", "fr", "de"):
        shown = _Drawing(made.files[f"docs/{language}/trace/index.md"].decode())
        kinds = {node["class"].split("--")[1].split()[0] for node in shown.nodes.values()}
        assert kinds == {"session", "principle", "proposal", "clause"}
        assert all(node["href"] and node["aria-label"] for node in shown.nodes.values())


def test_a_gap_is_said_in_words() -> None:
    known = workspace(3, 3, 1) | {
        "docs/proposals/ask.md": PROPOSAL.format("ask", "p2", "c0", "pending").encode()
    }
    shown = drawn(known)
    words = [node["aria-label"] for node in shown.nodes.values() if "cl-node--gap" in node["class"]]
    assert "Principle 2, in no clause" in words
    assert "Ask, pending" in words
    assert any("cl-open" in line.get("class", "") for line in shown.lines)


def test_a_hundred_clauses_and_twenty_principles_are_drawn() -> None:
    shown = drawn(workspace(100, 20, 4))
    clauses = [node for node in shown.nodes.values() if "cl-node--clause" in node["class"]]
    assert len(clauses) == 100
    assert len(shown.lines) == 400


def test_nothing_is_drawn_where_nothing_is_joined() -> None:
    known = files("It waits.\n")
    known["docs/principles/en/p.md"] = PRINCIPLE.format("p", "A principle").encode()
    page = written(known).files["docs/en/trace/index.md"].decode()
    assert "<svg" not in page
    assert "A principle" in page


def test_a_title_with_markup_stays_text() -> None:
    known = workspace(2, 2, 1)
    known["docs/principles/en/000-p0.md"] = PRINCIPLE.format("p0", "A < b & c").encode()
    page = written(known).files["docs/en/trace/index.md"].decode()
    drawing = re.search(r"(?s)<svg.*?</svg>", page)
    assert drawing
    assert "A &lt; b &amp; c" in drawing[0]


def test_boxes_do_not_lie_on_each_other_and_follow_their_lines() -> None:
    boxes = [Box(f"a{n}", 0, 20) for n in range(5)] + [Box(f"b{n}", 1, 10 + n) for n in range(5)]
    lines = [(f"a{n}", f"b{4 - n}") for n in range(5)]
    made = placed(boxes, lines, frozenset((1,)))
    assert [name for name in sorted(made.tops, key=made.tops.__getitem__) if name[0] == "b"] == [
        "b4", "b3", "b2", "b1", "b0",
    ]  # fmt: skip
    for column in (0, 1):
        own = sorted(
            (box for box in boxes if box.column == column), key=lambda b: made.tops[b.name]
        )
        for box, below in pairwise(own):
            assert made.tops[box.name] + box.height < made.tops[below.name]
    assert max(made.tops[box.name] + box.height for box in boxes) <= made.height
