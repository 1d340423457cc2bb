"""What proves a Word file: the schemas of ISO/IEC 29500, and a lint of what they do not see."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from clausier.pipeline import compile
from clausier.write import docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TARGET = re.compile(r"^\s*(REF|PAGEREF|NOTEREF)\s+(\S+)")


STANDARD = """
number: null
type: EN
stage: "20.60"
edition: 1
titles: {{en: Service — Waiting, fr: Service — Attente, de: Dienst — Warten}}
languages: [{language}]
reference_language: {language}
committee: {{number: CEN/TC 999, title: {{en: Service}}, secretariat: AFNOR}}
ics: ["03.080.30"]
drafting_rules: dp2-2021
template: {template}
"""
CLAUSE = "---\nid: waiting\nkind: clause\ntitle: Waiting\n---\n\n"


@dataclass(frozen=True)
class Written:
    """A Word file made of Markdown, with what was said of it."""

    data: bytes
    faults: tuple[str, ...]
    document: etree._Element
    parts: dict[str, bytes]

    def texts(self, style: str = "") -> list[str]:
        """The text of each paragraph (of a style); a tab is `|`."""
        return [text(p) for p in self.document.iter(f"{W}p") if not style or style_of(p) == style]


def text(paragraph: etree._Element) -> str:
    signs = {f"{W}tab": "|", f"{W}br": "/"}
    return "".join(
        signs.get(node.tag, node.text or "") if node.tag in (f"{W}t", *signs) else ""
        for node in paragraph.iter()
        if node.getparent().tag == f"{W}r"
    )


def style_of(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(f"{W}val"))


@pytest.fixture
def written() -> Callable[..., Written]:
    """Writes a clause with the given body; further files by their path below the deliverable."""

    def make(body: str, language: str = "en", template: str = "null", **more: bytes) -> Written:
        files = {
            "clauses/x/standard.yml": STANDARD.format(
                language=language, template=template
            ).encode(),
            f"clauses/x/{language}/01-scope.md": b"---\nid: scope\nkind: scope\n---\n\nAll.\n",
            f"clauses/x/{language}/04-waiting.md": (CLAUSE + body).encode(),
        }
        files |= {f"clauses/x/{path}": data for path, data in more.items()}
        output = docx.write(compile(files).resolved, files)
        data = next(iter(output.files.values()))
        found = parts(data)
        rules = tuple(one.rule for one in output.diagnostics)
        return Written(data, rules, etree.fromstring(found["word/document.xml"]), found)

    return make


@cache
def _schema(path: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(path))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def schema_faults(schemas: Path) -> Callable[[bytes], list[str]]:
    """What the schema of WordprocessingML says of every part it knows."""
    schema = _schema(str(schemas / "ooxml" / "ISO-IEC29500-4_2016" / "wml.xsd"))

    def faults(data: bytes) -> list[str]:
        found: list[str] = []
        for name, text in parts(data).items():
            if name.startswith("word/") and name.endswith(".xml"):
                root = etree.fromstring(text)
                for extension in root.iter(
                    "{http://schemas.openxmlformats.org/drawingml/2006/main}ext"
                ):
                    for child in extension.findall("*"):
                        extension.remove(child)
                if not schema.validate(root):
                    found += [f"{name}: {error.message}" for error in schema.error_log]
        return found

    return faults


@pytest.fixture(scope="session")
def lint() -> Callable[[bytes], list[str]]:
    """What no schema sees: that everything named exists, and once."""
    return lambda data: list(_lint(data))


def _lint(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        yield from (f"entry twice: {n}" for n, c in Counter(archive.namelist()).items() if c > 1)
    files = parts(data)
    document = etree.fromstring(files["word/document.xml"])
    footnotes = etree.fromstring(files["word/footnotes.xml"])
    yield from _bookmarks(document, footnotes)
    yield from _styles(document, footnotes, etree.fromstring(files["word/styles.xml"]))
    yield from _numbers(document, footnotes, etree.fromstring(files["word/numbering.xml"]))
    yield from _footnotes(document, footnotes)
    yield from _relations(files)
    yield from _shape(document, footnotes)


def _bookmarks(*roots: etree._Element) -> Iterator[str]:
    starts = [mark for root in roots for mark in root.iter(f"{W}bookmarkStart")]
    names = Counter(mark.get(f"{W}name") for mark in starts)
    ids = Counter(mark.get(f"{W}id") for mark in starts)
    ends = Counter(m.get(f"{W}id") for root in roots for m in root.iter(f"{W}bookmarkEnd"))
    yield from (f"bookmark twice: {name}" for name, count in names.items() if count > 1)
    yield from (f"bookmark id twice: {id}" for id, count in ids.items() if count > 1)
    if ids != ends:
        yield f"bookmarks not closed: {set(ids) ^ set(ends)}"
    for name in names:
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", name):
            yield f"bookmark name: {name}"
    for root in roots:
        for code in root.iter(f"{W}instrText"):
            target = _TARGET.match(code.text or "")
            if target and target[2] not in names:
                yield f"no bookmark for: {code.text}"
        for link in root.iter(f"{W}hyperlink"):
            anchor = link.get(f"{W}anchor")
            if anchor is not None and anchor not in names:
                yield f"no bookmark for link: {anchor}"


def _styles(
    document: etree._Element, footnotes: etree._Element, styles: etree._Element
) -> Iterator[str]:
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    for root in (document, footnotes, styles):
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            for named in root.iter(f"{W}{tag}"):
                if named.get(f"{W}val") not in known:
                    yield f"no style {named.get(f'{W}val')}"
    for paragraph in document.iter(f"{W}p"):
        if paragraph.find(f"{W}pPr/{W}pStyle") is None:
            yield "paragraph without style"


def _numbers(
    document: etree._Element, footnotes: etree._Element, numbering: etree._Element
) -> Iterator[str]:
    known = {number.get(f"{W}numId") for number in numbering.iter(f"{W}num")}
    if len(known) != len(list(numbering.iter(f"{W}num"))):
        yield "numId twice"
    for root in (document, footnotes):
        for used in root.iter(f"{W}numId"):
            if used.get(f"{W}val") not in known:
                yield f"no num {used.get(f'{W}val')}"


def _footnotes(document: etree._Element, footnotes: etree._Element) -> Iterator[str]:
    called = [n.get(f"{W}id") for n in document.iter(f"{W}footnoteReference")]
    made = [n.get(f"{W}id") for n in footnotes.iter(f"{W}footnote") if n.get(f"{W}type") is None]
    if called != made:
        yield f"footnotes called {called}, made {made}"


def _relations(files: dict[str, bytes]) -> Iterator[str]:
    for name, text in files.items():
        if not name.startswith("word/") or not name.endswith(".xml") or "/_rels/" in name:
            continue
        rels = files.get(name.replace("word/", "word/_rels/") + ".rels", b"<x/>")
        known = {rel.get("Id"): rel for rel in etree.fromstring(rels)}
        root = etree.fromstring(text)
        for node in root.iter():
            for key, value in node.attrib.items():
                if key.startswith(R) and value not in known:
                    yield f"{name}: no relationship {value}"
        for rel in known.values():
            target = str(rel.get("Target"))
            if rel.get("TargetMode") != "External" and f"word/{target}" not in files:
                yield f"{name}: no part {target}"


def _shape(*roots: etree._Element) -> Iterator[str]:
    drawings: Counter[str | None] = Counter()
    for root in roots:
        for cell in root.iter(f"{W}tc"):
            if len(cell) == 0 or cell[-1].tag != f"{W}p":
                yield "cell that does not end in a paragraph"
        for text in root.iter(f"{W}t"):
            if "\n" in (text.text or ""):
                yield "line break in text"
        depth = [0]
        for mark in root.iter(f"{W}fldChar"):
            kind = mark.get(f"{W}fldCharType")
            depth[0] += {"begin": 1, "end": -1}.get(str(kind), 0)
        if depth[0]:
            yield "field not closed"
        for drawn in root.iter(
            "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
        ):
            drawings[drawn.get("id")] += 1
            if not drawn.get("descr"):
                yield "picture without alternative text"
    yield from (f"picture id twice: {id}" for id, count in drawings.items() if count > 1)
