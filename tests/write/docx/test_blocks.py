"""Each construct as Word has it: the right style, the right label, the right numbering."""

from __future__ import annotations

import zipfile
from io import BytesIO

from lxml import etree

from clausier.pipeline import compile_folder
from clausier.write import docx as writer

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_notes_and_what_continues_them(written):
    made = written("NOTE A short one.\n\n!!! note\n\n    First.\n\n    Second.\n\n    - a dash\n")
    assert made.texts("Note") == ["NOTE 1|A short one.", "NOTE 2|First."]
    assert made.texts("Notecontinued") == ["Second."]
    assert made.texts("ListContinue1-") == ["a dash"]


def test_a_note_to_entry_has_a_colon(written):
    head = "id: queue\nkind: term\nterm: queue\nadmitted: [line]\ndeprecated: [tail]\n"
    term = f"---\n{head}---\n\nrow\n\nNOTE Long.\n"
    made = written("Text.\n", **{"en/03-terms/queue.md": term.encode()})
    assert made.texts("TermNum") == ["3.1"]
    assert made.texts("Terms") == ["queue"]
    assert made.texts("AltTerms") == ["line"]
    assert made.texts("DeprecatedTerms") == ["DEPRECATED: tail"]
    assert made.texts("Note") == ["Note 1 to entry: Long."]


def test_lists_start_anew(written):
    made = written("1. one\n2. two\n\nText.\n\n1. again\n")
    used = [n.get(f"{W}val") for n in made.document.iter(f"{W}numId")]
    assert len(set(used)) == 2 and used[0] == used[1] != used[2]


def test_nested_lists_use_the_next_sign(written):
    made = written("1. one\n    1. in one\n        1. deep\n\nText.\n\n- dash\n    1. in a dash\n")
    levels = {
        text: p.find(f"{W}pPr/{W}numPr/{W}ilvl").get(f"{W}val")
        for p in made.document.iter(f"{W}p")
        if p.find(f"{W}pPr/{W}numPr/{W}ilvl") is not None
        for text in ["".join(p.itertext())]
    }
    assert levels == {"one": "0", "in one": "1", "deep": "2", "in a dash": "1"}


def test_an_ordered_list_within_dashes_begins_with_a_letter_at_its_own_depth(written):
    made = written("- dash\n    - dash\n        1. in dashes\n            1. deep\n")
    numbering = etree.fromstring(made.parts["word/numbering.xml"])
    formats = []
    for p in made.document.iter(f"{W}p"):
        if "".join(p.itertext()) in ("in dashes", "deep"):
            level, number = (
                p.find(f"{W}pPr/{W}numPr/{W}{name}").get(f"{W}val") for name in ("ilvl", "numId")
            )
            (num,) = numbering.findall(f'{W}num[@{W}numId="{number}"]')
            abstract = num.find(f"{W}abstractNumId").get(f"{W}val")
            (kind,) = numbering.findall(f'{W}abstractNum[@{W}abstractNumId="{abstract}"]')
            row = kind.find(f'{W}lvl[@{W}ilvl="{level}"]')
            formats.append((level, row.find(f"{W}numFmt").get(f"{W}val")))
    assert formats == [("2", "lowerLetter"), ("3", "decimal")]


def test_a_caption_is_counted_by_word(written):
    made = written("Table: Limits {#tab-a}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nSee @tab-a.\n")
    assert made.texts("Tabletitle") == ["Table\u00a01\u00a0— Limits"]
    codes = [(n.text or "").strip() for n in made.document.iter(f"{W}instrText")]
    assert "SEQ Table \\* ARABIC" in codes
    assert "REF tab_a_label \\h" in codes


def test_the_table_repeats_its_head_and_spans_cells(written):
    made = written(
        '<table><thead><tr><th>Day</th><th colspan="2">Men</th></tr></thead><tbody>'
        '<tr><td rowspan="2">Monday</td><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>'
        "</tbody></table>\n"
    )
    assert len(list(made.document.iter(f"{W}tblHeader"))) == 1
    assert [n.get(f"{W}val") for n in made.document.iter(f"{W}gridSpan")] == ["2"]
    assert [n.get(f"{W}val") for n in made.document.iter(f"{W}vMerge")] == ["restart", None]


