"""Plain text as nodes: each is verbatim, or stands for one sign."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.model.inline import Text
from clausier.read.layout import Leaf
from clausier.read.reading import Reading
from clausier.source.place import Span


def texts(reading: Reading, leaf: Leaf, first: int, last: int) -> Iterator[Text]:
    """The characters `first` to `last` of a leaf; a line break reads as a space."""
    text = leaf.text
    at = first
    while (brk := text.find("\n", at, last)) >= 0:
        left = len(text[at:brk].rstrip(" ")) + at
        if left > at:
            yield from _line(reading, leaf, at, left)
        at = brk + 1
        while at < last and text[at] == " ":
            at += 1
        yield _break(reading, leaf, left, at)
    if at < last:
        yield from _line(reading, leaf, at, last)


def _break(reading: Reading, leaf: Leaf, left: int, right: int) -> Text:
    start = leaf.end(left)
    end = leaf.at(right) if right < len(leaf.text) else leaf.end(right)
    return Text(reading.span(start, max(start, end)), " ")


def _line(reading: Reading, leaf: Leaf, first: int, last: int) -> Iterator[Text]:
    start = leaf.at(first)
    value = leaf.text[first:last]
    source, path = reading.source.text, reading.source.path
    if source.startswith(value, start):
        yield Text(Span(path, start, start + last - first), value)
        return
    for begin, end in _verbatim(leaf, first, last):
        start = leaf.at(begin)
        value = leaf.text[begin:end]
        if source.startswith(value, start):
            yield Text(Span(path, start, start + end - begin), value)
        elif begin == first or leaf.at(begin - 1) != start:
            yield Text(Span(path, start, start + 1), value if value.strip() else " ")


def _verbatim(leaf: Leaf, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The runs of a line whose characters stand side by side in the source."""
    begin = first
    for index in range(first + 1, last):
        if leaf.at(index) != leaf.at(index - 1) + 1:
            yield begin, index
            begin = index
    yield begin, last
