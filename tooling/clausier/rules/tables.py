"""A table has a title and one head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.quantities import NUMBER, UNIT
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.model.block import Cell, Paragraph, Row, Table
from clausier.model.inline import Strong
from clausier.model.prose import prose
from clausier.source.diagnostic import Severity, say

_QUANTITY = re.compile(rf"[+−±<>≤≥]?[ \u00a0]?{NUMBER}[ \u00a0\u202f]?(?P<unit>{UNIT})")
_DIAGONAL = re.compile(r"\S\s*(?:\\|╲|⟍)\s*\S")


def _tables(subject: Subject) -> Iterator[Table]:
    for part in subject.parts:
        for block in part.contents.blocks if part.version else ():
            if isinstance(block, Table):
                yield block


@rule(Severity.WARNING, dp2("29.2"), catalogue=("TAB-02",), alone=True)
def no_title(subject: Subject) -> Iterator[Finding]:
    """A table has no title.

    Readers find a table by its number and its title, in the text and in lists. Write it on the
    line before the table: `Table: Limits {#tab-limits}`.
    """
    for table in _tables(subject):
        if not table.title:
            yield Finding(
                table.span.first(60),
                say("a table without a title"),
                say("write `Table: … {0}` before it", "{#tab-…}"),
            )


@rule(Severity.ERROR, dp2("29.3"), catalogue=("TAB-04",), alone=True)
def inner_head(subject: Subject) -> Iterator[Finding]:
    """A row of headings stands within a table.

    From there on the columns would mean something else, and the head that repeats on each page
    would be wrong. Begin a new table.
    """
    for table in _tables(subject):
        for row in table.body:
            last = row is table.body[-1]
            if len(row.cells) > 1 and (
                all(cell.header for cell in row.cells)
                or (not last and all(_is_bold(cell) for cell in row.cells))
            ):
                yield Finding(
                    row.cells[0].span,
                    say("a row of headings within a table"),
                    say("begin a new table, or make it a row like the others"),
                )


def _is_bold(cell: Cell) -> bool:
    """Whether a cell holds bold words and nothing else, no figures: what a row of sums does."""
    inlines = [
        each for block in cell.blocks if isinstance(block, Paragraph) for each in block.inlines
    ]
    text = _text(cell)
    return (
        text != ""
        and not any(sign.isdigit() for sign in text)
        and all(isinstance(each, Strong) for each in inlines)
    )


@rule(Severity.WARNING, dp2("29.3"), catalogue=("TAB-06",), alone=True)
def diagonal_head(subject: Subject) -> Iterator[Finding]:
    """A cell of the head names rows and columns at once.

    A head with a diagonal cannot be read aloud, and says which word belongs to which side only by
    its drawing. Write the word for the rows in this cell, and that for the columns in a row above
    them.
    """
    for table in _tables(subject):
        for cell in (cell for row in table.head for cell in row.cells):
            text = _text(cell)
            if _DIAGONAL.search(text):
                yield Finding(
                    cell.span,
                    say("`{0}` names rows and columns at once", text),
                    say("write a row above the columns for what they are"),
                )


@rule(Severity.WARNING, dp2("29.6"), catalogue=("TAB-06",), alone=True)
def unit_in_cells(subject: Subject) -> Iterator[Finding]:
    """All cells of a column say the same unit.

    The reader cannot see at a glance that the values are of one kind, and the unit is read again
    and again. Write it once in the head of the column, `Time (min)`.
    """
    for table in _tables(subject):
        rows = [row.cells for row in table.body]
        even = all(len(row) == table.columns for row in rows)
        for column in zip(*rows, strict=True) if even and len(rows) > 1 else ():
            found = [_QUANTITY.fullmatch(_text(cell)) for cell in column]
            units = {match["unit"] for match in found if match}
            if all(found) and len(units) == 1:
                yield Finding(
                    column[0].span,
                    say("each cell of this column says `{0}`", units.pop()),
                    say("write the unit in the head of the column"),
                )


@rule(Severity.INFO, dp2("29.5"), catalogue=("TAB-08",), alone=True)
def empty_cell(subject: Subject) -> Iterator[Finding]:
    """A cell is empty.

    The reader cannot tell what does not apply from what was forgotten. Write a dash where nothing
    applies.
    """
    for table in _tables(subject):
        for row in table.body:
            if any(_text(cell) for cell in row.cells):
                yield from _empty(row)


def _empty(row: Row) -> Iterator[Finding]:
    for cell in row.cells:
        added = cell.span.start == cell.span.end == row.span.end
        if not cell.blocks and not added:
            yield Finding(
                cell.span if cell.span.end > cell.span.start else row.span,
                say("an empty cell"),
                say("write a dash (`—`) where nothing applies"),
            )


def _text(cell: Cell) -> str:
    return " ".join(
        prose(block.inlines).text.strip() for block in cell.blocks if isinstance(block, Paragraph)
    )
