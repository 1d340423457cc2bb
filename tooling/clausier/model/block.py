"""What stands on lines of its own."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from clausier.model.inline import Inline
from clausier.source.place import Span

Alignment = Literal["left", "centre", "right"]
Caution = Literal["warning", "caution", "important", "danger"]


class Paragraph(Struct, frozen=True):
    """Running text. `id` is a provision's fixed name where the author gave one."""

    span: Span
    inlines: tuple[Inline, ...]
    id: str | None = None


class Heading(Struct, frozen=True):
    """A heading in a text that has no subclauses: a principle, a proposal, a session.

    `level` is that of its file's text: 2 for the first. In a standard, headings make clauses.
    """

    span: Span
    level: int
    title: tuple[Inline, ...]
    id: str


class Item(Struct, frozen=True):
    span: Span
    blocks: tuple[Block, ...]
    id: str | None = None


class List(Struct, frozen=True):
    """A list; `ordered` ones read a) 1) i) by depth, others have dashes."""

    span: Span
    ordered: bool
    items: tuple[Item, ...]


class Definition(Struct, frozen=True):
    """One entry of a definition list or of a key: what is explained, and the explanation."""

    span: Span
    term: tuple[Inline, ...]
    blocks: tuple[Block, ...]


class DefinitionList(Struct, frozen=True):
    span: Span
    entries: tuple[Definition, ...]


class Cell(Struct, frozen=True):
    span: Span
    blocks: tuple[Block, ...]
    header: bool = False
    columns: int = 1
    rows: int = 1
    alignment: Alignment | None = None


class Row(Struct, frozen=True):
    span: Span
    cells: tuple[Cell, ...]


class Footnote(Struct, frozen=True):
    """The text of a footnote; `label` is the author's, the number is computed."""

    span: Span
    label: str
    blocks: tuple[Block, ...]


class Legend(Struct, frozen=True):
    """What belongs to a table or figure beside its title: DP2 28.5 and 29.5.

    `units` is the statement of units above it, `key` explains its signs, `notes` and the lettered
    `footnotes` stand in its frame, `source` says where it comes from.
    """

    units: tuple[Inline, ...] = ()
    key: tuple[Definition, ...] = ()
    notes: tuple[Note, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    source: tuple[Inline, ...] = ()


class Table(Struct, frozen=True):
    """A table; `head` are the rows that repeat on each page. `columns` is its width in cells.

    One that is `landscape` stands on pages of its own that are turned.
    """

    span: Span
    id: str | None
    title: tuple[Inline, ...]
    columns: int
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    legend: Legend = Legend()
    landscape: bool = False


class Picture(Struct, frozen=True):
    """One image of a figure; a subfigure where the figure has several, with a title of its own."""

    span: Span
    path: str
    path_span: Span
    alternative: str
    id: str | None = None
    title: tuple[Inline, ...] = ()


class Figure(Struct, frozen=True):
    """A picture or several under one title; `landscape` as for tables."""

    span: Span
    id: str | None
    title: tuple[Inline, ...]
    pictures: tuple[Picture, ...]
    legend: Legend = Legend()
    landscape: bool = False


class Equation(Struct, frozen=True):
    """A formula on a line of its own, numbered where it has an id; `where` explains its symbols."""

    span: Span
    tex: str
    tex_span: Span
    id: str | None = None
    where: tuple[Block, ...] = ()


class Listing(Struct, frozen=True):
    """Code or anything else to be shown letter by letter."""

    span: Span
    code: str
    language: str | None = None


class Quote(Struct, frozen=True):
    span: Span
    blocks: tuple[Block, ...]
    source: tuple[Inline, ...] = ()


class Note(Struct, frozen=True):
    """NOTE; in a term entry, a note to entry. `label` is the place of the author's `NOTE`."""

    span: Span
    label: Span
    blocks: tuple[Block, ...]
    id: str | None = None


class Example(Struct, frozen=True):
    span: Span
    label: Span
    blocks: tuple[Block, ...]
    id: str | None = None


class Admonition(Struct, frozen=True):
    """A warning, caution, important or danger notice."""

    span: Span
    kind: Caution
    blocks: tuple[Block, ...]
    id: str | None = None


Block = (
    Paragraph | Heading | List | DefinitionList | Table | Figure | Equation
    | Listing | Quote | Note | Example | Admonition
)  # fmt: skip
