"""Figures, tables and formulae as CEN's editors can take them over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from clausier.review.word.file import Para, WordFile, value
from clausier.review.word.rule import Found, word_rule
from clausier.source.diagnostic import Severity, say
from clausier.source.place import Span
from clausier.write.docx.markup import PIC, A, M, R, W

_W, _A, _M, _R, _PIC = (f"{{{space}}}" for space in (W, A, M, R, PIC))
_FIGURE = re.compile(r"(?:Figure|Bild)\s+((?:[A-Z]{1,2}\.)?[0-9]+)")
FIGURES = "figures"
"""The folder of a submission in which the figures lie, by document."""


@word_rule(Severity.WARNING, "DOC-07")
def figure_not_embedded(file: WordFile) -> Iterator[Found]:
    """A picture is linked, not embedded.

    Whoever opens the file elsewhere sees an empty frame. Break the link in Word (File, Info, Edit
    Links), so that the picture is kept in the file.
    """
    for paragraph in file.document.paragraphs:
        if any(blip.get(f"{_R}link") for blip in paragraph.node.iter(f"{_A}blip")):
            yield Found(paragraph.span, say("linked picture"), say("embed the picture"))


@word_rule(Severity.WARNING, "DOC-07")
def figure_without_file(file: WordFile) -> Iterator[Found]:
    """A figure of a submission has no file of its own.

    CEN asks for figures as separate files too, named after their numbers; `clausier submit` puts
    them in the folder `figures`. A file that lies in no submission is not looked at.
    """
    stems = {str(PurePosixPath(path).with_suffix("")) for path in file.beside}
    if not any(path.startswith(f"{FIGURES}/") for path in file.beside):
        return
    own = PurePosixPath(file.path).stem
    for paragraph in file.document.paragraphs:
        found = _FIGURE.match(paragraph.text) if paragraph.style.endswith("figuretitle") else None
        name = f"{FIGURES}/{own}/Figure_{found[1]}" if found else ""
        if found and not any(s == name or s.startswith(f"{name}_") for s in stems):
            yield Found(
                paragraph.span,
                say("figure {0} has no file of its own", found[1]),
                say("add `{0}` with the picture", name),
            )


@word_rule(Severity.WARNING, "DOC-08")
def irregular_table(file: WordFile) -> Iterator[Found]:
    """The rows of a table have not the same number of columns.

    A converted table needs a grid: every row fills it, with cells that span where they must. Merge
    or split cells until all rows end together.
    """
    for table, span in _tables(file):
        widths = {_columns(row) for row in table.iterchildren(f"{_W}tr")}
        if len(widths) > 1:
            yield Found(
                span,
                say("table with rows of {0} columns", " / ".join(map(str, sorted(widths)))),
                say("let every row fill the grid"),
            )


@word_rule(Severity.WARNING, "DOC-08")
def table_without_header(file: WordFile) -> Iterator[Found]:
    """The first row of a table is not marked as its header.

    Marked, it repeats on every page, and whoever listens to the table hears what a column means.
    In Word: Table Layout, Repeat Header Rows.
    """
    for table, span in _tables(file):
        rows = list(table.iterchildren(f"{_W}tr"))
        if len(rows) > 1 and rows[0].find(f"{_W}trPr/{_W}tblHeader") is None:
            yield Found(span, say("table without a header row"), say("repeat its first row"))


def _tables(file: WordFile) -> Iterator[tuple[Any, Span]]:
    """Every table that says something in columns, with the place of its first words.

    What a layout uses a table for (a formula with its number) has no borders and no header.
    """
    places = {paragraph.node: paragraph for paragraph in file.document.paragraphs}
    for table in file.document.root.iter(f"{_W}tbl"):
        inside = [places[node] for node in table.iter(f"{_W}p") if node in places]
        if inside and not any(one.style in _LAYOUTS for one in inside):
            yield table, _first(inside)


_LAYOUTS = ("formula", "keytext", "keytitle", "tablekeytext", "dl", "figuregraphic")


def _first(inside: list[Para]) -> Span:
    return next((one.span for one in inside if one.text.strip()), inside[0].span)


def _columns(row: Any) -> int:
    before = value(row, "trPr", "gridBefore") or "0"
    after = value(row, "trPr", "gridAfter") or "0"
    spans = [value(cell, "tcPr", "gridSpan") or "1" for cell in row.iterchildren(f"{_W}tc")]
    held = [
        value(cell, "tcPr", "gridSpan") or "1"
        for control in row.iterchildren(f"{_W}sdt")
        for cell in control.iter(f"{_W}tc")
    ]
    every = (before, after, *spans, *held)
    return sum(int(number) for number in every if number.isdecimal() and len(number) < 6)


@word_rule(Severity.WARNING, "DOC-12")
def picture_of_formula(file: WordFile) -> Iterator[Found]:
    """A formula is a picture.

    A picture cannot be searched, read aloud or set anew. Write the formula with Word's equation
    editor.
    """
    for paragraph in file.document.paragraphs:
        node = paragraph.node
        if paragraph.style != "formula" or next(node.iter(f"{_M}oMath"), None) is not None:
            continue
        if next(node.iter(f"{_PIC}pic", f"{_W}object", f"{_W}pict"), None) is not None:
            yield Found(
                paragraph.span, say("formula as a picture"), say("write it in the equation editor")
            )
