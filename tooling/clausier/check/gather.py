"""What the text of one file holds, gathered in one walk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec import Struct

from clausier.model.block import (
    Admonition,
    Block,
    DefinitionList,
    Equation,
    Example,
    Figure,
    Footnote,
    Heading,
    List,
    Listing,
    Note,
    Paragraph,
    Picture,
    Quote,
    Table,
)
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
)
from clausier.model.walk import blocks, own_inlines
from clausier.resolve.resolved import Kind
from clausier.source.place import Span

Run = tuple[Inline, ...]


class Thing(Struct, frozen=True):
    """Something that carries an id: `span` is the place of the id if `exact`, else of the whole.

    `within` is the id of the innermost clause, subclause, term or figure that holds it.
    """

    id: str
    kind: Kind
    span: Span
    exact: bool = False
    within: str = ""


class Contents(Struct, frozen=True):
    """The text of one file by what it is made of, each in the order of reading.

    `words` are all its plain characters, for a first look at whether a closer one is worth it.
    """

    things: tuple[Thing, ...]
    blocks: tuple[Block, ...]
    runs: tuple[Run, ...]
    references: tuple[Reference, ...]
    footnote_marks: tuple[FootnoteMark, ...]
    marks: tuple[Mark, ...]
    pictures: tuple[Picture | Image, ...]
    words: str
    formulas: tuple[Formula, ...] = ()
    links: tuple[Link, ...] = ()


class Section(Struct, frozen=True):
    """A clause, subclause, term or file of the docs: `head` is it as something with an id."""

    head: Thing
    titles: tuple[Run, ...]
    body: tuple[Block, ...]


def contents(sections: Iterable[Section], footnotes: tuple[Footnote, ...]) -> Contents:
    """What the sections of a file and its footnotes hold."""
    things: list[Thing] = []
    every: list[Block] = []
    titles: list[Run] = []
    for section in sections:
        inner = tuple(blocks(section.body))
        things += (section.head, *_things(inner, section.head.id))
        every += inner
        titles += section.titles
    beneath = tuple(blocks(block for footnote in footnotes for block in footnote.blocks))
    things += _things(beneath, things[0].id if things else "")
    every += beneath
    runs = (*titles, *(run for block in every for run in own_inlines(block)))
    return _sorted(tuple(things), tuple(every), tuple(run for run in runs if run))


def _things(every: Iterable[Block], within: str) -> Iterator[Thing]:
    for block in every:
        match block:
            case Paragraph(id=str(id), span=span) | Admonition(id=str(id), span=span):
                yield Thing(id, Kind.PROVISION, span, within=within)
            case Table(id=str(id), span=span):
                yield Thing(id, Kind.TABLE, span, within=within)
            case Figure():
                yield from _of_figure(block, within)
            case Equation(id=str(id), span=span):
                yield Thing(id, Kind.FORMULA, span, within=within)
            case Note(id=str(id), span=span):
                yield Thing(id, Kind.NOTE, span, within=within)
            case Example(id=str(id), span=span):
                yield Thing(id, Kind.EXAMPLE, span, within=within)
            case List(items=items):
                for item in items:
                    if item.id is not None:
                        yield Thing(item.id, Kind.ITEM, item.span, within=within)
            case Paragraph() | Table() | Equation() | Note() | Example():
                pass
            case Heading() | DefinitionList() | Listing() | Quote() | Admonition():
                pass
            case _:
                assert_never(block)


def _of_figure(figure: Figure, within: str) -> Iterator[Thing]:
    if figure.id is not None:
        yield Thing(figure.id, Kind.FIGURE, figure.span, within=within)
    for picture in figure.pictures:
        if picture.id is not None and picture.id != figure.id:
            yield Thing(picture.id, Kind.SUBFIGURE, picture.span, within=figure.id or within)


def _sorted(things: tuple[Thing, ...], every: tuple[Block, ...], runs: tuple[Run, ...]) -> Contents:
    references: list[Reference] = []
    footnote_marks: list[FootnoteMark] = []
    marks: list[Mark] = []
    pictures: list[Picture | Image] = []
    words: list[str] = []
    formulas: list[Formula] = []
    links: list[Link] = []
    for block in every:
        if isinstance(block, Figure):
            pictures.extend(block.pictures)
    waiting = [inline for run in reversed(runs) for inline in reversed(run)]
    while waiting:
        inline = waiting.pop()
        match inline:
            case Text():
                words.append(inline.value)
            case Reference():
                references.append(inline)
                waiting.extend(reversed(inline.children))
            case Link():
                links.append(inline)
                waiting.extend(reversed(inline.children))
            case Emphasis() | Strong() | Subscript() | Superscript():
                waiting.extend(reversed(inline.children))
            case FootnoteMark():
                footnote_marks.append(inline)
            case Mark():
                marks.append(inline)
            case Image():
                pictures.append(inline)
            case Formula():
                formulas.append(inline)
            case Code() | Break():
                pass
            case _:
                assert_never(inline)
    return Contents(
        things, every, runs, tuple(references), tuple(footnote_marks), tuple(marks),
        tuple(pictures), "".join(words), tuple(formulas), tuple(links),
    )  # fmt: skip
