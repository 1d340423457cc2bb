"""LibreOffice makes a PDF of our Word files: nothing is lost, every number is the same."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from lxml import etree

from clausier.model.block import Figure, Table
from clausier.model.walk import blocks, clauses
from clausier.resolve.resolved import Kind
from clausier.write.docx.pages import roman

pytestmark = pytest.mark.office
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXTS = (f"{W}t", f"{W}tab", f"{W}br")
SIGNS = {f"{W}tab": " ", f"{W}br": " "}


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


def test_every_page_after_the_cover_has_its_number(files, pdf_text):
    """Roman from ii, then Arabic from 1, at the outer edge of the foot."""
    for name, path in files.items():
        feet = [page.strip("\n").rpartition("\n")[2] for page in pdf_text(path).split("\f")[1:-1]]
        found = [re.search(r"^\s*([ivx]+|\d+)\s|\s([ivx]+|\d+)$", foot) for foot in feet]
        assert all(found), (name, feet)
        read = [one[1] or one[2] for one in found if one]
        front = [value for value in read if not value.isdigit()]
        assert front == [roman(number) for number in range(2, len(front) + 2)], name
        assert read[len(front) :] == [str(n) for n in range(1, len(read) - len(front) + 1)], name


def is_across(page: pypdf.PageObject) -> bool:
    turned = page.rotation % 180 == 90
    return (page.mediabox.width > page.mediabox.height) != turned


def test_pages_are_turned_for_what_asks_for_it_and_for_nothing_else(versions, pdf_data):
    """Each turned page has the label of a table or figure that asks for it, and no other has."""
    for version, path in versions:
        pages = pypdf.PdfReader(BytesIO(pdf_data(path))).pages
        texts = [re.sub(r"\s", "", page.extract_text()) for page in pages]
        turned = {number for number, page in enumerate(pages) if is_across(page)}
        every = [b for c in clauses(version.clauses) for b in blocks(c.body)]
        asked: set[int] = set()
        for block in every:
            if isinstance(block, Table | Figure) and block.title:
                label = re.sub(r"\s", "", f"{version.numbers[block.span].label} — ")
                found = {number for number, text in enumerate(texts) if label in text}
                assert found, label
                asked |= found if block.landscape else set()
                assert block.landscape or not found & turned, label
        assert asked == turned


def test_no_word_is_lost(files, pdf_text):
    """Where the PDF says a raised letter is its own affair: as a word, or as part of one."""
    for name, path in files.items():
        printed = Counter(words(pdf_text(path)))
        glued, apart = (
            Counter(word for text in paragraphs(path, raised) for word in words(text)) - printed
            for raised in ("{}", " {} ")
        )
        assert not glued & apart, name


def paragraphs(path: Path, raised: str) -> Iterator[str]:
    """The text of each paragraph of a Word file and its footnotes."""
    with zipfile.ZipFile(path) as file:
        for part in ("word/document.xml", "word/footnotes.xml"):
            root = etree.fromstring(file.read(part))
            for paragraph in root.iter(f"{W}p"):
                yield "".join(_said(run, raised) for run in paragraph.iter(f"{W}r"))


def _said(run: etree._Element, raised: str) -> str:
    text = "".join(SIGNS.get(node.tag, node.text or "") for node in run.iter(*TEXTS))
    marks = (run.find(f"{W}rPr/{W}{name}") for name in ("vertAlign", "rStyle"))
    return raised.format(text) if any(mark is not None for mark in marks) else text


def words(text: str) -> list[str]:
    """Words and numbers apart: the sign of a footnote touches the word before it."""
    return re.findall(r"[^\W\d_]+|\d+", text)
