"""Places for the nodes of a drawing in columns: rows chosen so that few lines cross."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

SWEEPS = 6
GAP = 10
WIDEST = 200


class Box(Struct, frozen=True):
    """A node to be placed: its name, its column, its height."""

    name: str
    column: int
    height: int


class Placed(Struct, frozen=True):
    """Where the boxes stand: the top of each by its name, and the height of the whole."""

    tops: Mapping[str, int]
    height: int


Lines = Sequence[tuple[str, str]]


def placed(boxes: Sequence[Box], lines: Lines, free: frozenset[int]) -> Placed:
    """Each box in its column: those of the `free` columns near what they are joined to.

    The other columns keep the order that they came in, which readers know.
    """
    columns: dict[int, list[Box]] = {}
    for box in boxes:
        columns.setdefault(box.column, []).append(box)
    joined = _joined(lines)
    for _ in range(SWEEPS):
        for number in sorted(free & columns.keys()):
            columns[number] = _sorted(columns[number], joined, _middles(columns))
    height = max((_height(column) for column in columns.values()), default=0)
    tops: dict[str, int] = {}
    for column in columns.values():
        tops |= _tops(column, height)
    return Placed(tops, height)


def _joined(lines: Lines) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for start, end in lines:
        found.setdefault(start, []).append(end)
        found.setdefault(end, []).append(start)
    return found


def _middles(columns: Mapping[int, list[Box]]) -> dict[str, float]:
    """How far down its column the middle of each box is, from 0 to 1."""
    found: dict[str, float] = {}
    for column in columns.values():
        whole, at = _height(column), 0.0
        for box in column:
            found[box.name] = (at + box.height / 2) / whole
            at += box.height + GAP
    return found


def _sorted(
    column: list[Box], joined: Mapping[str, list[str]], middles: Mapping[str, float]
) -> list[Box]:
    def wanted(box: Box) -> float:
        others = [middles[name] for name in joined.get(box.name, ())]
        return sum(others) / len(others) if others else middles[box.name]

    return sorted(column, key=wanted)


def _height(column: Sequence[Box]) -> int:
    return sum(box.height for box in column) + GAP * (len(column) - 1)


def _tops(column: Sequence[Box], height: int) -> dict[str, int]:
    """The tops of a column's boxes, spread over the height but not torn apart."""
    spare = height - _height(column)
    gap = GAP + min(WIDEST, spare // (len(column) - 1) if len(column) > 1 else 0)
    at = (height - sum(box.height for box in column) - gap * (len(column) - 1)) // 2
    found: dict[str, int] = {}
    for box in column:
        found[box.name] = at
        at += box.height + gap
    return found
