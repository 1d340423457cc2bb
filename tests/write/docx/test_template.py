"""A template of the user's: served where it can be, refused in words where not."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm

from clausier.pipeline import compile, folder
from clausier.write import docx as writer

BODY = (
    "1. one\n2. two\n\n- dash\n\nNOTE A note.\n\n## Own {#own}\n\n### {#untitled}\n\nText[^1].\n\n"
    "Table: Limits {#tab-a}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nSee @tab-a and @own.\n\n"
    "[^1]: Foot.\n"
)


def template(*names: str) -> bytes:
    """A Word template made by hand: a page of its own, a header, and some styles by name."""
    made = docx.Document()
    for name in names:
        made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.sections[0].page_width = Mm(200)
    made.sections[0].header.paragraphs[0].text = "Committee header"
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def repacked(data: bytes, **more: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, more.get(name, old.read(name)))
        for name in more.keys() - set(old.namelist()):
            new.writestr(name, more[name])
    return target.getvalue()


def test_its_styles_page_and_header_are_used(written, lint, schema_faults):
    made = written(
        BODY, template="t.docx", **{"t.docx": template("Note", "Table title", "TermNum")}
    )
    assert "write/unusable-template" not in made.faults
    assert made.texts("Note") == ["NOTE|A note."]
    assert b'w:w="11339"' in made.parts["word/document.xml"]
    assert any(b"Committee header" in data for data in made.parts.values())
    assert [fault for fault in lint(made.data) if "paragraph without" not in fault] == []
    ours = ("word/document.xml", "word/footnotes.xml")
    assert [fault for fault in schema_faults(made.data) if fault.startswith(ours)] == []


def test_what_it_lacks_is_said_and_the_nearest_is_used(written):
    made = written(BODY, template="t.docx", **{"t.docx": template()})
    assert "write/lacking-styles" in made.faults
    used = set(re.findall(rb'<w:pStyle w:val="([^"]*)"', made.parts["word/document.xml"]))
    known = set(re.findall(rb'w:styleId="([^"]*)"', made.parts["word/styles.xml"]))
    assert used <= known


def test_a_renamed_style_is_found_by_the_file_beside_it(written):
    data = template("Remarque")
    made = written(
        BODY, template="t.docx", **{"t.docx": data, "t.docx.json": b'{"Note": "Remarque"}'}
    )
    assert made.texts("Remarque") == ["NOTE|A note."]


def test_a_table_title_that_counts_itself_is_told_not_to(written):
    numbered = re.sub(
        rb'(<w:style [^>]*w:styleId="Tabletitle">.*?)(</w:style>)',
        rb'\1<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>\2',
        zipfile.ZipFile(BytesIO(template("Table title"))).read("word/styles.xml"),
        flags=re.DOTALL,
    )
    data = repacked(template("Table title"), **{"word/styles.xml": numbered})
    made = written(BODY, template="t.docx", **{"t.docx": data})
    title = made.parts["word/document.xml"].partition(b'w:val="Tabletitle"/>')[2]
    assert b'<w:numId w:val="0"/>' in title[:120]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xd0\xcf\x11\xe0 old Word",
        template()[:2000],
        repacked(template(), **{"../evil.xml": b"<x/>"}),
        repacked(template(), **{"word/styles.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
        repacked(
            template(),
            **{
                "word/_rels/settings.xml.rels": b'<Relationships xmlns="http://schemas.openxml'
                b'formats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://x/'
                b'attachedTemplate" Target="http://example.org/x.dotm" TargetMode="External"/>'
                b"</Relationships>"
            },
        ),
    ],
    ids=["empty", "old", "cut", "leaves", "entities", "external"],
)
def test_a_template_that_must_not_be_used_is_refused(written, data, lint):
    made = written(BODY, template="t.docx", **{"t.docx": data})
    assert "write/unusable-template" in made.faults
    assert lint(made.data) == []


def test_a_zip_bomb_is_refused(written):
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b" " * 70_000_000)
    made = written(BODY, template="t.docx", **{"t.docx": target.getvalue()})
    assert "write/unusable-template" in made.faults


def test_a_missing_template_is_reported(written):
    assert "write/unusable-template" in written(BODY, template="none.dotx").faults


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def written_with(mini: Path, folders: tuple[str, ...]) -> dict[str, bytes]:
    """Every Word file of the invented standard, which each of `folders` holds with a template."""
    files = dict(folder(mini))
    name = "clauses/everyday-service"
    standard = files[f"{name}/standard.yml"].decode().splitlines()
    kept = [line for line in standard if not line.startswith("template:")]
    for other in folders:
        files[f"{other}/standard.yml"] = "\n".join([*kept, "template: t.docx"]).encode()
        files[f"{other}/t.docx"] = template("Note")
    resolved = compile(files).resolved
    return dict(writer.write(resolved, files).files)


def test_the_proceedings_take_the_template_of_the_standard(mini, lint):
    made = written_with(mini, ("clauses/everyday-service",))
    data = made["counter-day-2023_(E).docx"]
    assert any(b"Committee header" in part for part in parts(data).values())
    assert [fault for fault in lint(data) if "paragraph without" not in fault] == []


def test_the_proceedings_take_none_where_there_are_several(mini):
    made = written_with(mini, ("clauses/everyday-service", "clauses/other"))
    data = made["counter-day-2023_(E).docx"]
    assert not any(b"Committee header" in part for part in parts(data).values())


def encrypted(data: bytes) -> bytes:
    """The file with the flag of encryption on every entry."""
    signed = bytearray(data)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = signed.find(sign)
        while place >= 0:
            signed[place + at] |= 1
            place = signed.find(sign, place + 4)
    return bytes(signed)


def changed(part: str, old: bytes, new: bytes) -> bytes:
    made = template("Note")
    with zipfile.ZipFile(BytesIO(made)) as archive:
        text = archive.read(part)
    assert old in text
    return repacked(made, **{part: text.replace(old, new)})


@pytest.mark.parametrize(
    "data",
    [
        encrypted(template()),
        changed("[Content_Types].xml", b"document.main+xml", b"macroEnabled.main+xml"),
        changed("word/numbering.xml", b"</w:numbering>", b""),
        changed("word/styles.xml", b"</w:styles>", b""),
        changed("word/document.xml", b"</w:document>", b""),
        changed("_rels/.rels", b'officeDocument"', b'nothing"'),
        repacked(template(), **{"word/header1.xml": b"<w:hdr"}),
    ],
    ids=["encrypted", "macros", "numbering", "styles", "document", "no document", "header"],
)
def test_a_template_that_is_broken_inside_is_refused(written, data, lint):
    made = written(BODY, template="t.docx", **{"t.docx": data})
    assert "write/unusable-template" in made.faults
    assert lint(made.data) == []


def test_odd_names_in_a_template_stay_names(written):
    odd = changed("word/styles.xml", b'w:styleId="Note"', b'w:styleId="N&amp;&quot;te"')
    made = written(BODY, template="t.docx", **{"t.docx": odd})
    assert made.texts('N&"te') == ["NOTE|A note."]
    space = b'<w:pgSz xmlns:x="urn:x" x:y="1" '
    made = written(BODY, template="t.docx", **{
        "t.docx": changed("word/document.xml", b"<w:pgSz ", space)
    })  # fmt: skip
    assert "write/unusable-template" not in made.faults
    kind = changed("word/document.xml", b'w:type="default"', b'w:type="&quot;&lt;"')
    assert written(BODY, template="t.docx", **{"t.docx": kind}).texts("Note") == ["NOTE|A note."]


def test_a_file_that_we_wrote_serves_as_a_template(written, lint, schema_faults):
    first = written(BODY)
    made = written(BODY, template="t.docx", **{"t.docx": first.data})
    assert made.faults == ()
    assert made.texts() == first.texts()
    assert lint(made.data) == [] and schema_faults(made.data) == []
