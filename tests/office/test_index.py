"""The index of a Word file as LibreOffice prints it and pandoc reads it."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from tests.office.conftest import ROOT
from tests.office.test_pandoc import nodes, words
from tests.office.test_pdf import squeezed

from clausier.pipeline import compile, folder
from clausier.resolve.index import index
from clausier.resolve.resolved import Version
from clausier.write import docx

pytestmark = pytest.mark.office
PLACES = {"mini": "tests/corpus/mini", "real": ".", "werkstatt": "tests/corpus/werkstatt"}
SHOWN = re.compile(r'(w:fldCharType="separate"/></w:r><w:r><w:t xml:space="preserve">)[^<]*')


@pytest.fixture(params=PLACES)
def indexed(request: pytest.FixtureRequest, tmp_path: Path) -> list[tuple[Version, Path]]:
    """The versions of a workspace whose standards ask for an index, each with its Word file."""
    known = folder(ROOT / PLACES[request.param])
    standards = [p for p in known if p.startswith("clauses/") and p.endswith("/standard.yml")]
    resolved = compile(known.under({p: known[p] + b"\nindex: true\n" for p in standards})).resolved
    made = docx.write(resolved, known).files
    found = [(version, tmp_path / docx.file_name(version)) for version in resolved.versions]
    for _, path in found:
        path.write_bytes(made[path.name])
    return found


def lines(version: Version) -> list[str]:
    """The title of the index and its lines as they are to be read."""
    found = [version.language.labels["index"]]
    for entry in index(version):
        spans = [(id, version.targets[id].span) for id in entry.places]
        places = [
            version.numbers[span].label if span in version.numbers else version.titles[id]
            for id, span in spans
        ]
        found.append(", ".join((entry.words, *places)))
    return found


def printed(text: str, version: Version) -> str:
    """The last pages of a PDF, from the title of the index on, without what stands in margins."""
    pages = text.rstrip("\f").split("\f")
    title = version.language.labels["index"]
    first = next(n for n, page in enumerate(pages) if re.search(rf"(?m)^ *{title}$", page))
    inside = [re.sub(r"\A[^\n]*\n|\n\n+[^\n]*\n*\Z", "", page) for page in pages[first:]]
    return squeezed(" ".join(inside)).strip()


def test_it_is_printed_last_with_the_numbers_of_the_places(indexed, pdf_text):
    for version, path in indexed:
        assert printed(pdf_text(path), version) == squeezed(" ".join(lines(version)))


def test_its_numbers_come_from_the_places_themselves(indexed, pdf_text):
    """Whatever a field showed before, the program that updates it finds the same."""
    for version, path in indexed:
        wanted = printed(pdf_text(path), version)
        path.write_bytes(stale(path.read_bytes()))
        assert printed(pdf_text(path), version) == wanted


def stale(data: bytes) -> bytes:
    """A Word file whose index shows another text in each field."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/document.xml":
                before, head, after = text.decode().rpartition('<w:pStyle w:val="IndexHead"/>')
                changed, count = SHOWN.subn(r"\1stale", after)
                assert count > 3
                text = (before + head + changed).encode()
            new.writestr(name, text)
    return made.getvalue()


def test_it_stands_last_in_the_contents_and_leads_to_a_page(indexed, pdf_text):
    """As before any update, where the page is an estimate."""
    for version, path in indexed:
        found = re.findall(r"(?m)^ *(.*?)\.{4,} *([0-9]+)$", pdf_text(path))
        assert found[-1][0] == version.language.labels["index"]


def test_pandoc_reads_it(indexed, pandoc):
    for version, path in indexed:
        read = [
            words(node["c"]).replace("\u00a0", " ")
            for node in nodes(pandoc(path)["blocks"])
            if node["t"] in ("Para", "Plain", "Header")
        ]
        wanted = [line.replace("\u00a0", " ") for line in lines(version)]
        assert read[-len(wanted) :] == wanted
