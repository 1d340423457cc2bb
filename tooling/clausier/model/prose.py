"""A run of inlines as plain text in which every character still knows its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import NamedTuple, assert_never

from msgspec import Struct

from clausier.model.inline import (
    Break,
    Code,
    Emphasis,
    FootnoteMark,
    Formula,
    Image,
    Inline,
    Link,
    Mark,
    Reference,
    Strong,
    Subscript,
    Superscript,
    Text,
)  # fmt: skip
from clausier.source.place import Span

OBJECT = "\ufffc"
"""Stands for what is no word (a reference, a formula, code) where nobody says how it reads."""


class Piece(NamedTuple):
    """From `at` on, the text comes from `span`, character by character if `verbatim`."""

    at: int
    span: Span
    verbatim: bool


class Prose(Struct, frozen=True):
    """Plain text with the places of its characters; `starts` is where each piece begins."""

    text: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The place in the source of the characters `start` to `end` of the text (start < end)."""
        first, last = self._piece(start), self._piece(max(start, end - 1))
        begin = first.span.start + (start - first.at if first.verbatim else 0)
        stop = last.span.start + (end - last.at) if last.verbatim else last.span.end
        return Span(first.span.path, begin, max(begin, stop))

    def _piece(self, offset: int) -> Piece:
        return self.pieces[max(0, bisect_right(self.starts, offset) - 1)]


def unread(inline: Inline) -> str:
    """What stands for an inline that is no plain text: an object sign, or nothing for a mark."""
    return "" if isinstance(inline, FootnoteMark | Mark) else OBJECT


def prose(roots: Iterable[Inline], shown: Callable[[Inline], str] = unread) -> Prose:
    """The text of `roots`; `shown` says how references, formulas, code and marks read."""
    texts: list[str] = []
    pieces: list[Piece] = []
    starts: list[int] = []
    at = 0
    for value, span, verbatim in _runs(roots, shown):
        if value:
            texts.append(value)
            pieces.append(Piece(at, span, verbatim))
            starts.append(at)
            at += len(value)
    return Prose("".join(texts), tuple(pieces), tuple(starts))


def _runs(
    roots: Iterable[Inline], shown: Callable[[Inline], str]
) -> Iterable[tuple[str, Span, bool]]:
    for inline in roots:
        match inline:
            case Text(span=span, value=value):
                yield value, span, len(value) == span.end - span.start
            case Break(span=span):
                yield "\n", span, False
            case Emphasis() | Strong() | Subscript() | Superscript() | Link():
                yield from _runs(inline.children, shown)
            case Reference(children=children) if children:
                yield from _runs(children, shown)
            case Reference() | Code() | Formula() | FootnoteMark() | Image() | Mark():
                yield shown(inline), inline.span, False
            case _:
                assert_never(inline)
