"""What a construct means is Python-Markdown's reading: the outlines are the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from clausier.read.body import read_body
from clausier.source.place import Source
from tests.read.outline import of_body, of_html

PAGE = Path(__file__).parent / "odd_markdown.md"
_PLAIN = Markdown(extensions=["def_list", "tables", "fenced_code"])


def outlines(text: str) -> tuple[list[object], list[object]]:
    """The outline by clausier and the one by plain Python-Markdown."""
    body, _ = read_body(Source.of("a.md", text), 0, len(text), "en", "a")
    html = _PLAIN.reset().convert(text).replace("h1>", "h2>")
    return list(of_body(body)), list(of_html(html))


def _pieces() -> list[str]:
    return [piece.strip("\n") for piece in PAGE.read_text("utf-8").split("\n%%\n")]


@pytest.mark.parametrize("text", _pieces())
def test_odd_but_legal(text: str) -> None:
    ours, theirs = outlines(text)
    assert ours == theirs


_LINES = st.sampled_from(
    [
        "plain words", "more *words* here", "**strong** and _em_", "a `code` b", "[link](http://a.b)",
        "- item", "- item *em*", "* star", "+ plus", "1. one", "22. two", "> quote", "> > inner",
        "> - in quote", "## Heading", "### Sub ###", "Setext\n---", "***", "| a | b |\n|---|---|\n| c | d |",
        "a | b\n--|--\n1 | 2\n", "word\\* esc", "x  ", "two  \nlines", "- - nested", "- 1. mixed", "term\n:   meaning",
        "<https://a.b/c>", "&amp; &lt;", "a < b", "2 * 3 * 4", "snake_case_word", "***both***", "*a **b** c*",
        "```\ncode *x*\n```", "[ref][r]\n\n[r]: http://r.r", "![pic](a.png) x", "é à «", "#x", "- ", "1. ", "-",
        ":   alone", "[a]", "[a][b]", "*", "_", "`", "``a`b``", "\\\\", "<strong>bold</strong> x", "H<sub>2</sub>O", "<br>",
    ]
)  # fmt: skip
_INDENT = st.sampled_from(["", "", "", "    ", "        ", "  "])
_TEXT = st.lists(
    st.tuples(_INDENT, _LINES, st.sampled_from(["\n", "\n\n", "\n\n\n"])), min_size=1, max_size=7
).map(lambda parts: "".join(f"{_shift(line, by)}{end}" for by, line, end in parts))

_EXPLAINED_CODE = re.compile("```\n+ *:")


def _shift(text: str, by: str) -> str:
    """Lines moved to the right; not so code between fences, which we read where it is indented."""
    return text if text.startswith("`" * 3) else "\n".join(by + line for line in text.split("\n"))


@settings(max_examples=400, deadline=None)
@given(_TEXT)
def test_any_mixture(text: str) -> None:
    assume(not _EXPLAINED_CODE.search(text))
    ours, theirs = outlines(text)
    assert ours == theirs
