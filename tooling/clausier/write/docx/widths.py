"""How wide the columns of a table are: by what they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clausier.model.block import Block, Cell, List, Paragraph
from clausier.model.inline import Inline, Text
from clausier.model.prose import prose
from clausier.model.walk import blocks, own_inlines
from clausier.write.docx.grid import Slot

SIGN = 115
"""The mean width of a character in a table, in twips."""
PADDING = 250
_LONGEST = 60
_INDENT = 5
"""The room that the sign of a list item takes, in characters."""
_NARROW = 0.6


def widths(
    grid: Iterable[Sequence[Slot]], columns: int, available: int, framed: bool
) -> tuple[int, ...]:
    """The widths of the columns in twips; together at most `available`.

    A table that needs little room is no wider than it must be, unless notes are `framed` in it; one
    that needs more than there is shares what is left after each column has room for its longest
    word.
    """
    least, wished = [3] * columns, [3] * columns
    for row in grid:
        for slot in row:
            if slot.columns == 1 and slot.cell is not None:
                length, word = measured(slot.cell)
                wished[slot.column] = max(wished[slot.column], min(length, _LONGEST))
                least[slot.column] = max(least[slot.column], min(word, _LONGEST // 2))
    narrowest = int(available * _NARROW) if framed else 0
    return _shared(
        [n * SIGN + PADDING for n in least],
        [n * SIGN + PADDING for n in wished],
        available,
        narrowest,
    )


def _shared(least: list[int], wished: list[int], available: int, narrowest: int) -> tuple[int, ...]:
    total = sum(wished)
    if total <= available:
        full = available if total > available * _NARROW else max(total, narrowest)
        return tuple(width * full // total for width in wished)
    room = available - sum(least)
    if room <= 0:
        return tuple(max(1, width * available // sum(least)) for width in least)
    more = [max(0, wish - width) for wish, width in zip(wished, least, strict=True)]
    share = max(1, sum(more))
    return tuple(width + room * extra // share for width, extra in zip(least, more, strict=True))


def measured(cell: Cell) -> tuple[int, int]:
    """How many characters the longest paragraph of a cell has, and its longest word."""
    match cell.blocks:
        case ():
            return 0, 0
        case (Paragraph(inlines=(Text(value=value),)),):
            return _lengths(value)
        case inner:
            found = list(_texts(inner, 0))
            return max((n for n, _ in found), default=0), max((w for _, w in found), default=0)


def _texts(inner: Iterable[Block], indent: int) -> Iterator[tuple[int, int]]:
    """Length and longest word of each text, with the room that the indent of its list takes."""
    for block in inner:
        if isinstance(block, List):
            for item in block.items:
                yield from _texts(item.blocks, indent + _INDENT)
            continue
        for found in blocks((block,)):
            for run in own_inlines(found):
                length, word = _lengths(prose(run, _shown).text)
                yield length + indent, word + indent


def _shown(inline: Inline) -> str:
    return "□" * min(12, max(1, inline.span.end - inline.span.start))


def _lengths(text: str) -> tuple[int, int]:
    return len(text), max(map(len, text.split()), default=0)
