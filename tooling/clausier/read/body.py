"""From the Markdown body of a file to the model. Start reading here."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from msgspec import Struct

from clausier.model.block import Block, Footnote
from clausier.model.clause import Allow, Clause, Kind
from clausier.read import faults
from clausier.read.blocks import Blocks, inner
from clausier.read.cut import cut_out
from clausier.read.headings import Obligation, sections
from clausier.read.layout import Layout, Line, lines_of
from clausier.read.markdown import machine, restart
from clausier.read.page import Page
from clausier.read.reading import Reading
from clausier.source.diagnostic import Diagnostic, say
from clausier.source.place import Source

MOST_LINES = 40_000
"""The lines of one body that can be told apart while it is read: some 800 pages."""


class Body(Struct, frozen=True):
    """What stands before the first heading, the subclauses, and what belongs to all of them."""

    blocks: tuple[Block, ...] = ()
    sections: tuple[Clause, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    allows: tuple[Allow, ...] = ()


def read_body(
    source: Source,
    start: int,
    end: int,
    language: str,
    owner: str,
    kind: Kind = "clause",
    obligation: Obligation = None,
) -> tuple[Body, tuple[Diagnostic, ...]]:
    """The body between two places of a source, and what is wrong with it; it never raises.

    `owner` is the id of the clause; `kind` and `obligation` are handed on to its subclauses.
    """
    lines = lines_of(source, start, end)
    if not any(line.text for line in lines):
        return Body(), ()
    reading = Reading(source, language, owner, machine())
    page, root = _page(reading, _not_too_many(reading, lines))
    read = Blocks(page, start, is_body=True)
    read.read(root.text, list(root), None)
    page.take_footnotes(root)
    found = sections(page, read, kind, obligation)
    _look_for_unused(page)
    first = read.headings[0][0] if read.headings else len(read.made)
    allows = tuple(sorted(reading.allows, key=lambda allow: allow.span))
    body = Body(tuple(read.made[:first]), found, tuple(page.footnotes), allows)
    return body, tuple(sorted(reading.found, key=lambda found: (found.span, found.rule)))


def _not_too_many(reading: Reading, lines: list[Line]) -> list[Line]:
    """The lines of a body, as many as can be told apart; what is left out is reported."""
    if len(lines) <= MOST_LINES:
        return lines
    first, last = lines[MOST_LINES], lines[-1]
    reading.report(
        faults.TOO_LONG,
        reading.span(first.start, last.at(len(last.text))),
        say("from here on the text is not read: it has more than {0} lines", MOST_LINES),
        say("divide the text into several files"),
    )
    return lines[:MOST_LINES]


def _page(reading: Reading, lines: list[Line]) -> tuple[Page, Element]:
    """The tree of blocks of some lines, and the page to read it with."""
    left, cuts = cut_out(reading, lines)
    page = Page(reading, Layout(left), cuts, inner, _within)
    text = page.layout.marked()
    try:
        root = reading.machine.blocks(text)
        _define(page)
    except RecursionError:
        reading.machine = restart()
        root = _flat(page, text)
    return page, root


def _flat(page: Page, text: str) -> Element:
    """A text that is nested too deeply, as paragraphs."""
    line = page.layout.lines[0]
    page.reading.report(
        faults.TOO_DEEP,
        page.reading.span(line.start, line.at(len(line.text))),
        say("this text is nested too deeply"),
        say("take the text apart"),
    )
    root = Element("div")
    for part in text.split("\n\n"):
        if part.strip():
            SubElement(root, "p").text = part
    return root


def _define(page: Page) -> None:
    """What was defined beside the text: addresses of links and footnotes."""
    machine = page.reading.machine
    notes = machine.footnotes.found
    for parent, label, text in notes:
        page.defined.setdefault(id(parent), []).append((label, machine.inner(text)))
    page.parents.extend(parent for parent, _, _ in notes)
    definitions = machine.definitions
    titles = dict(definitions.values())
    written = [(page.layout.plain(name).lower(), address) for name, address in definitions.all]
    definitions.clear()
    for name, address in written:
        definitions[name] = page.layout.plain(address), page.layout.plain(titles.get(address) or "")
    valid = dict(written)
    page.definitions = tuple((address, valid[name]) for name, address in written)


def _within(page: Page, lines: list[Line]) -> tuple[Block, ...]:
    """The blocks of a part of the source: the text of a cell."""
    outer = dict(page.reading.machine.definitions)
    part, root = _page(page.reading, lines)
    for name, definition in outer.items():
        page.reading.machine.definitions.setdefault(name, definition)
    blocks = Blocks(part, lines[0].start)
    blocks.read(root.text, list(root), None)
    part.take_footnotes(root)
    _look_for_unused(part)
    page.footnotes.extend(part.footnotes)
    return tuple(blocks.made)


def _look_for_unused(page: Page) -> None:
    for marked, valid in page.definitions:
        address = page.layout.plain(marked)
        if marked is valid and address in page.reading.used:
            continue
        line = page.layout.find(marked)[0]
        page.reading.report(
            faults.UNUSED_DEFINITION,
            page.reading.span(line.start, line.at(len(line.text))),
            say("the address `{0}` is never used", address[:60]),
            say("delete the definition, or write `[words][name]`"),
        )
