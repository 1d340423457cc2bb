"""Each construct of the format: what it is read as, where it stands, and what is said of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clausier.read.body import read_body
from clausier.source.place import Source
from tests.read.report import report

PAGES = sorted((Path(__file__).parent / "constructs").glob("*.md"))
CASE = re.compile(
    r"^## (?P<name>[^\n]+)\n\n~~~~markdown\n(?P<text>.*?)~~~~\n(?:\n~~~~text\n(?P<report>.*?)~~~~\n)?",
    re.MULTILINE | re.DOTALL,
)


def cases() -> list[tuple[Path, str, str, str]]:
    """Page, name, document and report of each case."""
    return [
        (page, case["name"], case["text"], case["report"] or "")
        for page in PAGES
        for case in CASE.finditer(page.read_text("utf-8"))
    ]


def read(text: str) -> str:
    """The report of a document."""
    source = Source.of("a.md", text)
    body, found = read_body(source, 0, len(text), "en", "owner")
    lines = report(source, body, found)
    return lines + "\n" if lines else ""


@pytest.mark.parametrize(
    ("page", "name", "text", "expected"), cases(), ids=lambda value: str(value)[:40]
)
def test_construct(page: Path, name: str, text: str, expected: str, update: bool) -> None:
    found = read(text)
    if update and found != expected:
        _rewrite(page, name, found)
        return
    assert found == expected


def _rewrite(page: Path, name: str, found: str) -> None:
    def filled(case: re.Match[str]) -> str:
        if case["name"] != name:
            return case[0]
        return f"## {name}\n\n~~~~markdown\n{case['text']}~~~~\n\n~~~~text\n{found}~~~~\n"

    page.write_text(CASE.sub(filled, page.read_text("utf-8")), "utf-8")


def test_a_part_of_a_file_is_read() -> None:
    source = Source.of("a.md", "---\nid: a\n---\nText @b.\n")
    body, _ = read_body(source, 14, len(source.text), "en", "a")
    assert body.blocks[0].span == source.span(14, 22)


def test_empty_body() -> None:
    body, found = read_body(Source.of("a.md", " \n\n"), 0, 3, "en", "a")
    assert not body.blocks and not body.sections and not found


@pytest.mark.parametrize(
    "text",
    [
        "> " * 10000 + "a",
        "[" * 10000,
        "- " * 10000 + "a",
        "*a _b " * 5000,
        "<sub>" * 5000,
        "word" * 25000,
    ],
)
def test_deep_and_long(text: str) -> None:
    body, _ = read_body(Source.of("a.md", text), 0, len(text), "en", "a")
    assert body.blocks


def test_deep_indentation() -> None:
    text = "".join(" " * (4 * depth) + f"- item {depth}\n" for depth in range(300))
    body, _ = read_body(Source.of("a.md", text), 0, len(text), "en", "a")
    assert "item 299" in repr(body)


def test_a_text_with_too_many_lines_is_told_where_it_is_no_longer_read() -> None:
    text = "\n".join("word" for _ in range(40_010))
    source = Source.of("a.md", text)
    _, found = read_body(source, 0, len(text), "en", "a")
    told = next(one for one in found if one.rule == "read/too-long")
    assert text[told.span.start : told.span.end].split() == ["word"] * 10
