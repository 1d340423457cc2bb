"""Templates of every make: other prefixes and encodings, styles more, fewer and by other names."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from tests.cli.test_commands import clausier
from tests.write.docx.conftest import parts
from tests.write.docx.test_template import BODY

REMARK = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="{0}"><w:name w:val="{1}"/>'
    '<w:basedOn w:val="BodyText"/><w:pPr><w:ind w:left="{2}"/></w:pPr></w:style>'
)


def remade(data: bytes, change: Callable[[str, str], str], encoding: str = "utf-8") -> bytes:
    """A Word file with the text of each part of XML below `word/` changed."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts(data).items():
            if name.startswith("word/") and name.endswith(".xml"):
                content = change(name, content.decode()).encode(encoding)
            archive.writestr(name, content)
    return target.getvalue()


def styled(data: bytes, change: Callable[[str], str]) -> bytes:
    """A Word file with its styles changed."""
    return remade(data, lambda name, text: change(text) if name.endswith("styles.xml") else text)


def other_prefix(name: str, text: str) -> str:
    return re.sub(r"(</?|\s)w:", r"\1x:", text).replace("xmlns:w=", "xmlns:x=")


def utf_16(name: str, text: str) -> str:
    return text.replace('encoding="UTF-8"', 'encoding="UTF-16"')


def without(style: str) -> Callable[[str], str]:
    pattern = rf'<w:style [^>]*w:styleId="{style}">.*?</w:style>'

    def change(text: str) -> str:
        assert re.search(pattern, text)
        text = re.sub(rf'<w:next w:val="{style}"/>', "", re.sub(pattern, "", text))
        return text.replace(f'<w:basedOn w:val="{style}"/>', '<w:basedOn w:val="BodyText"/>')

    return change


@pytest.fixture
def own(written) -> bytes:
    """A file of ours, as a template in which nothing is wrong."""
    return written(BODY).data


@pytest.fixture
def sound(lint, schema_faults) -> Callable[[bytes], list[str]]:
    return lambda data: [*lint(data), *schema_faults(data)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("change", [other_prefix, lambda name, text: text], ids=["x", "w"])
def test_other_prefixes_and_encodings_are_no_other_template(written, own, sound, change, encoding):
    plain = written(BODY, template="t.docx", **{"t.docx": own})
    odd = remade(own, lambda name, text: utf_16(name, change(name, text)), encoding)
    if encoding == "utf-8":
        odd = remade(own, change)
    made = written(BODY, template="t.docx", **{"t.docx": odd})
    assert made.faults == ()
    assert made.parts["word/document.xml"] == plain.parts["word/document.xml"]
    assert sound(made.data) == []


def test_looks_of_characters_are_brought_to_other_prefixes(written, own, sound):
    odd = remade(styled(own, without("InlineCode")), other_prefix)
    made = written("Type `code`.\n", template="t.docx", **{"t.docx": odd})
    assert made.parts["word/styles.xml"].count(b'styleId="InlineCode"') == 1
    assert sound(made.data) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_doctype_is_refused_in_every_encoding(written, own, encoding):
    head = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>'

    def change(name: str, text: str) -> str:
        return head + text.partition("?>")[2].lstrip()

    made = written(BODY, template="t.docx", **{"t.docx": remade(own, change, encoding)})
    assert made.faults == ("write/unusable-template",)


def test_more_styles_are_kept(written, own, sound):
    row = REMARK.format("Remark", "Remark of the committee", 400)
    more = styled(own, lambda text: text.replace("</w:styles>", f"{row}</w:styles>"))
    made = written(BODY, template="t.docx", **{"t.docx": more})
    assert made.faults == ()
    assert b"Remark of the committee" in made.parts["word/styles.xml"]
    assert sound(made.data) == []


def test_renamed_styles_are_found_by_the_file_beside_it(written, own, sound):
    row = REMARK.format("Rem", "Remarque", 400)
    renamed = styled(
        own, lambda text: without("Note")(text).replace("</w:styles>", f"{row}</w:styles>")
    )
    mapping = {"t.docx": renamed, "t.docx.json": b'{"Note": "Remarque"}'}
    made = written(BODY, template="t.docx", **mapping)
    assert made.faults == ()
    assert made.texts("Rem") == ["NOTE|A note."]
    assert sound(made.data) == []


def test_missing_styles_are_named_and_the_nearest_stand_for_them(written, own, sound):
    gone = styled(own, lambda text: without("Tabletitle")(without("Note")(text)))
    made = written(BODY, template="t.docx", **{"t.docx": gone})
    assert made.faults == ("write/lacking-styles",)
    assert not {"Note", "Tabletitle"} & set(
        re.findall(r'w:pStyle w:val="(\w+)"', made.parts["word/document.xml"].decode())
    )
    assert sound(made.data) == []


def test_lists_of_the_template_keep_their_numbers(written, own, sound):
    def change(name: str, text: str) -> str:
        if not name.endswith("numbering.xml"):
            return text
        more = '<w:num w:numId="1005"><w:abstractNumId w:val="5"/></w:num>'
        return text.replace("</w:numbering>", f"{more}</w:numbering>")

    made = written(BODY, template="t.docx", **{"t.docx": remade(own, change)})
    assert made.faults == () and sound(made.data) == []


def test_a_changed_template_is_seen_at_the_next_build(mini: Path, tmp_path: Path, written) -> None:
    """Beside what was remembered of the text, which has not changed."""
    folder = tmp_path / "mini"
    shutil.copytree(mini, folder)
    place = folder / "clauses" / "everyday-service"
    kept = [
        line
        for line in (place / "standard.yml").read_text("utf-8").splitlines()
        if not line.startswith("template:")
    ]
    (place / "standard.yml").write_text("\n".join([*kept, "template: t.docx", ""]), "utf-8")
    own = written(BODY).data
    for left in ("400", "800"):
        row = REMARK.format("Rem", "Remarque", left)
        (place / "t.docx").write_bytes(
            styled(own, lambda text, row=row: text.replace("</w:styles>", f"{row}</w:styles>"))
        )
        assert clausier("build", "docx", cwd=folder).returncode == 0
        made = parts((folder / "build" / "docx" / "prEN_99901_(E).docx").read_bytes())
        assert (
            f'w:ind w:left="{left}"/></w:pPr></w:style></w:styles>'.encode()
            in made["word/styles.xml"]
        )


def test_a_template_that_fetches_is_refused(written, own):
    field = '<w:p><w:fldSimple w:instr=" DDEAUTO c:\\x "/></w:p></w:hdr>'

    def change(name: str, text: str) -> str:
        return text.replace("</w:hdr>", field) if "header" in name else text

    made = written(BODY, template="t.docx", **{"t.docx": remade(own, change)})
    assert made.faults == ("write/unusable-template",)
