"""What editing leaves in a file: changes of rows and sections, fields in pieces, fields that fetch."""

from __future__ import annotations

import pytest

from tests.review.word.test_rules import AUTHOR, RUN

CHANGE = f'{AUTHOR} w:date="2024-01-01T00:00:00Z"'


def field(*pieces: str) -> str:
    codes = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    return f"{begin}{codes}{middle}<w:r><w:t>Shown.</w:t></w:r>{end}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<w:tblHeader/>", f"<w:tblHeader/><w:ins {CHANGE}/>"),
        ("<w:tblHeader/>", f"<w:tblHeader/><w:del {CHANGE}/>"),
        ("</w:tblPr>", f"<w:tblPrChange {CHANGE}><w:tblPr/></w:tblPrChange></w:tblPr>"),
        ("</w:tblGrid>", f"<w:tblGridChange {CHANGE}/></w:tblGrid>"),
        ("</w:sectPr></w:body>",
         f"<w:sectPrChange {CHANGE}><w:sectPr/></w:sectPrChange></w:sectPr></w:body>"),
        ("</w:sectPr></w:pPr>",
         f"<w:sectPrChange {CHANGE}><w:sectPr/></w:sectPrChange></w:sectPr></w:pPr>"),
        (RUN, f"<w:moveTo {CHANGE}>{RUN}</w:moveTo>"),
    ],
)  # fmt: skip
def test_changes_of_rows_tables_and_sections_are_found(said, old, new):
    assert said(old, new) == [("docx/tracked-change", "tracked change by Ann")]


def test_a_change_of_a_row_is_told_at_its_first_cell(said, look):
    found = look("<w:tblHeader/>", f"<w:tblHeader/><w:ins {CHANGE}/>")
    assert found == ["a"]


@pytest.mark.parametrize("pieces", [(" REF gone ",), (" RE", "F go", "ne \\h "), (" ref gone",)])
def test_a_broken_reference_is_found_in_however_many_runs(said, pieces):
    assert said(RUN, RUN + field(*pieces)) == [
        ("docx/broken-reference", "reference to `gone`, which is not in the file")
    ]


def test_a_reference_in_pieces_that_holds_is_let_through(said):
    assert said(RUN, RUN + field(" R", "EF ow", "n \\h ")) == []
    assert said(RUN, RUN + field(" IF ", field(" PAGE "), " > 1 yes no")) == []


@pytest.mark.parametrize(
    "name", ["INCLUDETEXT", "INCLUDEPICTURE", "LINK", "DDE", "DDEAUTO", "DATABASE", "includetext"]
)
def test_a_field_that_fetches_is_found(said, name):
    told = [("docx/active-content", f"field `{name.upper()}` fetches from outside the file")]
    assert said(RUN, RUN + field(f' {name} "c:\\x.txt" ')) == told
    assert said(RUN, RUN + field(f" {name[:4]}", f'{name[4:]} "c:\\x.txt" ')) == told
    simple = f'<w:fldSimple w:instr=" {name} x "><w:r><w:t>Shown.</w:t></w:r></w:fldSimple>'
    assert said(RUN, RUN + simple) == told
    assert said(RUN, RUN + field(" IF ", field(f" {name} x"), " = 1 yes no")) == told


@pytest.mark.parametrize("code", [' HYPERLINK "https://x.org" ', " LINKED ", " PAGE ", " DDE_ "])
def test_other_fields_are_let_through(said, code):
    assert said(RUN, RUN + field(code)) == []
