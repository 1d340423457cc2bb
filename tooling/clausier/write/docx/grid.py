"""The grid of a table: which cell stands at which column, with all that span."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from clausier.model.block import Cell, Row, Table

_WIDEST = 63
"""Word's limit of columns."""


class Slot(Struct, frozen=True):
    """A place in a row: a cell, or (`cell` None) the room below one that spans rows, or nothing."""

    column: int
    columns: int
    cell: Cell | None = None
    merged: bool = False


def rows(block: Table) -> tuple[Row, ...]:
    """All rows of a table, those of its head first."""
    return (*block.head, *block.body)


def slots(block: Table) -> Iterator[list[Slot]]:
    """The places of each row, those that a cell of an earlier row reaches into among them."""
    every = rows(block)
    heights: dict[int, tuple[int, int]] = {}
    width = min(_WIDEST, max(1, block.columns))
    for index, row in enumerate(every):
        left = len(every) - index
        yield _placed(row, heights, width, min(left, 10_000))


def _placed(row: Row, heights: dict[int, tuple[int, int]], width: int, left: int) -> list[Slot]:
    made: list[Slot] = []
    at = 0
    for cell in row.cells:
        at = _reach(made, heights, at)
        columns = max(1, min(cell.columns, _WIDEST - at))
        made.append(Slot(at, columns, cell, merged=cell.rows > 1))
        if cell.rows > 1:
            heights[at] = (min(cell.rows, left) - 1, columns)
        at += columns
    at = _reach(made, heights, at)
    if at < width:
        made.append(Slot(at, width - at))
    return made


def _reach(made: list[Slot], heights: dict[int, tuple[int, int]], at: int) -> int:
    while heights.get(at, (0, 0))[0] > 0:
        rows, columns = heights[at]
        heights[at] = (rows - 1, columns)
        made.append(Slot(at, columns, None, merged=True))
        at += columns
    return at
