"""From headings to subclauses, one within the other."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from msgspec import Struct, field

from clausier.model.block import Block
from clausier.model.clause import Clause, Kind, Placed
from clausier.model.inline import Inline
from clausier.model.prose import prose
from clausier.read import faults
from clausier.read.attributes import at_end, classes, identifier, known
from clausier.read.blocks import Blocks, Heading
from clausier.read.page import Page
from clausier.source.diagnostic import say
from clausier.source.place import Span

Obligation = Literal["normative", "informative"] | None
_NO_ID_SIGN = re.compile(r"[^a-z0-9]+")
_CLOSING = re.compile(r"[ ]*#+[ ]*$")


class _Section(Struct):
    """A subclause that is being read."""

    heading: Heading
    level: int
    id: Placed
    title: tuple[Inline, ...]
    run_in: bool
    blocks: tuple[Block, ...]
    sections: list[_Section] = field(default_factory=list)


def sections(page: Page, read: Blocks, kind: Kind, obligation: Obligation) -> tuple[Clause, ...]:
    """The subclauses of a body, each with those below it."""
    top: list[_Section] = []
    path: list[_Section] = []
    starts = [*(at for at, _ in read.headings), len(read.made)]
    for number, (at, heading) in enumerate(read.headings):
        blocks = tuple(read.made[at : starts[number + 1]])
        section = _section(page, heading, blocks)
        while path and path[-1].level >= section.level:
            path.pop()
        above = path[-1].level if path else 1
        if section.level > above + 1:
            page.reading.report(
                faults.SKIPPED_LEVEL,
                heading.span,
                say("heading of level {0} below one of level {1}", section.level, above),
                say("write `{0}`", "#" * (above + 1)),
            )
        (path[-1].sections if path else top).append(section)
        path.append(section)
    return tuple(_clause(page, section, kind, obligation) for section in top)


def _section(page: Page, heading: Heading, blocks: tuple[Block, ...]) -> _Section:
    level = heading.level
    if level == 1:
        page.reading.report(
            faults.TITLE_IN_BODY,
            heading.span,
            say("heading of the first level within a body"),
            say("write `##` for a subclause"),
        )
        level = 2
    leaf, given = at_end(page.reading, heading.leaf)
    closing = _CLOSING.search(leaf.text) if given else None
    leaf = leaf.cut(0, closing.start()) if closing else leaf
    known(page.reading, given, "id", "class")
    run_in = "run-in" in classes(page.reading, given, "run-in")
    title = page.inlines(leaf)
    id = identifier(page.reading, given) or _made_id(page, heading, title)
    return _Section(heading, level, id, title, run_in, blocks)


def _made_id(page: Page, heading: Heading, title: tuple[Inline, ...]) -> Placed:
    place = page.span(heading.leaf)
    page.reading.report(
        faults.HEADING_WITHOUT_ID,
        place,
        say("heading without an id"),
        say("write `{0}` behind the title", "{#" + slug(prose(title).text, page) + "}"),
    )
    return Placed(place, slug(prose(title).text, page))


def slug(title: str, page: Page) -> str:
    """An id made from a title; of signs alone, from the id of the clause."""
    letters = unicodedata.normalize("NFKD", title.replace("ß", "ss").replace("œ", "oe"))
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign)).lower()
    return _NO_ID_SIGN.sub("-", bare).strip("-") or f"{page.reading.owner}-section"


def _clause(page: Page, section: _Section, kind: Kind, obligation: Obligation) -> Clause:
    inner = tuple(_clause(page, below, kind, obligation) for below in section.sections)
    ends = [section.heading.span.end]
    ends += [block.span.end for block in section.blocks] + [below.span.end for below in inner]
    return Clause(
        Span(section.heading.span.path, section.heading.span.start, max(ends)),
        section.id, kind, section.level, section.title, section.blocks, inner,
        obligation=obligation, run_in=section.run_in,
    )  # fmt: skip
