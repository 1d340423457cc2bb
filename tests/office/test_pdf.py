"""LibreOffice makes a PDF of our Word files: nothing is lost, every number is the same."""

from __future__ import annotations

import re

import pytest

from clausier.model.walk import clauses
from clausier.resolve.resolved import Kind

pytestmark = pytest.mark.office


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " "))


def test_numbers_and_titles(versions, pdf_text):
    for version, path in versions:
        text = squeezed(pdf_text(path))
        for found in clauses(version.clauses):
            number = version.numbers.get(found.span)
            title = squeezed(version.titles[found.id.value])
            if number is None or found.run_in or not title or number.kind is Kind.ANNEX:
                continue
            assert text.count(f"{number.label} {title}") >= 1, f"{number.label} {title}"


def test_labels_of_annexes_tables_figures_and_terms(versions, pdf_text):
    wanted = (Kind.ANNEX, Kind.TABLE, Kind.FIGURE, Kind.TERM)
    for version, path in versions:
        text = squeezed(pdf_text(path))
        for number in version.numbers.values():
            if number.kind in wanted:
                assert squeezed(number.label) in text, number.label


def test_every_reference_reads_as_it_was_computed(versions, pdf_text):
    for version, path in versions:
        text = re.sub(r"\s", "", pdf_text(path))
        for use in version.uses.values():
            if not use.reference.children and use.target is not None:
                assert re.sub(r"\s", "", use.text) in text, use.text


def test_the_contents_have_pages(versions, pdf_text):
    for version, path in versions:
        text = pdf_text(path)
        lines = re.findall(r"\.{4,}\s*([0-9ivx]+)$", text, re.MULTILINE)
        headed = [found for found in clauses(version.clauses) if found.level == 1]
        assert len(lines) >= len(headed)