def test_a_table_has_its_footnotes_in_letters(written):
    made = written(
        '!!! table "Limits {#tab-a}"\n\n    Units: Dimensions in minutes\n\n    | a[^x] |\n'
        "    |---|\n    | 1 |\n\n    Key\n\n    P\n    :   people\n\n    NOTE A note.\n\n"
        "    [^x]: Only here.\n"
    )
    assert made.texts("Dimension100") == ["Dimensions in minutes"]
    assert made.texts("Tablefootnote") == ["a|Only here."]
    assert made.texts("TableKeyText") == ["P|people"]
    assert made.texts("Tablenote") == ["NOTE|A note."]
    assert b"footnoteReference" not in made.parts["word/document.xml"]


def test_a_footnote_called_twice_is_one(written):
    made = written("First[^1] and again[^1].\n\n[^1]: The note.\n")
    assert len(list(made.document.iter(f"{W}footnoteReference"))) == 1
    assert b"NOTEREF footnote_1" in made.parts["word/document.xml"]
    assert made.parts["word/footnotes.xml"].count(b"The note.") == 1


def test_untitled_and_run_in_subclauses_carry_their_numbers(written):
    made = written(
        "## {#one}\n\nFirst.\n\n## Second {#two .run-in}\n\nText.\n\n## Third {#three}\n"
    )
    assert made.texts("p2") == ["First.", "Second Text."]
    numbered = [
        p for p in made.document.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "p2"
    ]
    assert all(p.find(f"{W}pPr/{W}numPr") is not None for p in numbered)


def test_what_a_person_may_click(written):
    made = written("A [link](https://example.org/?a=1&b=2) and [words](@own).\n\n## Own {#own}\n")
    anchors = [n.get(f"{W}anchor") for n in made.document.iter(f"{W}hyperlink")]
    assert "own" in anchors
    assert b"https://example.org/?a=1&amp;b=2" in made.parts["word/_rels/document.xml.rels"]


def test_a_warning_a_quotation_and_code(written):
    made = written("!!! warning\n\n    Hot.\n\n> Said.\n>\n> Source: Someone\n\n```\na\n  b\n```\n")
    assert made.texts("Warningtext") == ["WARNING — Hot."]
    assert made.texts("Disp-quotep") == ["Said."]
    assert made.texts("Disp-quoteattrib") == ["Source: Someone"]
    assert made.texts("Code") == ["a/  b"]


def document(data: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml")


def test_lines_are_numbered_on_demand(mini):
    compiled = compile_folder(mini)
    plain = writer.write(compiled.resolved, compiled.files)
    numbered = writer.write(compiled.resolved, compiled.files, line_numbers=True)
    name = "prEN_99901_(E).docx"
    assert b"lnNumType" not in document(plain.files[name])
    assert b"lnNumType" in document(numbered.files[name])


def test_the_label_of_a_note_has_room_in_every_language(written):
    """`ANMERKUNG 1` is wider than `NOTE 1`: the words after it begin further to the right."""
    places = {}
    for language in ("en", "fr", "de"):
        made = written("NOTE Text.\n", language)
        styles = etree.fromstring(made.parts["word/styles.xml"])
        for style in ("Note", "Noteindent", "Example", "Tablenote"):
            (row,) = styles.findall(f'{W}style[@{W}styleId="{style}"]')
            tab = row.find(f"{W}pPr/{W}tabs/{W}tab").get(f"{W}pos")
            places[language, style] = int(tab)
    assert [places["en", style] for style in ("Note", "Noteindent", "Example")] == [965, 1368, 1355]
    assert places["fr", "Note"] == 965
    assert places["de", "Note"] > 1400 and places["de", "Noteindent"] == places["de", "Note"] + 403
    assert places["de", "Tablenote"] > places["en", "Tablenote"]
