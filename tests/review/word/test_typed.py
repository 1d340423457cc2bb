"""A number typed before a title is told from a title that begins with a number of things."""

from __future__ import annotations

import pytest

from clausier.review.word.check import check_files
from tests.review.word.conftest import NAME, repacked

HEAD = '<w:p><w:pPr><w:pStyle w:val="Heading{0}"/></w:pPr><w:r><w:t>{1}</w:t></w:r></w:p>'


@pytest.fixture
def typed(clean):
    """The numbers that are said to be typed in a document of these headings: level and words."""

    def look(*headings: tuple[int, str], language: str = "en") -> list[str]:
        body = "".join(HEAD.format(level, text) for level, text in headings)

        def change(data: bytes) -> bytes:
            text = data.decode()
            start, end = text.index("<w:body>"), text.rindex("<w:sectPr")
            return f"{text[:start]}<w:body>{body}{text[end:]}".encode()

        file = repacked(clean, "word/document.xml", change)
        if language != "en":
            file = repacked(
                file, "word/styles.xml", lambda old: old.replace(b'"en-GB"', b'"de-DE"')
            )
        found = check_files({NAME: file}).diagnostics
        return [str(one.message).split("`")[1] for one in found if one.rule == "docx/typed-number"]

    return look


FOUR = ((1, "Scope"), (1, "References"), (1, "Terms"))


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ((1, "4 Waiting"), "4"),
        ((1, "7. Waiting"), "7."),
        ((1, "7) Waiting"), "7)"),
        ((2, "3.1 Waiting"), "3.1"),
        ((2, "3.1 waiting"), "3.1"),
        ((2, "6.2 Waiting"), "6.2"),
        ((1, "6.2 Waiting"), "6.2"),
        ((3, "6.2.1 Waiting"), "6.2.1"),
        ((2, "3.1 GHz"), "3.1"),
        ((1, "Annex A Waiting"), "Annex A"),
        ((1, "Annexe ZA Attente"), "Annexe ZA"),
        ((2, "A.1 Waiting"), "A.1"),
    ],
)
def test_a_typed_number_is_found(typed, heading, number):
    assert typed(*FOUR, heading) == [number]


def test_numbers_that_count_on_are_typed(typed):
    """Even where the headings before them are not counted."""
    assert typed((1, "7 Waiting"), (1, "8 Staff"), (1, "9 Places")) == ["7", "8", "9"]


@pytest.mark.parametrize(
    "heading",
    [
        (1, "5 Steps to a better desk"),
        (1, "4 steps to a better desk"),
        (2, "5 Steps to a better desk"),
        (2, "3 Steps to a better desk"),
        (1, "24 Hours"),
        (1, "2030 Agenda"),
        (1, "3D pictures"),
        (2, "2.4 GHz devices"),
        (2, "1.5 m of room"),
        (2, "2.5 times the size"),
        (1, "Annex VII of the act"),
        (1, "Annex I of the act"),
        (1, "Annexes and their place"),
    ],
)
def test_a_title_that_begins_with_a_number_is_let_through(typed, heading):
    assert typed(*FOUR, heading) == []


def test_a_german_ordinal_is_let_through(typed):
    assert typed(*FOUR, (1, "2. Entwurf"), language="de") == []
    assert typed(*FOUR, (1, "4. Warten"), language="de") == ["4."]
    assert typed(*FOUR, (1, "2) Entwurf"), language="de") == ["2)"]
