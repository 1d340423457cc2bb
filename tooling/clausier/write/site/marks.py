"""Where terms and verbal forms stand in the texts: looked up by place while text is written."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from msgspec import Struct

from clausier.resolve.resolved import Provision, TermUse, Version
from clausier.source.place import Span


class Mark(Struct, frozen=True):
    """A stretch of text that is a use of a term or the verb of a provision."""

    start: int
    end: int
    of: TermUse | Provision


Marks = Mapping[str, tuple[tuple[int, ...], tuple[Mark, ...]]]
"""By path: the ends of its marks, and the marks, in order; they do not overlap."""


def marks(version: Version) -> Marks:
    """The marks of a language version. Where two meet, the longer or earlier one stays."""
    by_path: dict[str, list[Mark]] = {}
    for uses in version.term_uses.values():
        for use in uses:
            by_path.setdefault(use.span.path, []).append(Mark(use.span.start, use.span.end, use))
    for provision in version.provisions:
        verb = provision.verb_span
        by_path.setdefault(verb.path, []).append(Mark(verb.start, verb.end, provision))
    return {path: _ordered(found) for path, found in by_path.items()}


def _ordered(found: Iterable[Mark]) -> tuple[tuple[int, ...], tuple[Mark, ...]]:
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.start, -mark.end)):
        if mark.end > mark.start and (not kept or mark.start >= kept[-1].end):
            kept.append(mark)
    return tuple(mark.end for mark in kept), tuple(kept)


def within(known: Marks, span: Span) -> tuple[Mark, ...]:
    """The marks that touch a place."""
    if span.path not in known:
        return ()
    ends, found = known[span.path]
    first = bisect_left(ends, span.start + 1)
    last = first
    while last < len(found) and found[last].start < span.end:
        last += 1
    return found[first:last]
