"""Values as bytes that other programs read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping


def as_json(value: object) -> bytes:
    """Readable JSON with its accents, and a line end."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def as_csv(rows: Iterable[Mapping[str, object]]) -> bytes:
    """A table for a spreadsheet: UTF-8 with its mark, CRLF, cells that cannot become formulas.

    The first row's keys are the headings.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for index, row in enumerate(rows):
        if index == 0:
            writer.writerow(row)
        writer.writerow(_harmless(str(value)) for value in row.values())
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
