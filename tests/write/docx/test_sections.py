"""Sections: turned pages for wide tables and figures, and what goes on through all of them."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENT
from tests.write.docx.conftest import W, style_of, text

TABLE = "Table: {0} {{#tab-{0} .landscape}}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
FIGURE = '![Plan](images/a.svg){#fig-a .landscape alt="A"}\n\n'
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="2000"/>'
PORTRAIT, LANDSCAPE = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE


def sections(made) -> list[tuple[bool, list[str]]]:
    """Each section: whether it is turned, and the words of its paragraphs and tables."""
    found: list[tuple[bool, list[str]]] = []
    inside: list[str] = []
    for child in made.document[0]:
        inside += [text(p) for p in child.iter(f"{W}p")]
        ends = [child] if child.tag == f"{W}sectPr" else list(child.iter(f"{W}sectPr"))
        for end in ends:
            found.append((end.find(f"{W}pgSz").get(f"{W}orient") == "landscape", inside))
            inside = []
    return found


def shape(made) -> list[bool]:
    """Of the sections of the text, which are turned."""
    return [turned for turned, _ in sections(made)][2:]


def test_a_wide_table_stands_alone_with_its_title(written, lint, schema_faults):
    made = written("Before.\n\n" + TABLE.format("x") + "After.\n")
    assert shape(made) == [False, True, False]
    *_, before, wide, after = sections(made)
    assert before[1][-1] == "Before."
    assert [words for words in wide[1] if words] == ["Table\u00a01\u00a0— x", "a", "b", "1", "2"]
    assert after[1][0] == "After."
    assert lint(made.data) == []
    assert schema_faults(made.data) == []


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (TABLE.format("x") + TABLE.format("y") + "End.\n", [False, True, False]),
        (TABLE.format("x"), [False, True]),
        ("## One {#one}\n\n" + TABLE.format("x") + "End.\n", [False, True, False]),
        (
            TABLE.format("x") + "## Two {#two}\n\n" + TABLE.format("y") + "End.\n",
            [False, True, False],
        ),
        (TABLE.format("x") + "Between.\n\n" + TABLE.format("y"), [False, True, False, True]),
        ("1. item\n\n    " + TABLE.format("x").replace("\n", "\n    "), [False, True]),
        ("| a |\n|---|\n| b |\n\n" + TABLE.format("x") + "End.\n", [False, True, False]),
    ],
)
def test_no_section_is_empty(written, lint, schema_faults, body, wanted):
    made = written(body)
    assert shape(made) == wanted
    assert all(any(words) for _, words in sections(made))
    assert lint(made.data) == []
    assert schema_faults(made.data) == []


def test_a_heading_goes_with_the_table_it_stands_before(written):
    made = written("## One {#one}\n\nText.\n\n## Two {#two}\n\n" + TABLE.format("x") + "End.\n")
    *_, before, wide, _after = sections(made)
    assert before[1][-1] == "Text."
    assert wide[1][0] == "Two"


def test_within_a_cell_nothing_is_turned(written):
    inner = TABLE.format("x")
    made = written(f"<table>\n<tr><td>\n\n{inner}\n</td></tr>\n</table>\n")
    assert shape(made) == [False]


def test_page_numbers_and_margins_go_on(written):
    made = written("Before.\n\n" + TABLE.format("x") + "After.\n")
    opened = docx.Document(BytesIO(made.data))
    *_, before, wide, after = opened.sections
    assert (wide.page_width, wide.page_height) == (before.page_height, before.page_width)
    assert [s.orientation for s in (before, wide, after)] == [PORTRAIT, LANDSCAPE, PORTRAIT]
    starts = [p.get(f"{W}start") for p in made.document.iter(f"{W}pgNumType")]
    assert starts == ["2", "1", None, None]
    for section in (wide, after):
        assert not section.header.is_linked_to_previous
        assert not section.even_page_footer.is_linked_to_previous
        assert section.header.paragraphs[0].text == before.header.paragraphs[0].text
    edge = before.page_width - before.left_margin - before.right_margin
    wider = wide.page_width - wide.left_margin - wide.right_margin
    at = [stop.position for stop in wide.footer.paragraphs[0].paragraph_format.tab_stops]
    assert at == [edge, wider]


def test_the_table_and_the_picture_use_the_width(written):
    wide = "| " + " | ".join(["longer words in a cell"] * 12) + " |\n" + "|---" * 12 + "|\n"
    rows = wide + wide.split("\n")[0] + "\n\n"
    made = written("Table: x {#tab-x .landscape}\n\n" + rows + FIGURE, **{"images/a.svg": SVG})
    assert sum(int(c.get(f"{W}w")) for c in made.document.iter(f"{W}gridCol")) > 14000
    extent = next(n for n in made.document.iter() if n.tag.endswith("}extent"))
    assert int(extent.get("cx")) > 9638 * 635
    assert int(extent.get("cy")) < 9638 * 635


def test_what_ends_a_section_has_no_height(written):
    made = written("Before.\n\n" + TABLE.format("x") + "After.\n")
    (end,) = [
        p for p in made.document[0].findall(f"{W}p") if not text(p) and style_of(p) == "BodyText"
    ]
    assert end.find(f"{W}pPr/{W}spacing").get(f"{W}line") == "20"


def test_a_template_is_turned_with_its_own_margins(written):
    own = docx.Document()
    own.sections[0].left_margin = own.sections[0].right_margin
    target = BytesIO()
    own.save(target)
    made = written(
        "Before.\n\n" + TABLE.format("x") + "After.\n", template="t.docx",
        **{"t.docx": target.getvalue()},
    )  # fmt: skip
    sizes = [docx.Document(BytesIO(made.data)).sections[n] for n in (-3, -2, -1)]
    assert sizes[0].page_width == sizes[1].page_height == sizes[2].page_width
    assert sizes[1].left_margin == own.sections[0].left_margin
