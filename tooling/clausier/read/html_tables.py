"""HTML tables: for cells that span rows or columns."""

from __future__ import annotations

import re

from msgspec import Struct, field

from clausier.model.block import Alignment, Block, Cell, Paragraph, Row, Table
from clausier.read import faults
from clausier.read.cut import Cut
from clausier.read.layout import Leaf, Line, leaf_of, lines_of
from clausier.read.page import Page
from clausier.read.paragraphs import plain_paragraph
from clausier.read.tables import Caption, read_caption
from clausier.read.tags import Tag, attributes, inspect
from clausier.source.diagnostic import say

_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.DOTALL)
_PARTS = (
    "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "colgroup", "col",
)  # fmt: skip
_CELLS = ("th", "td", "caption")
_ALIGNED: dict[str, Alignment] = {"left": "left", "center": "centre", "right": "right"}
_ALIGN = re.compile(r"text-align\s*:\s*(left|center|right)")
_MOST = {"colspan": 100, "rowspan": 1000}


class _Open(Struct):
    """What has been read of a table so far; `cell` is the tag of the cell that is open."""

    head: list[Row] = field(default_factory=list)
    body: list[Row] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    caption: Caption | None = None
    stray: list[Block] = field(default_factory=list)
    row: int | None = None
    in_head: bool = False
    cell: Tag | None = None
    depth: int = 0


def read_html_table(page: Page, cut: Cut) -> tuple[Table, Caption | None, list[Block]]:
    """A table, the title its `<caption>` gives, and what stands between its cells by mistake."""
    table = _Open()
    text = page.reading.source.text
    at = cut.start
    for match in _TAG.finditer(text, cut.start, cut.end):
        tag = Tag(page.reading.span(*match.span()), match.start(), match.end(), match[0])
        if tag.raw.startswith("<!--"):
            continue
        if _is_inside_cell(table, tag):
            continue
        _text(page, table, at, match.start())
        at = match.end()
        if inspect(page.reading, tag, _PARTS):
            _part(page, table, tag)
    _text(page, table, at, cut.end)
    _end_row(page, table, cut.end)
    return _made(page, cut, table), table.caption, table.stray


def _is_inside_cell(table: _Open, tag: Tag) -> bool:
    """Whether a tag belongs to the text of the open cell; it is read with that text."""
    if table.cell is None:
        return False
    if tag.name == "table":
        table.depth += -1 if tag.closes else 1
        if table.depth < 0:
            table.depth = 0
            return False
        return True
    return table.depth > 0 or tag.name not in _PARTS


def _text(page: Page, table: _Open, first: int, last: int) -> None:
    """The text between two tags: a cell's, or a stray's."""
    tag, table.cell = table.cell, None
    lines = _dedented(lines_of(page.reading.source, first, last))
    if tag is None:
        if any(line.text.strip() for line in lines):
            _stray(page, table, lines)
        return
    if tag.name == "caption":
        table.caption = read_caption(page, _joined(lines))
        return
    filled = [line for line in lines if line.text.strip()]
    blocks: tuple[Block, ...] = ()
    if len(filled) == 1:
        leaf = _joined(filled)
        inlines = page.inlines(leaf)
        blocks = (Paragraph(page.span(leaf), inlines),) if inlines else ()
    elif filled:
        blocks = page.within(page, lines)
    given = attributes(tag.raw)
    table.cells.append(
        Cell(
            page.reading.span(tag.span.start, max(last, tag.span.end)),
            blocks,
            tag.name == "th",
            _spanned(page, tag, given, "colspan"),
            _spanned(page, tag, given, "rowspan"),
            _alignment(given),
        )
    )


def _stray(page: Page, table: _Open, lines: list[Line]) -> None:
    leaf = _joined([line for line in lines if line.text.strip()])
    page.reading.report(
        faults.STRAY,
        page.span(leaf),
        say("this text stands in no cell"),
        say("put it into a cell or below the table"),
    )
    table.stray.append(plain_paragraph(page, leaf))


def _part(page: Page, table: _Open, tag: Tag) -> None:
    if tag.name in _CELLS and not tag.closes:
        if tag.name != "caption" and table.row is None:
            table.row = tag.span.start
        table.cell = tag
    elif tag.name == "tr":
        _end_row(page, table, tag.span.end if tag.closes else tag.span.start)
        table.row = None if tag.closes else tag.span.start
    elif tag.name in ("thead", "tbody", "tfoot"):
        _end_row(page, table, tag.span.start)
        table.in_head = tag.name == "thead" and not tag.closes


def _end_row(page: Page, table: _Open, end: int) -> None:
    if table.row is None:
        return
    row = Row(page.reading.span(table.row, end), tuple(table.cells))
    if table.cells:
        first = not table.body and all(cell.header for cell in table.cells)
        (table.head if table.in_head or first else table.body).append(row)
    table.cells, table.row = [], None


def _spanned(page: Page, tag: Tag, given: dict[str, str], key: str) -> int:
    text = given.get(key, "1").strip()
    if text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= _MOST[key]:
        return int(text)
    page.reading.report(
        faults.RAGGED_ROW,
        tag.span,
        say("`{0}` of a cell is `{1}`", key, text[:20]),
        say("write a number from 1 to {0}", _MOST[key]),
    )
    return 1


def _alignment(given: dict[str, str]) -> Alignment | None:
    match = _ALIGN.search(given.get("style", ""))
    return _ALIGNED.get(match[1] if match else given.get("align", "").lower())


def _made(page: Page, cut: Cut, table: _Open) -> Table:
    columns = 0
    for rows in (table.head, table.body):
        columns = max(columns, *_widths(rows), 0, 0)
    for rows in (table.head, table.body):
        for row, width in zip(rows, _widths(rows), strict=True):
            if width != columns:
                page.reading.report(
                    faults.RAGGED_ROW,
                    page.reading.span(row.span.start, row.span.start + 3),
                    say("cells in this row: {0}; columns of the table: {1}", width, columns),
                    say("give each row as many cells as the table has columns"),
                )
    if not table.head and not table.body:
        page.reading.report(
            faults.EMPTY_BLOCK,
            page.reading.span(cut.start, cut.start + 6),
            say("table without rows"),
            say("write the rows or delete the table"),
        )
    span = page.reading.span(cut.start, cut.end)
    return Table(span, None, (), columns, tuple(table.head), tuple(table.body))


def _widths(rows: list[Row]) -> list[int]:
    """How many columns each row fills, cells that reach down from rows above counted."""
    widths: list[int] = []
    reaching: list[tuple[int, int]] = []
    for row in rows:
        width = sum(columns for _, columns in reaching) + sum(cell.columns for cell in row.cells)
        widths.append(width)
        reaching = [(left - 1, columns) for left, columns in reaching if left > 1]
        reaching += [(cell.rows - 1, cell.columns) for cell in row.cells if cell.rows > 1]
    return widths


def _dedented(lines: list[Line]) -> list[Line]:
    """Lines without the indentation they share; the first begins behind a tag."""
    rest = [len(line.text) - len(line.text.lstrip(" ")) for line in lines[1:] if line.text.strip()]
    shared = min(rest, default=0)
    first = len(lines[0].text) - len(lines[0].text.lstrip(" "))
    return [
        lines[0].cut(first),
        *(line.cut(min(shared, len(line.text))) for line in lines[1:]),
    ]


def _joined(lines: list[Line]) -> Leaf:
    return leaf_of(lines or [Line("", 0)]).strip()
