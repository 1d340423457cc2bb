"""Word counts by itself; where it would count otherwise, it is told where to start."""

from __future__ import annotations

from clausier.language.language import language
from clausier.write.docx.numbering import Numbering


def test_numbers_in_order_need_no_help():
    numbering = Numbering(language("en"))
    values = ["1", "2", "2.1", "2.2", "2.2.1", "3", "3.1", "10"]
    assert [numbering.heading("headings", value) for value in values[:-1]] == [""] * 7
    assert numbering.heading("headings", "10") != ""


def test_annexes_are_counted_by_letters():
    numbering = Numbering(language("en"))
    assert [numbering.heading("annexes", value) for value in ("A", "A.1", "A.2", "B", "B.1")] == [
        ""
    ] * 5


def test_a_gap_starts_an_instance_that_goes_on():
    numbering = Numbering(language("en"))
    numbering.heading("headings", "1")
    told = numbering.heading("headings", "4")
    assert 'w:numId w:val="9"' in told
    assert numbering.heading("headings", "5").count('w:val="9"') == 1
    assert '<w:startOverride w:val="4"/>' in numbering.part().decode()
