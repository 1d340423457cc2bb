"""A table of words for the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clausier.cli.voice import Voice


def table(heads: Sequence[str], rows: Sequence[Mapping[str, object]], voice: Voice) -> str:
    """Columns as wide as their widest cell, the heads (translated) above a line."""
    named = [voice.text(head) for head in heads]
    cells = [[str(row.get(head, "")) for head in heads] for row in rows]
    widths = [
        max(len(name), *(len(row[index]) for row in cells)) if cells else len(name)
        for index, name in enumerate(named)
    ]
    lines = [_line(named, widths), "  ".join("─" * width for width in widths)]
    return "\n".join([*lines, *(_line(row, widths) for row in cells)])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
