"""The PDF that LibreOffice makes of our Word files can be read by those who do not see it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest

from clausier.model.block import Figure, Table
from clausier.model.walk import blocks, clauses
from clausier.resolve.resolved import Version

pytestmark = pytest.mark.office

HEADINGS = tuple(f"/H{level}" for level in range(1, 7))


@pytest.fixture
def tagged(pdf_data) -> Any:
    """The tagged PDF of a Word file, opened."""
    return lambda path: pypdf.PdfReader(BytesIO(pdf_data(path)))


def elements(reader: Any) -> Iterator[dict[str, Any]]:
    """Every element of the structure, in the order of reading."""
    stack = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while stack:
        node = stack.pop().get_object()
        if isinstance(node, list):
            stack += reversed(node)
        elif isinstance(node, dict):
            if "/S" in node:
                yield node
            if "/K" in node:
                stack.append(node["/K"])


def every(version: Version, kind: type) -> list[Any]:
    return [b for c in clauses(version.clauses) for b in blocks(c.body) if isinstance(b, kind)]


def test_title_language_and_tags(files, tagged):
    for name, path in files.items():
        reader = tagged(path)
        root = reader.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"].value
        letter = Path(name).stem[-2]
        assert root["/Lang"][:2] == {"E": "en", "F": "fr", "D": "de"}[letter]
        assert reader.metadata.title
        assert root["/ViewerPreferences"]["/DisplayDocTitle"].value


def levels(reader: Any) -> list[int]:
    """The levels of the headings; LibreOffice tags numbered paragraphs as H6, which none is then."""
    found: list[int] = []
    for level in (int(e["/S"][2:]) for e in elements(reader) if e["/S"] in HEADINGS):
        if level < 6 or found[-1] >= 5:
            found.append(level)
    return found


def test_headings_go_down_step_by_step(files, tagged):
    for path in files.values():
        found = levels(tagged(path))
        assert found[0] == 1
        assert all(new <= old + 1 for old, new in pairwise(found)), found


def test_every_titled_clause_is_a_heading(versions, tagged):
    for version, path in versions:
        titled = [
            min(c.level, 6)
            for c in clauses(version.clauses)
            if version.titles[c.id.value] and not c.run_in
        ]
        found = levels(tagged(path))
        assert [n for n in found if n < 6] == [n for n in titled if n < 6]
        assert found.count(6) >= titled.count(6)


def test_tables_have_heads(versions, tagged):
    for version, path in versions:
        found = [e["/S"] for e in elements(tagged(path))]
        tables = every(version, Table)
        heads = [cell for table in tables for row in table.head for cell in row.cells]
        assert found.count("/Table") == len(tables)
        assert found.count("/TH") >= len(heads)
        assert found.count("/TR") >= sum(len(t.head) + len(t.body) for t in tables)


def test_pictures_say_what_they_show(versions, tagged):
    for version, path in versions:
        figures = [e for e in elements(tagged(path)) if e["/S"] == "/Figure"]
        wanted = [p.alternative for figure in every(version, Figure) for p in figure.pictures]
        assert len(figures) == len(wanted)
        assert all(text in str(e["/Alt"]) for text, e in zip(wanted, figures, strict=True))


def test_links_say_where_they_lead(files, tagged):
    for path in files.values():
        for page in tagged(path).pages:
            for link in (one.get_object() for one in page.get("/Annots", ())):
                assert link["/Contents"]
