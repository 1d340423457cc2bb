"""What is taken out of a body before Python-Markdown reads it: code, formulae, comments, tables.

In the place of each stands a paragraph of one letter, so that it keeps its place in lists, notes
and containers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal

from msgspec import Struct

from clausier.read import faults
from clausier.read.labels import CAPTION
from clausier.read.layout import Leaf, Line
from clausier.read.reading import DEEPEST, Reading
from clausier.source.diagnostic import say

_FENCE = re.compile(
    r"(?P<fence>`{3,}|~{3,})[ ]*(?:\{(?P<attrs>[^\n]*)\}|\.?(?P<lang>[\w#.+-]*)"
    r"(?:[ ]+hl_lines=(?:\"[^\"]*\"|'[^']*'))?)[ ]*"
)
_FENCE_END = re.compile(r"[ ]*(?:`{3,}|~{3,})[ ]*")
_CLASS = re.compile(r"\.([\w#+-]+)")
_ONE_FORMULA = re.compile(r"\$\$(?P<tex>(?:[^$]|\\\$)+)\$\$[ ]*(?P<attrs>\{[^{}]*\})?[ ]*")
_FORMULA_END = re.compile(r"(?P<tex>[^$]*)\$\$[ ]*(?P<attrs>\{[^{}]*\})?[ ]*")
_TABLE = re.compile(r"<(/?)table\b[^<>]*>", re.IGNORECASE)
_TABLE_OPENS = re.compile(r"<table(?:\s[^<>]*)?>", re.IGNORECASE)
_DEEP = re.compile(rf"(?:[ ]*(?:[-*+:]|\d{{1,9}}\.)(?=[ ])|[ ]*>){{{DEEPEST}}}")
_OPENERS = ("```", "~~~", "$$", "<!--", "<table", "<TABLE")
_CAPTIONS = re.compile(rf"^[ ]*{CAPTION.pattern}", re.MULTILINE)
_WIDEST = 4 * DEEPEST
_LONGEST_FORMULA = 60

Kind = Literal["code", "formula", "comment", "table", "text"]


class Cut(Struct, frozen=True):
    """A block that was taken out; `inner` is what stands between its marks, `info` what they say.

    `attributes` is the place of the attribute list behind a formula.
    """

    kind: Kind
    start: int
    end: int
    inner: tuple[int, int]
    info: str = ""
    attributes: tuple[int, int] | None = None
    indent: int = 0


class Cutter:
    """The lines of a body with the blocks that are cut out of them."""

    def __init__(self, reading: Reading, lines: list[Line]) -> None:
        self._reading = reading
        self._lines = lines
        self._starts = [line.start for line in lines]
        self._ends: dict[str, list[int]] | None = None
        self._may_end_comment = True
        self.lines: list[Line] = []
        self.cuts: dict[int, Cut] = {}

    def run(self) -> None:
        """Fill `lines` and `cuts` (by the number of the line that stands for them)."""
        number = 0
        while number < len(self._lines):
            line = self._lines[number]
            text = line.text.lstrip(" ")
            indent = len(line.text) - len(text)
            found = self._cut(number, text, indent) if text.startswith(_OPENERS) else None
            if found is None and len(text) > DEEPEST:
                found = self._deep(line, text, indent)
            if found is None:
                self._plain(number, line, text, indent)
                number += 1
            else:
                number = self._put(number, found, indent)

    def _plain(self, number: int, line: Line, text: str, indent: int) -> None:
        if indent > _WIDEST:
            line = line.cut(indent - _WIDEST)
        self.lines.append(line)
        if CAPTION.match(text) and number + 1 < len(self._lines):
            following = self._lines[number + 1].text.lstrip()
            if "|" in following or following.lower().startswith("<table"):
                self.lines.append(Line("", line.at(len(line.text))))

    def _put(self, number: int, cut: Cut, indent: int) -> int:
        blank = Line("", cut.start)
        self.cuts[len(self.lines) + 1] = cut
        shown = min(indent, _WIDEST)
        columns = (*(cut.start,) * shown, cut.start, cut.end)
        self.lines += [blank, Line(" " * shown + "x", cut.start, columns), blank]
        last = bisect_right(self._starts, cut.end, lo=number) - 1
        line = self._lines[last]
        column = next(
            (c for c in range(len(line.text)) if line.at(c) >= cut.end), len(line.text)
        )  # fmt: skip
        if not line.text[column:].strip():
            return last + 1
        rest = line.cut(column)
        skipped = len(rest.text) - len(rest.text.lstrip(" "))
        rest = rest.cut(skipped)
        self._lines[last] = Line(
            " " * indent + rest.text,
            rest.start,
            (*(rest.start,) * indent, *(rest.at(c) for c in range(len(rest.text) + 1))),
        )
        return last

    def _cut(self, number: int, text: str, indent: int) -> Cut | None:
        if text.startswith(("```", "~~~")):
            return self._code(number, text, indent)
        if text.startswith("$$"):
            return self._formula(number, text, indent)
        if text.startswith("<!--"):
            return self._comment(number, indent)
        return self._table(number, text, indent)

    def _code(self, number: int, text: str, indent: int) -> Cut | None:
        match = _FENCE.fullmatch(text)
        if match is None:
            return None
        end = self._fence_end(number, " " * indent + match["fence"])
        start = self._lines[number].at(indent)
        if end is None:
            self._unclosed(start, start + len(match["fence"]), match["fence"])
            return None
        language = match["lang"] or ""
        if match["attrs"] and (named := _CLASS.search(match["attrs"])):
            language = named[1]
        inside = self._lines[number + 1].start
        closing = self._lines[end]
        return Cut(
            "code", start, closing.at(len(closing.text.rstrip())),
            (inside, max(inside, closing.start - 1)), language, indent=indent,
        )  # fmt: skip

    def _fence_end(self, number: int, fence: str) -> int | None:
        if self._ends is None:
            self._ends = {}
            for index, line in enumerate(self._lines):
                if _FENCE_END.fullmatch(line.text):
                    self._ends.setdefault(line.text.rstrip(" "), []).append(index)
        ends = self._ends.get(fence, [])
        at = bisect_right(ends, number)
        return ends[at] if at < len(ends) else None

    def _formula(self, number: int, text: str, indent: int) -> Cut | None:
        line = self._lines[number]
        start = line.at(indent)
        match = _ONE_FORMULA.fullmatch(text)
        if match is not None:
            return self._equation(line, indent, start, start + 2, match)
        if "$$" in text[2:]:
            return None
        for later in range(number + 1, min(number + _LONGEST_FORMULA, len(self._lines))):
            other = self._lines[later]
            if not other.text:
                break
            match = _FORMULA_END.fullmatch(other.text)
            if match is not None:
                return self._equation(other, 0, start, start + 2, match)
        self._unclosed(start, start + 2, "$$")
        return None

    def _equation(
        self, line: Line, column: int, start: int, inside: int, match: re.Match[str]
    ) -> Cut:
        attributes = None
        if match["attrs"]:
            attributes = (
                line.at(column + match.start("attrs")),
                line.at(column + match.end("attrs")),
            )
        end = line.at(column + len(match[0].rstrip()))
        return Cut(
            "formula", start, end, (inside, line.at(column + match.end("tex"))),
            attributes=attributes,
        )  # fmt: skip

    def _comment(self, number: int, indent: int) -> Cut | None:
        start = self._lines[number].at(indent)
        close = -1
        if self._may_end_comment:
            close = self._reading.source.text.find("-->", start + 4, self._last())
        if close < 0:
            self._may_end_comment = False
            self._unclosed(start, start + 4, "<!--")
            return None
        return Cut("comment", start, close + 3, (start + 4, close))

    def _table(self, number: int, text: str, indent: int) -> Cut | None:
        if not _TABLE_OPENS.match(text) and not self._opens_over_lines(number, indent):
            return None
        start = self._lines[number].at(indent)
        depth = 0
        for match in _TABLE.finditer(self._reading.source.text, start, self._last()):
            depth += -1 if match[1] else 1
            if depth == 0:
                return Cut("table", start, match.end(), (start, match.end()))
        self._unclosed(start, start + 6, "<table>")
        last = number
        while last + 1 < len(self._lines) and self._lines[last + 1].text:
            last += 1
        end = self._lines[last].at(len(self._lines[last].text.rstrip()))
        return Cut("table", start, end, (start, end))

    def _opens_over_lines(self, number: int, indent: int) -> bool:
        start = self._lines[number].at(indent)
        return bool(_TABLE_OPENS.match(self._reading.source.text, start, self._last()))

    def _deep(self, line: Line, text: str, indent: int) -> Cut | None:
        match = _DEEP.match(text)
        if match is None or (len(set(text.replace(" ", ""))) == 1 and text[0] in "-*_"):
            return None
        start, end = line.at(indent), line.at(len(line.text.rstrip()))
        self._reading.report(
            faults.TOO_DEEP,
            self._reading.span(start, start + 1),
            say("lists or quotations are nested too deeply"),
            say("take the text apart"),
        )
        return Cut("text", start, end, (start, end))

    def _last(self) -> int:
        line = self._lines[-1]
        return line.at(len(line.text))

    def _unclosed(self, start: int, end: int, sign: str) -> None:
        self._reading.report(
            faults.UNCLOSED,
            self._reading.span(start, end),
            say("the end of `{0}` is missing", sign),
            say("write the end, or `\\` before the sign where it is meant as text"),
        )


def cut_out(reading: Reading, lines: list[Line]) -> tuple[list[Line], dict[int, Cut]]:
    """The lines that are left, and what was cut out by the line that stands for it."""
    first, last = lines[0].start, lines[-1].at(len(lines[-1].text))
    if not _is_worth_cutting(reading.source.text[first:last], lines):
        return lines, {}
    cutter = Cutter(reading, lines)
    cutter.run()
    return cutter.lines, cutter.cuts


def _is_worth_cutting(text: str, lines: list[Line]) -> bool:
    return (
        any(opener in text for opener in _OPENERS)
        or _CAPTIONS.search(text) is not None
        or " " * _WIDEST in text
        or "\t\t\t" in text
        or any(_DEEP.match(line.text) for line in lines if len(line.text) > DEEPEST)
    )


def raw(reading: Reading, cut: Cut) -> Leaf:
    """A cut as plain text, where its place is in the middle of other text."""
    return Leaf(reading.source.text[cut.start : cut.end], (0,), (cut.start,))
