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
    yield from _signs(reading, leaf, first, last)


def _signs(reading: Reading, leaf: Leaf, first: int, last: int) -> Iterator[Text]:
    """A line in which a tab reads as a space."""
    source = reading.source.text
    begin = first
    while begin < last:
        start = leaf.at(begin)
        end = begin
        while end < last and leaf.at(end) == start + end - begin:
            if not source.startswith(leaf.text[end], leaf.at(end)):
                break
            end += 1
        if end > begin:
            yield Text(reading.span(start, start + end - begin), leaf.text[begin:end])
        elif begin == first or leaf.at(begin - 1) != start:
            sign = leaf.text[begin]
            yield Text(reading.span(start, start + 1), sign if sign.strip() else " ")
        begin = max(end, begin + 1)
