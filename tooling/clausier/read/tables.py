"""Pipe tables."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from msgspec import Struct

from clausier.model.block import Alignment, Cell, Paragraph, Row, Table
from clausier.model.inline import Inline
from clausier.read import faults
from clausier.read.attributes import LANDSCAPE, at_end, classes, identifier, known, name
from clausier.read.labels import CAPTION
from clausier.read.layout import Leaf
from clausier.read.page import Page
from clausier.source.diagnostic import say
from clausier.source.place import Span


class Caption(Struct, frozen=True):
    """The title of a table as it stands before it; `leaf` is its whole line."""

    leaf: Leaf
    title: tuple[Inline, ...] = ()
    id: str | None = None
    landscape: bool = False


def read_caption(page: Page, leaf: Leaf) -> Caption:
    """A title `Table: Title {#id}`, or the title of a container, read into its parts."""
    words, given = at_end(page.reading, leaf)
    known(page.reading, given, "id", "class")
    turned = LANDSCAPE in classes(page.reading, given, LANDSCAPE)
    match = CAPTION.match(words.text)
    title = page.inlines(words.cut(match.end()) if match else words)
    return Caption(leaf, title, name(identifier(page.reading, given)), turned)


def read_table(page: Page, element: Element) -> Table:
    """A pipe table without its title."""
    aligned = [_alignment(part) for part in (element.get("separator") or "").split("|")]
    rows = [_row(page, row, aligned, number == 0) for number, row in enumerate(element)]
    columns = max(len(row.cells) for row in rows)
    width = len(rows[0].cells)
    for row in rows:
        if len(row.cells) != width:
            _report(page, row.span, len(row.cells), width)
    rows = [_filled(page, row, columns) for row in rows]
    head = (rows[0],) if any(cell.blocks for cell in rows[0].cells) else ()
    span = page.reading.span(rows[0].span.start, rows[-1].span.end)
    return Table(span, None, (), columns, head, tuple(rows[1:]))


def _report(page: Page, span: Span, found: int, wanted: int) -> None:
    page.reading.report(
        faults.RAGGED_ROW,
        span,
        say("cells in this row: {0}; columns of the table: {1}", found, wanted),
        say("give each row as many cells as the first; leave an empty line after the table"),
    )


def _alignment(separator: str) -> Alignment | None:
    part = separator.strip()
    if part.startswith(":"):
        return "centre" if part.endswith(":") and len(part) > 1 else "left"
    return "right" if part.endswith(":") else None


def _row(page: Page, element: Element, aligned: list[Alignment | None], head: bool) -> Row:
    leaf = page.layout.leaf(element.text or "")
    at = len(leaf.text) - len(leaf.text.lstrip(" ")) + (1 if element.get("border") == "1" else 0)
    cells: list[Cell] = []
    for number, cell in enumerate(element):
        end = min(len(leaf.text), at + len(cell.text or ""))
        alignment = aligned[number] if number < len(aligned) else None
        cells.append(read_cell(page, leaf.cut(at, end), head, alignment))
        at = min(len(leaf.text), end + 1)
    bare = leaf.text.rstrip(" ")
    whole = leaf.cut(len(bare) - len(bare.lstrip(" ")), len(bare))
    return Row(page.span(whole), tuple(cells))


def read_cell(page: Page, whole: Leaf, head: bool, alignment: Alignment | None) -> Cell:
    """A cell from the text between two pipes."""
    stripped = whole.strip()
    leaf, given = at_end(page.reading, stripped)
    known(page.reading, given)
    inlines = page.inlines(leaf)
    blocks = (Paragraph(page.span(stripped), inlines),) if inlines else ()
    return Cell(page.span(whole), blocks, head, alignment=alignment)


def _filled(page: Page, row: Row, columns: int) -> Row:
    missing = columns - len(row.cells)
    if not missing:
        return row
    end = page.reading.span(row.span.end, row.span.end)
    header = bool(row.cells) and row.cells[0].header
    return Row(row.span, (*row.cells, *(Cell(end, (), header) for _ in range(missing))))
