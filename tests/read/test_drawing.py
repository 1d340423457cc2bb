"""The words within an SVG drawing."""

from __future__ import annotations

import pytest

from clausier.read.drawing import drawn, texts


@pytest.mark.parametrize(
    ("drawing", "found"),
    [
        ("<svg><text>A</text><text x='1'>B &amp; C</text></svg>", ("A", "B & C")),
        ("<svg><text><textPath href='#a'>Along</textPath> it</text></svg>", ("Along it",)),
        ("<svg><title>Loop</title><desc>Round</desc><text/><text> </text></svg>", ()),
        ("<svg><text\n x='1'>Two\n  lines</text></svg>", ("Two lines",)),
        ("<svg><text>never closed", ("never closed",)),
        ("<svg><textual>no</textual></svg>", ()),
        ("", ()),
    ],
)
def test_texts(drawing: str, found: tuple[str, ...]) -> None:
    assert texts(drawing) == found


def test_only_drawings_among_the_images_are_looked_at() -> None:
    svg = b"<svg><text>Ask</text></svg>"
    files = {
        "clauses/d/images/a.svg": svg,
        "clauses/d/images/old/B.SVG": svg,
        "clauses/d/images/c.png": svg,
        "clauses/d/a.svg": svg,
        "clauses/d/images/broken.svg": b"\xff<text>\xfe</text",
    }
    assert {path: said for path, said in drawn(files).items() if said == ("Ask",)} == {
        "clauses/d/images/a.svg": ("Ask",),
        "clauses/d/images/old/B.SVG": ("Ask",),
    }
