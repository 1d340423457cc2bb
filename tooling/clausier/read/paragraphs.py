"""Paragraphs, and what a paragraph becomes by its first words: notes, examples, warnings."""

from __future__ import annotations

from clausier.model.block import Admonition, Block, Example, Note, Paragraph
from clausier.model.inline import Inline
from clausier.read import faults
from clausier.read.attributes import Attributes, at_end, identifier, known, name
from clausier.read.figures import read_figure
from clausier.read.labels import CAUTIONS, LABEL, NOTES, TYPED
from clausier.read.layout import Leaf
from clausier.read.nodes import read_mark
from clausier.read.page import Page
from clausier.read.text import texts
from clausier.source.diagnostic import say
from clausier.source.place import Span


def read_paragraph(page: Page, whole: Leaf) -> Block:
    """The block that a paragraph's text becomes."""
    if whole.text.startswith("![") and (figure := read_figure(page, whole)):
        return figure
    leaf, given = at_end(page.reading, whole)
    known(page.reading, given, "id", "provision")
    span = page.span(whole)
    label = LABEL.match(leaf.text)
    if label is None:
        _look_for_labels(page, leaf)
        return paragraph(page, leaf, span, given)
    inside = leaf.cut(label.end())
    rest = page.reading.span(inside.at(0) if inside.text else span.end, span.end)
    inner = (paragraph(page, inside, rest, None, given),) if inside.text else ()
    place = page.reading.place(leaf, label.start("label"), label.end("label"))
    if not inner:
        page.reading.report(
            faults.EMPTY_BLOCK,
            place,
            say("`{0}` without text", label["label"]),
            say("write the text behind the label"),
        )
    word, id = label["word"] or NOTES[0], name(identifier(page.reading, given))
    if word in CAUTIONS:
        return Admonition(span, CAUTIONS[word], inner, id)
    made = Note if word in NOTES else Example
    return made(span, place, inner, id)


def paragraph(
    page: Page, leaf: Leaf, span: Span, given: Attributes | None, marks: Attributes | None = None
) -> Paragraph:
    """A paragraph; a list of attributes behind it may name it and mark what it is."""
    inlines = page.inlines(leaf)
    named = marks or given
    marked = named.get("provision") if named else None
    if marked is not None:
        mark = read_mark(page.reading, marked.value, marked.span)
        inlines = (*inlines, mark) if mark else inlines
    return Paragraph(span, inlines, name(identifier(page.reading, given)))


def plain_paragraph(page: Page, leaf: Leaf) -> Paragraph:
    """A paragraph of which nothing is read but its letters."""
    inlines: tuple[Inline, ...] = tuple(texts(page.reading, leaf, 0, len(leaf.text)))
    return Paragraph(page.span(leaf), inlines)


def _look_for_labels(page: Page, leaf: Leaf) -> None:
    if leaf.text.startswith(("!!!", "???")):
        page.reading.report(
            faults.UNKNOWN_ADMONITION,
            page.reading.place(leaf, 0, min(len(leaf.text), 3)),
            say("`{0}` does not begin a block that is known", leaf.text.split("\n")[0][:40]),
            say("write `!!! note` and indent the text below it by four spaces"),
        )
    labels = list(TYPED.finditer(leaf.text))
    if len(labels) == 1 and labels[0].start() > 0:
        return
    for match in labels:
        page.reading.report(
            faults.TYPED_MARKER,
            page.reading.place(leaf, *match.span("label")),
            say("the label `{0}` of a list item is typed", match["label"]),
            say("write `1.` or `-` and leave an empty line before the list"),
        )
