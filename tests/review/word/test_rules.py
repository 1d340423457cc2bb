"""Each rule of Word files finds its fault, and says nothing of a file that has none."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest

from clausier.review.word.check import FAULTS, MOST, check_files
from tests.review.word.conftest import NAME, repacked

OPEN = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'
NOTE = OPEN.replace("BodyText", "Note")
OWN = 'w:name="own"/><w:r><w:t xml:space="preserve">'
RUN = '<w:r><w:t xml:space="preserve">All.</w:t></w:r>'
PICTURE = "<w:r><w:pict/></w:r>"
AUTHOR = 'w:id="900" w:author="Ann"'


def run(look: str, text: str = "All.") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"


def test_nothing_is_wrong_in_our_own_files(clean):
    assert check_files({NAME: clean}).diagnostics == ()


FAULTY = {
    "tracked-change": (RUN, f"<w:ins {AUTHOR}>{RUN}</w:ins>", "tracked change by Ann"),
    "comment": (RUN, f'{RUN}<w:r><w:commentReference w:id="0"/></w:r>', "comment"),
    "coloured-text": (RUN, run('<w:color w:val="FF0000"/>'), "color FF0000"),
    "unknown-style": ('w:val="Note"/>', 'w:val="TableNormal"/>', "`Normal Table`"),
    "undefined-style": ('w:val="Note"/>', 'w:val="Remark"/>', "`Remark`"),
    "empty-paragraph": (OPEN, f"{NOTE}</w:p>{OPEN}", "`Note`"),
    "page-break": (RUN, f'{RUN}<w:r><w:br w:type="page"/></w:r>', "`Body Text`"),
    "typed-number": (OWN, f"{OWN}4.1 ", "`4.1`"),
    "unnumbered-heading": (
        '<w:pStyle w:val="Heading2"/>',
        '<w:pStyle w:val="Heading2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>',
        "`heading 2`",
    ),
    "broken-reference": (" REF own", " REF tab_z", "`tab_z`"),
    "unmatched-footnote": ("<w:footnoteReference", "<w:annotationRef", "`Foot.`"),
    "irregular-table": ("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr></w:tc><w:tc>',
                        "2 / 4"),
    "table-without-header": ("<w:tblHeader/>", "", "header row"),
    "picture-of-formula": (
        RUN, f'</w:p><w:p><w:pPr><w:pStyle w:val="Formula"/></w:pPr>{PICTURE}', "picture",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTY)
def test_a_fault_is_found_where_it_stands(said, name):
    old, new, words = FAULTY[name]
    found = said(old, new)
    assert [rule for rule, _ in found if rule == f"docx/{name}"], found
    assert any(words in message for rule, message in found if rule == f"docx/{name}"), found


INNOCENT = {
    "black is no colour": (RUN, run('<w:color w:val="000000"/><w:shd w:val="clear"/>')),
    "a number in a paragraph": (">All.<", ">4.1 is a number.<"),
    "a line break": (RUN, f"{RUN}<w:r><w:br/></w:r>"),
    "a figure that opens a title": (OWN, f"{OWN}3D "),
    "a title that counts": (f"{OWN}Own", f"{OWN}5 steps"),
    "an empty body paragraph": (
        OPEN, f"{OPEN}</w:p>{OPEN}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", INNOCENT)
def test_what_only_looks_like_a_fault_is_let_through(said, name):
    assert said(*INNOCENT[name]) == []


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("EN_123-4_(E).docx", True),
        ("EN_123-4_A1_e.docx", True),
        ("service-excellence_(E).docx", True),
        ("EN 123-4 (E).docx", False),
        ("EN_123-4.docx", False),
        ("EN_123-4_(X).docx", False),
        ("service-excellence_(en).docx", True),
        ("service-excellence_(es).docx", False),
    ],
)
def test_the_name_is_one_that_cen_prescribes(clean, name, right):
    found = {one.rule for one in check_files({name: clean}).diagnostics}
    assert found == (set() if right else {"docx/file-name"})


def test_the_language_is_that_of_the_name(said, clean):
    other = {one.rule for one in check_files({"prEN_99901_(F).docx": clean}).diagnostics}
    assert other == {"docx/document-language"}
    (twin,) = check_files({"service-excellence_(de).docx": clean}).diagnostics
    assert str(twin.message) == "the language is `en-GB`, the name of the file says `de`"
    without = said('<w:lang w:val="en-GB"', "<w:lang", "word/styles.xml")
    assert without == [("docx/document-language", "no language is set")]


def test_properties_are_there_and_name_no_person(said):
    core = "docProps/core.xml"
    assert said("<dc:title>Service</dc:title>", "", core) == [
        ("docx/lacking-properties", "property `title` is empty")
    ]
    person = "<cp:lastModifiedBy>Ann</cp:lastModifiedBy></cp:coreProperties>"
    assert said("</cp:coreProperties>", person, core) == [
        ("docx/personal-data", "property `lastModifiedBy` says `Ann`")
    ]


def test_what_can_run_is_found_and_what_lies_outside(clean, said):
    data = repacked(clean, "word/embeddings/oleObject1.bin", lambda _: b"x")
    assert [one.rule for one in check_files({NAME: data}).diagnostics] == ["docx/active-content"]
    row = (
        '<Relationship Id="rId900" Type="http://x/image" Target="http://example.org/a.png"'
        ' TargetMode="External"/></Relationships>'
    )
    found = said("</Relationships>", row, "word/_rels/document.xml.rels")
    assert found == [
        ("docx/active-content", "refers to `http://example.org/a.png` outside the file")
    ]
    link = row.replace("http://x/image", "http://x/hyperlink")
    assert said("</Relationships>", link, "word/_rels/document.xml.rels") == []


def test_a_linked_picture_is_found(said):
    blip = '<a:blip r:link="rId900"/>'
    found = said(RUN, f"<w:r><w:drawing>{blip}</w:drawing></w:r>")
    assert ("docx/figure-not-embedded", "linked picture") in found


def test_a_figure_of_a_submission_has_its_file(clean):
    title = '<w:p><w:pPr><w:pStyle w:val="Figuretitle"/></w:pPr><w:r><w:t>Figure 3 — A</w:t></w:r>'
    data = repacked(
        clean,
        "word/document.xml",
        lambda old: old.replace(OPEN.encode(), f"{title}</w:p>{OPEN}".encode(), 1),
    )
    stem = "figures/prEN_99901_(E)/Figure_3"
    assert check_files({NAME: data}).diagnostics == ()
    assert check_files({NAME: data, f"{stem}.png": b""}).diagnostics == ()
    assert check_files({NAME: data, f"{stem}_a.png": b""}).diagnostics == ()
    (found,) = check_files({NAME: data, "figures/other/Figure_1.png": b""}).diagnostics
    assert found.rule == "docx/figure-without-file"


def test_the_place_is_the_paragraph_and_its_words(clean):
    data = repacked(
        clean,
        "word/document.xml",
        lambda old: old.replace(RUN.encode(), run("<w:highlight w:val='red'/>").encode()),
    )
    looked = check_files({NAME: data})
    (found,) = looked.diagnostics
    source = looked.sources[found.span.path]
    assert source.text[found.span.start : found.span.end] == "All."
    assert source.line(source.position(found.span.start).line) == "All."


def test_a_fault_in_a_footnote_names_the_part(said, clean):
    data = repacked(
        clean,
        "word/footnotes.xml",
        lambda old: re.sub(
            rb"(<w:t [^>]*>)Foot", rb"\1Error! Reference source not found. Foot", old
        ),
    )
    (found,) = check_files({NAME: data}).diagnostics
    assert (found.rule, found.span.path) == (
        "docx/broken-reference", f"{NAME}/word/footnotes.xml",
    )  # fmt: skip


def test_a_rule_that_finds_thousands_says_how_many(clean):
    row = OPEN.replace("BodyText", "Heading1") + "</w:p>"
    data = repacked(
        clean,
        "word/document.xml",
        lambda old: old.replace(OPEN.encode(), (row * 3000 + OPEN).encode(), 1),
    )
    found = check_files({NAME: data}).diagnostics
    assert len(found) == MOST + 1
    assert sum("2950 more" in str(one.message) for one in found) == 1


def bomb() -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b" " * 70_000_000)
    return target.getvalue()


@pytest.mark.parametrize("kind", ["empty", "old", "cut", "text", "leaves", "entities", "bomb"])
def test_a_hostile_file_is_refused_in_a_sentence(clean, kind):
    entity = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///x">]><x>&a;</x>'
    data = {
        "empty": lambda: b"",
        "old": lambda: b"\xd0\xcf\x11\xe0 old Word",
        "cut": lambda: clean[:3000],
        "text": lambda: b"<html>",
        "leaves": lambda: repacked(clean, "../evil.xml", lambda _: b"<x/>"),
        "entities": lambda: repacked(clean, "word/styles.xml", lambda _: entity),
        "bomb": bomb,
    }[kind]()
    (found,) = check_files({NAME: data}).diagnostics
    assert found.rule == "docx/unreadable-file"
    assert str(found.message).startswith(("Word file", "`prEN", "part `word/styles.xml`"))


def test_macros_are_told_and_never_run(clean):
    data = repacked(
        clean,
        "[Content_Types].xml",
        lambda old: old.replace(b"wordprocessingml.document.main", b"macroEnabled.main"),
    )
    (found,) = check_files({NAME: data}).diagnostics
    assert (found.rule, str(found.message)) == (
        "docx/active-content", "part `word/document.xml` can run",
    )  # fmt: skip


def test_every_row_of_the_catalogue_is_answered():
    rows = {row for fault in FAULTS for row in fault.catalogue}
    assert rows == {f"DOC-{number:02}" for number in range(1, 15)}
