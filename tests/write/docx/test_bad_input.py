"""What cannot be shown is reported at its place, and something stands where it was."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from tests.write.docx.conftest import CLAUSE, STANDARD, W

from clausier.pipeline import compile
from clausier.write import docx as writer
from clausier.write.docx.picture import Picture, picture

FIGURE = '![The loop](images/a.png){#fig-a alt="A loop"}\n\nAs in @fig-a.\n'


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\0" * width) * min(height, 50))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_a_good_image_is_embedded_with_its_words(written):
    made = written(FIGURE, **{"images/a.png": png(40, 30)})
    assert made.faults == ()
    assert b'descr="A loop"' in made.parts["word/document.xml"]
    assert any(name.startswith("word/media/") for name in made.parts)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no image",
        png(40, 30)[:-20],
        png(20_000, 20_000),
        png(0, 10),
        b"\xff\xd8\xff\xe0\0\x10JF",
    ],
    ids=["empty", "other", "cut", "huge", "flat", "jpeg"],
)
def test_a_bad_image_leaves_its_alternative_text(written, data, lint):
    made = written(FIGURE, **{"images/a.png": data})
    assert made.faults == ("write/unreadable-image",)
    assert made.texts("FigureGraphic") == ["[A loop]"]
    assert lint(made.data) == []


def test_a_missing_image_is_reported(written):
    assert written(FIGURE).faults == ("write/unreadable-image",)


def test_a_drawing_gets_a_picture_for_older_words():
    made = picture(b'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"/>')
    assert isinstance(made, Picture)
    assert made.data.startswith(b"\x89PNG") and made.drawing is not None
    assert (made.width, made.height) == (3000, 1500)


@pytest.mark.parametrize(
    "drawing",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/hosts"/></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="https://example.org/a.png"/></svg>',
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        b"<svg",
    ],
)
def test_a_drawing_that_reaches_out_is_refused(drawing):
    assert isinstance(picture(drawing), str)


def test_a_giant_drawing_is_drawn_small():
    made = picture(b'<svg xmlns="http://www.w3.org/2000/svg" width="200000" height="100000"/>')
    assert isinstance(made, Picture)
    assert struct.unpack(">II", made.data[16:24]) == (1600, 800)


def test_a_formula_that_cannot_be_read_is_shown_as_it_was_typed(written, schema_faults):
    made = written("So $\\frac{a$ and:\n\n$$ \\unknowncommand{x $$\n")
    assert set(made.faults) == {"write/unreadable-formula"}
    assert any("\\frac{a" in text for text in made.texts("BodyText"))
    assert schema_faults(made.data) == []


def test_a_formula_that_cannot_be_read_is_an_error_at_its_place():
    body = "So $\\frac{a$ here.\n\n$$ x^a^b $$ {#eq-x}\n"
    files = {
        "clauses/x/standard.yml": STANDARD.format(language="en", template="null").encode(),
        "clauses/x/en/04-waiting.md": (CLAUSE + body).encode(),
    }
    result = compile(files)
    found = writer.write(result.resolved, files).diagnostics
    text = result.sources["clauses/x/en/04-waiting.md"].text
    told = [(one.severity.value, text[one.span.start : one.span.end]) for one in found]
    assert told == [("error", "$\\frac{a$"), ("error", "x^a^b")]


@pytest.mark.parametrize("opens", ["{", "\\sqrt{", "\\frac{1}{", "x^{"])
@pytest.mark.parametrize("depth", [20, 200, 900])
def test_a_formula_may_be_nested_as_deeply_as_one_likes(written, lint, opens, depth):
    made = written(f"So ${opens * depth}x{'}' * depth}$ here.\n")
    assert made.faults == (() if depth == 20 else ("write/unreadable-formula",))
    assert lint(made.data) == []


def test_signs_of_every_kind_are_written(written, schema_faults, lint):
    made = written("Emoji 😀, Hebrew עברית, and &#xFFFE; which XML cannot hold.\n")
    assert schema_faults(made.data) == []
    assert lint(made.data) == []
    assert b"<w:rtl/>" in made.parts["word/document.xml"]


def test_words_from_right_to_left_keep_their_order(written):
    found = written("They say שלום, עולם and **עברית** here.\n").parts["word/document.xml"].decode()
    run = '<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">'
    assert f"{run}שלום, עולם</w:t>" in found
    assert "<w:b/><w:bCs/><w:rtl/>" in found


RIGHT = {
    "שלום עולם.": True,
    "1. שלום, (עולם) 12!": True,
    "**שלום** עולם": True,
    "שלום world": False,
    "Hello שלום": False,
    "12.": False,
    "שלום &amp; עולם": True,
    "\U0001e900\U0001e901": True,
}


@pytest.mark.parametrize("text", RIGHT)
def test_a_paragraph_wholly_from_right_to_left_begins_at_the_right(
    written, lint, schema_faults, text
):
    made = written(f"Before.\n\n{text}\n\n| {text} | b |\n|---|---|\n| 1 | 2 |\n")
    turned = [p for p in made.document.iter(f"{W}p") if p.find(f"{W}pPr/{W}bidi") is not None]
    assert len(turned) == (2 if RIGHT[text] else 0)
    for paragraph in turned:
        assert all(
            t.getparent().find(f"{W}rPr/{W}rtl") is not None for t in paragraph.iter(f"{W}t")
        )
    assert lint(made.data) == [] and schema_faults(made.data) == []


def test_a_note_of_ours_with_words_from_the_right_begins_at_the_left(written):
    assert b"<w:bidi/>" not in written("NOTE שלום עולם.\n").parts["word/document.xml"]


def test_a_long_table_is_written(written):
    rows = "".join(f"| {n} | text |\n" for n in range(2000))
    made = written(f"Table: Long {{#tab-long}}\n\n| a | b |\n|---|---|\n{rows}\nSee @tab-long.\n")
    assert made.parts["word/document.xml"].count(b"<w:tr>") == 2001


def test_a_word_of_100_000_characters(written):
    assert written("x" * 100_000 + "\n").faults == ()


def test_nothing_of_the_machine_is_in_the_file(written):
    made = written("Text.\n")
    assert str(Path.home()).encode() not in b"".join(made.parts.values())


def test_an_address_with_signs_that_xml_cannot_hold(written, lint):
    found = written("See [there](https://example.org/a\uffffb).")
    assert not lint(found.data)
