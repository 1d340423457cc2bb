"""A source text and the places in it."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from msgspec import Struct


class Span(NamedTuple):
    """Characters `start` to `end` (end excluded) of the text of one file; both count from 0.

    A tuple, since there are tens of thousands of them and most facts are keyed by one.
    """

    path: str
    start: int
    end: int

    def first(self, length: int = 1) -> Span:
        """The first characters of this place, for a message that must not underline a page."""
        return Span(self.path, self.start, min(self.end, self.start + length))

    def holds(self, other: Span) -> bool:
        """Whether `other` lies within this place."""
        return self.path == other.path and self.start <= other.start and other.end <= self.end


class Position(Struct, frozen=True):
    """A place as people count it: line and column from 1, columns in characters."""

    line: int
    column: int


class Source(Struct, frozen=True):
    """The text of one file: line ends are `\\n`, a byte-order mark is gone.

    `newline` and `mark` remember what stood in the file, so that a fix can write it back as it was.
    Of a Word file, which has no lines, each paragraph is one: `paragraphs` says so.
    """

    path: str
    text: str
    starts: tuple[int, ...]
    newline: str = "\n"
    mark: bool = False
    paragraphs: bool = False

    @staticmethod
    def of(
        path: str, text: str, newline: str = "\n", mark: bool = False, *, paragraphs: bool = False
    ) -> Source:
        """A source from `text`, whose line ends are already `\\n`."""
        starts = [0]
        at = text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        return Source(path, text, tuple(starts), newline, mark, paragraphs)

    def position(self, offset: int) -> Position:
        """Line and column of a character; an offset beyond the text is its end."""
        inside = max(0, min(offset, len(self.text)))
        line = bisect_right(self.starts, inside)
        return Position(line, inside - self.starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of line `number` (from 1) without its line end."""
        start = self.starts[number - 1]
        end = self.starts[number] - 1 if number < len(self.starts) else len(self.text)
        return self.text[start:end]

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """A place in this text; without arguments, the whole of it."""
        return Span(self.path, start, len(self.text) if end is None else end)
