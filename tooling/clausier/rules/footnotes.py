"""A footnote has a text and a place that calls it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausier.check.nearest import Nearest, did_you_mean
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Part, Subject
from clausier.model.block import Figure, Footnote, Table
from clausier.model.inline import FootnoteMark
from clausier.model.walk import blocks, inlines, own_inlines
from clausier.source.diagnostic import Related, Severity, say
from clausier.source.place import Span


@rule(Severity.ERROR, dp2("26.4"), catalogue=("NEF-04", "STR-26"), alone=True)
def unknown_footnote(subject: Subject) -> Iterator[Finding]:
    """A footnote is called that has no text.

    The reader would see a raised number and find nothing at the foot of the page. Write the text
    as `[^label]: …` in the same file (in the same table, for a footnote of a table).
    """
    for part in subject.parts:
        for mark, footnote in _calls(part):
            if footnote is None:
                nearest = Nearest(footnote.label for footnote in part.footnotes)
                yield Finding(
                    mark.span,
                    say("the footnote `{0}` has no text", mark.label),
                    did_you_mean(
                        nearest(mark.label), say("write its text as `[^{0}]: …`", mark.label)
                    ),
                )


@rule(Severity.ERROR, dp2("26.4"), catalogue=("NEF-04",), alone=True)
def unused_footnote(subject: Subject) -> Iterator[Finding]:
    """A footnote is called nowhere.

    Its text would belong to nothing and is not printed. Call it with `[^label]` after the word
    that it explains, or delete it.
    """
    for part in subject.parts:
        called = {footnote.span for _, footnote in _calls(part) if footnote}
        for footnote in _all(part):
            if footnote.span not in called:
                yield Finding(
                    _label(footnote),
                    say("nothing calls the footnote `{0}`", footnote.label),
                    say("call it with `[^{0}]`, or delete it", footnote.label),
                )


@rule(Severity.ERROR, dp2("26.3"), catalogue=("NEF-03",), alone=True)
def duplicate_label(subject: Subject) -> Iterator[Finding]:
    """Two footnotes of a file have the same label.

    Only the first of them can be called. Give the second another label.
    """
    for part in subject.parts:
        for together in (part.footnotes, *(notes for _, notes in _framed(part))):
            first: dict[str, Footnote] = {}
            for footnote in together:
                other = first.setdefault(footnote.label, footnote)
                if other is not footnote:
                    yield Finding(
                        _label(footnote),
                        say("the footnote `{0}` has two texts", footnote.label),
                        say("give this one another label"),
                        (Related(_label(other), say("also defined here")),),
                    )


def _label(footnote: Footnote) -> Span:
    return footnote.span.first(len(footnote.label) + len("[^]"))


def _framed(part: Part) -> Iterator[tuple[Table | Figure, tuple[Footnote, ...]]]:
    """The tables and figures that have footnotes of their own, with these."""
    for block in part.contents.blocks:
        if isinstance(block, Table | Figure) and block.legend.footnotes:
            yield block, block.legend.footnotes


def _all(part: Part) -> Iterator[Footnote]:
    for _, footnotes in _framed(part):
        yield from footnotes
    yield from _first(part.footnotes).values()


def _calls(part: Part) -> Iterator[tuple[FootnoteMark, Footnote | None]]:
    """Each call with the footnote it calls: its table's or figure's, else the file's."""
    if not part.contents.footnote_marks:
        return
    inside: dict[Span, dict[str, Footnote]] = {}
    for frame, footnotes in _framed(part):
        labels = _first(footnotes)
        inside |= {mark.span: labels for mark in _marks(frame)}
    outside = _first(part.footnotes)
    for mark in part.contents.footnote_marks:
        yield mark, inside.get(mark.span, outside).get(mark.label) or outside.get(mark.label)


def _first(footnotes: Iterable[Footnote]) -> dict[str, Footnote]:
    found: dict[str, Footnote] = {}
    for footnote in footnotes:
        found.setdefault(footnote.label, footnote)
    return found


def _marks(frame: Table | Figure) -> Iterator[FootnoteMark]:
    for block in blocks((frame,)):
        for run in own_inlines(block):
            for inline in inlines(run):
                if isinstance(inline, FootnoteMark):
                    yield inline
