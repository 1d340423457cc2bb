"""The invented standard and the real text, each file proven in every way we have."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree

from clausier.model.block import Listing
from clausier.model.inline import Formula, Inline
from clausier.model.prose import prose
from clausier.pipeline import Compiled, compile_folder
from clausier.resolve.resolved import Place, Version
from clausier.resolve.standing import Run, Standing, reading
from clausier.resolve.title import shown
from clausier.write import docx as writer
from clausier.write.docx.marks import mark_name

ROOT = Path(__file__).parents[3]
WORKSPACES = (ROOT / "tests" / "corpus" / "mini", ROOT, ROOT / "tests" / "corpus" / "hard")
NAMES = ["mini", "real", "hard"]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WHITE = re.compile(r"[\s\u00a0\ufffc]+")


@cache
def compiled(root: Path) -> Compiled:
    return compile_folder(root)


@cache
def output(root: Path) -> dict[str, bytes]:
    found = compiled(root)
    return dict(writer.write(found.resolved, found.files).files)


FILES = [(root, name) for root in WORKSPACES for name in output(root)]
ids = [name for _, name in FILES]


@pytest.mark.parametrize(("root", "name"), FILES, ids=ids)
def test_valid_by_schema_and_lint(root, name, schema_faults, lint):
    data = output(root)[name]
    assert lint(data) == []
    assert schema_faults(data) == []


STYLES_SAY_IT = ("sz", "szCs", "color", "u", "highlight", "shd", "pBdr")
"""What a style says of letters and paragraphs, and nothing else may say."""


@pytest.mark.parametrize(("root", "name"), FILES, ids=ids)
def test_styles_say_how_it_looks(root, name):
    document = etree.fromstring(_part(output(root)[name], "word/document.xml"))
    found = {f"{W}{property}" for property in STYLES_SAY_IT}
    for facts in document.iter(f"{W}pPr", f"{W}rPr"):
        assert not {child.tag for child in facts} & found
    for paragraph in document.iter(f"{W}p"):
        assert paragraph.find(f"{W}pPr/{W}pStyle") is not None


@pytest.mark.parametrize(("root", "name"), FILES, ids=ids)
def test_no_paragraph_is_empty(root, name):
    """But in a cell that is empty, and where a paragraph ends a section after a table."""
    document = etree.fromstring(_part(output(root)[name], "word/document.xml"))
    for paragraph in document.iter(f"{W}p"):
        said = any(node.text for node in paragraph.iter() if node.tag.endswith("}t"))
        shown = next(paragraph.iter(f"{W}drawing"), None) is not None
        in_cell = next(paragraph.iterancestors(f"{W}tc"), None) is not None
        ends = paragraph.find(f"{W}pPr/{W}sectPr") is not None
        assert said or shown or in_cell or ends, etree.tostring(paragraph)


@pytest.mark.parametrize(("root", "name"), FILES, ids=ids)
def test_valid_by_audit(root, name, tmp_path):
    audit = pytest.importorskip("openxml_audit")
    path = tmp_path / "out.docx"
    path.write_bytes(output(root)[name])
    found = audit.OpenXmlValidator(file_format=audit.FileFormat.MICROSOFT_365).validate(str(path))
    assert [str(error) for error in found.errors] == []
    assert found.is_valid


@pytest.mark.parametrize(("root", "name"), FILES, ids=ids)
def test_python_docx_opens_it(root, name):
    opened = docx.Document(BytesIO(output(root)[name]))
    assert opened.core_properties.title
    assert opened.core_properties.language


@pytest.mark.parametrize("root", WORKSPACES, ids=NAMES)
def test_the_same_bytes_twice(root):
    found = compiled(root)
    assert dict(writer.write(found.resolved, found.files).files) == output(root)


@pytest.mark.parametrize("root", WORKSPACES, ids=NAMES)
def test_no_word_of_the_model_is_missing(root):
    for version in compiled(root).resolved.versions:
        name = writer.file_name(version)
        body = _words(output(root)[name], "word/document.xml")
        beneath = _words(output(root)[name], "word/footnotes.xml")
        at = body.index(_squeezed(version.titles[version.clauses[0].id.value]))
        for place, words in _said(version):
            if place is Place.FOOTNOTE:
                assert words in beneath, words
                continue
            found = body.find(words, at)
            assert found >= 0, f"{name}: {words}"
            at = found


def _words(data: bytes, part: str) -> str:
    root = etree.fromstring(_part(data, part))
    return _squeezed("".join(node.text or "" for node in root.iter(f"{W}t")))


def _part(data: bytes, part: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(part)


def _squeezed(text: str) -> str:
    return _WHITE.sub("", text)


def _said(version: Version) -> Iterator[tuple[Place, str]]:
    """Every run of text of a version in the order of reading; a formula is left out."""
    names = shown(version.uses)

    def said(inline: Inline) -> str:
        return "\x00" if isinstance(inline, Formula) else names(inline)

    for found in reading(version.clauses):
        if isinstance(found, Run):
            for piece in prose(found.inlines, said).text.split("\x00"):
                if _squeezed(piece):
                    yield found.where.place, _squeezed(piece)
        elif isinstance(found, Standing) and isinstance(found.node, Listing):
            yield found.where.place, _squeezed(found.node.code)


def test_every_clause_is_found_again_by_its_bookmark():
    for version in compiled(WORKSPACES[0]).resolved.versions:
        data = output(WORKSPACES[0])[writer.file_name(version)]
        body = _part(data, "word/document.xml").decode()
        missing = [id for id in version.titles if f'w:name="{mark_name(id)}"' not in body]
        assert missing == []


def test_every_block_and_row_is_found_again():
    for version in compiled(WORKSPACES[0]).resolved.versions:
        data = output(WORKSPACES[0])[writer.file_name(version)]
        text = (_part(data, "word/document.xml") + _part(data, "word/footnotes.xml")).decode()
        taken = {span for fixed in version.boilerplate.values() for span in fixed.taken}
        missing = [
            anchor
            for span, anchor in version.anchors.items()
            if span not in taken and f'w:name="{mark_name(anchor)}"' not in text
        ]
        assert missing == []
