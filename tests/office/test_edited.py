"""Each place of the text is found again when a Word file comes back, edited and saved elsewhere."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from clausier.model.walk import blocks, clauses
from clausier.resolve.resolved import Version
from clausier.write.docx.marks import mark_name

pytestmark = pytest.mark.office

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def marks(path: Path) -> dict[str, str]:
    """The words of the paragraph in which each bookmark begins, by its name.

    Those within footnotes are left out: LibreOffice drops them. A footnote is found by its call.
    """
    found: dict[str, str] = {}
    with zipfile.ZipFile(path) as archive:
        text = etree.fromstring(archive.read("word/document.xml"))
    for mark in text.iter(f"{W}bookmarkStart"):
        around = next(mark.iterancestors(f"{W}p"), None)
        words = around.iter(f"{W}t") if around is not None else ()
        found[mark.get(f"{W}name")] = "".join("".join(node.text or "" for node in words).split())
    return found


def anchors(version: Version, before: dict[str, str]) -> set[str]:
    """The bookmarks of clauses, paragraphs, rows and provisions, as far as they stand in the text."""
    taken = {span for fixed in version.boilerplate.values() for span in fixed.taken}
    kept = {anchor for span, anchor in version.anchors.items() if span not in taken}
    provisions = {one.id for one in version.provisions}
    wanted = {mark_name(id) for id in (*version.titles, *kept, *provisions)}
    noted = {
        p for c in clauses(version.clauses) for note in c.footnotes for p in blocks(note.blocks)
    }
    beneath = {mark_name(version.anchors[b.span]) for b in noted if b.span in version.anchors}
    assert wanted - beneath - before.keys() == set()
    return wanted & before.keys()


@pytest.fixture
def saved(program, tmp_path):
    """A Word file as LibreOffice saves it."""
    office = program("soffice", "libreoffice")

    def save(path: Path) -> Path:
        out = tmp_path / "saved"
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "docx", "--outdir", str(out)]
        subprocess.run([*command, str(path)], capture_output=True, timeout=180, check=True)
        return out / path.name

    return save


def test_every_anchor_is_there_after_saving(versions, saved):
    for version, path in versions:
        before, after = marks(path), marks(saved(path))
        wanted = anchors(version, before)
        assert wanted - after.keys() == set()
        assert {n for n in wanted if before[n] and not after[n]} == set()


def test_every_anchor_is_there_after_editing(versions, saved):
    for version, path in versions:
        wanted = anchors(version, marks(path))
        opened = docx.Document(str(path))
        texts = [p for p in opened.paragraphs if p.style.name == "Body Text" and len(p.runs) == 1]
        for changed in texts:
            changed.runs[0].text = "Other words."
        for place in texts:
            place.insert_paragraph_before("A paragraph of the editor's.", place.style)
        opened.save(str(path))
        after = marks(saved(path))
        assert wanted - after.keys() == set()
        assert "Otherwords." in after.values()
        assert "Aparagraphoftheeditor's." not in after.values()
