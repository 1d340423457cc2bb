"""The lines of a body as Python-Markdown is shown them, and the way back to their places.

Python-Markdown says nothing of places. So before it reads, one letter of each line is exchanged
for a letter that occurs nowhere in the text (a *mark*, an ideograph that no standard uses); what
Python-Markdown makes of the line, the mark is still in it, and says where the line came from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct, field

from clausier.source.place import Source

_TAB = 4
_FIRST_MARK, _LAST_MARK = 0x20000, 0x2A6DF
MARK = re.compile(f"[{chr(_FIRST_MARK)}-{chr(_LAST_MARK)}]")

_NO_LIST_NUMBER = r"(?!\d*\.(?:[ ]|$))"
_ONE = re.compile(rf"[^\s#=\-_*+\d.>|:`\\!\"\[\]^{{}}()'<~?]|(?<!\d)\d{_NO_LIST_NUMBER}")
_EACH = re.compile(rf"(?<![^\W_])(?:[^\W\d_]|\d{_NO_LIST_NUMBER})")


class Line(Struct, frozen=True):
    """A line or a part of one: `start` is the place of its first character.

    Where tabs were made spaces, `columns` says the place of each character.
    """

    text: str
    start: int
    columns: tuple[int, ...] | None = None

    def at(self, column: int) -> int:
        """The place of a character of this line."""
        return self.start + column if self.columns is None else self.columns[column]

    def cut(self, first: int, last: int | None = None) -> Line:
        """The characters `first` to `last` of this line."""
        end = len(self.text) if last is None else last
        columns = None if self.columns is None else self.columns[first : end + 1]
        return Line(self.text[first:end], self.at(first), columns)


class Leaf(Struct, frozen=True):
    """Running text with places: its characters from `starts[i]` on stand at `offsets[i]` and on."""

    text: str
    starts: tuple[int, ...]
    offsets: tuple[int, ...]

    def at(self, index: int) -> int:
        """The place of a character."""
        piece = bisect_right(self.starts, index) - 1
        return self.offsets[piece] + index - self.starts[piece]

    def end(self, index: int) -> int:
        """The place where the characters before `index` end."""
        return self.at(index - 1) + 1 if index else self.offsets[0]

    def cut(self, first: int, last: int | None = None) -> Leaf:
        """The characters `first` to `last`."""
        end = len(self.text) if last is None else last
        inside = [
            (max(start, first) - first, offset + max(0, first - start))
            for start, offset, stop in self._pieces()
            if stop > first and start < max(end, first + 1)
        ] or [(0, self.end(first))]
        starts, offsets = zip(*inside, strict=True)
        return Leaf(self.text[first:end], starts, offsets)

    def strip(self) -> Leaf:
        """Without the white space around it."""
        left = len(self.text) - len(self.text.lstrip())
        right = max(left, len(self.text.rstrip()))
        return self if right - left == len(self.text) else self.cut(left, right)

    def _pieces(self) -> Iterator[tuple[int, int, int]]:
        return zip(self.starts, self.offsets, (*self.starts[1:], len(self.text)), strict=True)


def lines_of(source: Source, start: int, end: int) -> list[Line]:
    """The lines between two places, tabs made spaces; of blank ones nothing remains."""
    lines: list[Line] = []
    at = start
    for text in source.text[start:end].split("\n"):
        lines.append(_line(text, at))
        at += len(text) + 1
    return lines


def _line(text: str, at: int) -> Line:
    if not text.strip(" \t"):
        return Line("", at)
    if "\t" not in text:
        return Line(text, at)
    spaced: list[str] = []
    columns: list[int] = []
    for index, sign in enumerate(text):
        width = _TAB - len(columns) % _TAB if sign == "\t" else 1
        spaced.append(" " * width if sign == "\t" else sign)
        columns.extend([at + index] * width)
    return Line("".join(spaced), at, (*columns, at + len(text)))


class Layout(Struct):
    """The lines of a body with their marks; the cursor stands behind what was last looked up."""

    lines: list[Line]
    marks: dict[str, tuple[int, int]] = field(default_factory=dict)
    letters: dict[int, str] = field(default_factory=dict)
    free: int = _FIRST_MARK
    cursor: int = 0
    column: int = 0

    def marked(self) -> str:
        """The text for Python-Markdown."""
        taken = self._taken()
        shown: list[str] = []
        for number, line in enumerate(self.lines):
            text = line.text
            if text and ("]:" in text or "!!!" in text):
                shown.append(self._each(number, text, taken))
            else:
                shown.append(self._one(number, text, taken))
        return "\n".join(shown) + "\n\n"

    def _taken(self) -> frozenset[str]:
        found: set[str] = set()
        for line in self.lines:
            if not line.text.isascii():
                found.update(MARK.findall(line.text))
        return frozenset(found)

    def _one(self, number: int, text: str, taken: frozenset[str]) -> str:
        match = _ONE.search(text)
        if match is None:
            return text
        at = match.start()
        return text[:at] + self._mark(number, at, text[at], taken) + text[at + 1 :]

    def _each(self, number: int, text: str, taken: frozenset[str]) -> str:
        return _EACH.sub(lambda m: self._mark(number, m.start(), m[0], taken), text)

    def _mark(self, number: int, column: int, letter: str, taken: frozenset[str]) -> str:
        while taken and chr(self.free) in taken:
            self.free += 1
        if self.free > _LAST_MARK:
            return letter
        mark = chr(self.free)
        self.marks[mark] = (number, column)
        self.letters[self.free] = letter
        self.free += 1
        return mark

    def plain(self, text: str) -> str:
        """`text` as the author wrote it."""
        return text if text.isascii() else text.translate(self.letters)

    def leaf(self, text: str) -> Leaf:
        """What Python-Markdown gave back, as the author wrote it and with its places."""
        parts: list[Line] = []
        for part in text.split("\n"):
            line, column = self.find(part)
            parts.append(line.cut(column, column + len(part)))
        return leaf_of(parts)

    def find(self, text: str) -> tuple[Line, int]:
        """The line that a piece of a line came from, and the column where it begins."""
        for match in MARK.finditer(text):
            place = self.marks.get(match[0])
            if place is not None:
                number, column = place
                self.cursor, self.column = number, column - match.start() + len(text)
                return self.lines[number], column - match.start()
        return self._search(text)

    def _search(self, text: str) -> tuple[Line, int]:
        """The next line that ends with a text of signs only, or holds it."""
        if not text:
            line = self.lines[self.cursor]
            return line, min(self.column, len(line.text))
        for is_place in (_ends_with, str.find):
            column = self.column
            for number in range(self.cursor, len(self.lines)):
                at = is_place(self.lines[number].text, text, column)
                if at >= 0:
                    self.cursor, self.column = number, at + len(text)
                    return self.lines[number], at
                column = 0
        line = self.lines[self.cursor]
        return Line(text, line.at(min(self.column, len(line.text)))), 0


def _ends_with(line: str, text: str, column: int) -> int:
    bare = line.rstrip()
    at = len(bare) - len(text.rstrip())
    if at < column or not bare.startswith(text.rstrip(), at):
        return -1
    return at if at == 0 or line[at - 1] in " >:" else -1


def leaf_of(parts: list[Line]) -> Leaf:
    """Lines joined to running text."""
    if len(parts) == 1 and parts[0].columns is None:
        return Leaf(parts[0].text, (0,), (parts[0].start,))
    starts: list[int] = []
    offsets: list[int] = []
    at = 0
    for part in parts:
        columns = part.columns or (part.start,)
        starts.extend(range(at, at + len(columns)))
        offsets.extend(columns)
        at += len(part.text) + 1
    return Leaf("\n".join(part.text for part in parts), tuple(starts), tuple(offsets))
