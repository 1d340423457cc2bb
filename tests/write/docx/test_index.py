"""The index at the end of a Word file."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from tests.write.docx.conftest import STANDARD, W, parts, style_of, text
from tests.write.docx.test_template import template

from clausier.pipeline import Compiled, compile, folder
from clausier.resolve.index import MANY, by_letter, index
from clausier.resolve.resolved import Version
from clausier.review.word.check import check_files
from clausier.write import docx

ROOT = Path(__file__).parents[3]
WORKSPACES = (ROOT / "tests" / "corpus" / "mini", ROOT, ROOT / "tests" / "corpus" / "werkstatt")
NAMES = ["mini", "real", "werkstatt"]
TITLES = {"en": "Index", "fr": "Index", "de": "Stichwortverzeichnis"}
INDEX = ("IndexHead", "IndexLetter", "Index1")
TERMS = b"---\nid: terms\nkind: terms\n---\n"


@cache
def compiled(root: Path) -> Compiled:
    """A workspace whose standards ask for an index."""
    files = folder(root)
    asked = {path: files[path] + b"\nindex: true\n" for path in files if is_standard(path)}
    return compile(files.under(asked))


def is_standard(path: str) -> bool:
    return path.startswith("clauses/") and path.endswith("/standard.yml")


@cache
def output(root: Path) -> dict[str, bytes]:
    found = compiled(root)
    return dict(docx.write(found.resolved, found.files).files)


VERSIONS = [(version, root) for root in WORKSPACES for version in compiled(root).resolved.versions]
IDS = [f"{root.name}-{version.language.code}" for version, root in VERSIONS]


def document(version: Version, root: Path) -> etree._Element:
    return etree.fromstring(parts(output(root)[docx.file_name(version)])["word/document.xml"])


def paragraphs(root: etree._Element) -> list[etree._Element]:
    return list(root.iter(f"{W}p"))


@pytest.mark.parametrize(("version", "root"), VERSIONS, ids=IDS)
def test_valid_by_schema_and_lint_and_silent_by_the_rules_of_word_files(
    version, root, schema_faults, lint
):
    name = docx.file_name(version)
    data = output(root)[name]
    assert lint(data) == []
    assert schema_faults(data) == []
    assert check_files({name: data}).diagnostics == ()


@pytest.mark.parametrize(("version", "root"), VERSIONS, ids=IDS)
def test_it_is_the_last_and_says_what_was_found(version, root):
    found = paragraphs(document(version, root))
    start = next(n for n, p in enumerate(found) if style_of(p) == "IndexHead")
    assert text(found[start]) == TITLES[version.language.code]
    assert {style_of(p) for p in found[start + 1 :]} == {"Index1"}
    assert not {style_of(p) for p in found[:start]} & set(INDEX)
    lines = [text(p).replace("\u00a0", " ") for p in found[start + 1 :]]
    assert lines == [
        ", ".join((entry.words, *(number(version, id) for id in entry.places)))
        for entry in index(version)
    ]
    assert len(lines) > 3


def number(version: Version, id: str) -> str:
    target = version.targets[id]
    known = version.numbers.get(target.span)
    return known.label if known else version.titles[id]


@pytest.mark.parametrize(("version", "root"), VERSIONS, ids=IDS)
def test_every_number_is_a_field_of_the_bookmark_that_stands_there(version, root):
    """A field without `\\r` repeats the words within its bookmark: they are those it shows."""
    body = document(version, root)
    marked = {mark.get(f"{W}name"): inside(mark) for mark in body.iter(f"{W}bookmarkStart")}
    seen = 0
    for line in (p for p in body.iter(f"{W}p") if style_of(p) == "Index1"):
        assert len(list(line.iter(f"{W}instrText"))) == text(line).count(", ")
        for code, shown in fields(line):
            name, switch = re.fullmatch(r" REF (\w+) (\\r )?\\h ", code).groups()
            assert name in marked
            assert switch or marked[name] == shown
            seen += 1
    assert seen == sum(len(entry.places) for entry in index(version))


def fields(line: etree._Element) -> list[tuple[str, str]]:
    """Code and shown text of each field of a line, none of which holds another."""
    made: list[list[str]] = []
    open_ = False
    for node in line.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        if node.tag == f"{W}instrText":
            made.append([node.text, ""])
        elif node.tag == f"{W}fldChar":
            open_ = node.get(f"{W}fldCharType") == "separate"
        elif open_:
            made[-1][1] += node.text
    return [(code, shown) for code, shown in made]


def inside(mark: etree._Element) -> str:
    """The words of the paragraph from where a bookmark begins to where it ends."""
    said = ""
    for node in mark.itersiblings():
        if node.tag == f"{W}bookmarkEnd" and node.get(f"{W}id") == mark.get(f"{W}id"):
            break
        said += "".join(t.text or "" for t in node.iter(f"{W}t"))
    return said


@pytest.mark.parametrize(("version", "root"), VERSIONS, ids=IDS)
def test_it_stands_last_in_the_contents_and_leads_to_its_title(version, root):
    body = document(version, root)
    last = [p for p in body.iter(f"{W}p") if style_of(p) == "TOC1"][-1]
    assert re.fullmatch(TITLES[version.language.code] + r"\|[0-9]+", text(last))
    assert (last.find(f"{W}pPr/{W}ind") is not None) is (text(last).startswith("Index"))
    anchor = last.find(f"{W}hyperlink").get(f"{W}anchor")
    mark = next(m for m in body.iter(f"{W}bookmarkStart") if m.get(f"{W}name") == anchor)
    assert style_of(mark.getparent()) == "IndexHead"


@pytest.mark.parametrize("root", WORKSPACES, ids=NAMES)
def test_the_same_bytes_twice(root):
    found = compiled(root)
    assert dict(docx.write(found.resolved, found.files).files) == output(root)


@pytest.mark.parametrize("root", WORKSPACES, ids=NAMES)
def test_without_being_asked_there_is_none(root):
    files = folder(root)
    for data in docx.write(compile(files).resolved, files).files.values():
        body = parts(data)["word/document.xml"]
        assert not any(f'w:val="{style}"'.encode() in body for style in INDEX)


def terms(*names: str, template: str = "null") -> dict[str, bytes]:
    """The files of a document that asks for an index of these terms."""
    made = {
        f"en/03-terms/{at:02}.md": f"---\nid: t{at}\nkind: term\nterm: {name}\n---\n\nx\n".encode()
        for at, name in enumerate(names)
    }
    standard = STANDARD.replace("template: {template}", "template: t.docx\nindex: true")
    return {
        "standard.yml": standard.format(language="en").encode(),
        "en/03-terms.md": TERMS,
        **made,
    }


def test_letters_stand_above_many_entries(written, lint, schema_faults):
    names = [f"{'éàx1'[at % 4]}{at}" for at in range(MANY + 1)]
    made = written("Text.\n", **terms(*names))
    assert made.texts("IndexLetter") == ["A", "E", "X"]
    assert made.texts("Index1")[0].startswith("1")
    assert lint(made.data) == []
    assert schema_faults(made.data) == []


def test_a_template_is_asked_for_its_styles(written, lint):
    own = template("Index Head", "index 1", "Index Letter")
    made = written("A queue.\n", **terms("queue", template="t.docx"), **{"t.docx": own})
    assert made.texts("IndexHead") == ["Index"]
    assert made.texts("index1") == ["queue, 3.1, 4"]
    assert [fault for fault in lint(made.data) if "paragraph without" not in fault] == []


def test_a_template_that_lacks_its_styles_is_told_of():
    files = {"t.docx": template(), **terms("queue", template="t.docx")}
    files["en/04-waiting.md"] = b"---\nid: w\nkind: clause\ntitle: W\n---\n\nA queue.\n"
    known = {f"clauses/x/{path}": data for path, data in files.items()}
    said = docx.write(compile(known).resolved, known).diagnostics
    lacking = next(one for one in said if one.rule == "write/lacking-styles")
    assert {"Index Head", "index 1"} <= set(str(lacking.message.values[1]).split("`, `"))


def test_after_a_turned_table_it_stands_on_upright_pages(written, lint, schema_faults):
    wide = "A queue.\n\nTable: Wide {#tab-x .landscape}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    made = written(wide, **terms("queue"))
    assert made.texts("Index1") == ["queue, 3.1, 4"]
    sizes = [size.get(f"{W}orient") for size in made.document.iter(f"{W}pgSz")]
    assert sizes[-2:] == ["landscape", None]
    assert style_of(paragraphs(made.document)[-1]) == "Index1"
    assert lint(made.data) == []
    assert schema_faults(made.data) == []


def test_an_id_that_reads_like_its_own_takes_nothing_away(written, lint):
    made = written("## Index {#index}\n\nA queue.\n\n## Last {#last}\n\nText.\n", **terms("queue"))
    assert made.texts("Index1") == ["queue, 3.1, 4.1"]
    assert lint(made.data) == []


def test_of_many_letters_none_is_lost(written):
    names = [f"{chr(ord('a') + at % 26)}{at}" for at in range(MANY * 2)]
    made = written("Text.\n", **terms(*names))
    assert len(made.texts("IndexLetter")) == 26
    assert len(made.texts("Index1")) == MANY * 2
    assert by_letter(()) == ()
