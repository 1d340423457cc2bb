"""What stands on lines of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from clausier.model.inline import Inline
from clausier.source.place import Span

Alignment = Literal["left", "centre", "right"]
Caution = Literal["warning", "caution", "important", "danger"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `id` is a provision's fixed name where the author gave one."""

    span: Span
    inlines: tuple[Inline, ...]
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in a text that has no subclauses: a principle, a proposal, a session.

    `level` is that of its file's text: 2 for the first. In a standard, headings make clauses.
    """

    span: Span
    level: int
    title: tuple[Inline, ...]
    id: str


@dataclass(frozen=True, slots=True)
class Item:
    span: Span
    blocks: tuple[Block, ...]
    id: str | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A list; `ordered` ones read a) 1) i) by depth, others have dashes."""

    span: Span
    ordered: bool
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """One entry of a definition list or of a key: what is explained, and the explanation."""

    span: Span
    term: tuple[Inline, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class DefinitionList:
    span: Span
    entries: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    span: Span
    blocks: tuple[Block, ...]
    header: bool = False
    columns: int = 1
    rows: int = 1
    alignment: Alignment | None = None


@dataclass(frozen=True, slots=True)
class Row:
    span: Span
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """The text of a footnote; `label` is the author's, the number is computed."""

    span: Span
    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """What belongs to a table or figure beside its title: DP2 28.5 and 29.5.

    `units` is the statement of units above it, `key` explains its signs, `notes` and the lettered
    `footnotes` stand in its frame, `source` says where it comes from.
    """

    units: tuple[Inline, ...] = ()
    key: tuple[Definition, ...] = ()
    notes: tuple[Note, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    source: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `head` are the rows that repeat on each page. `columns` is its width in cells."""

    span: Span
    id: str | None
    title: tuple[Inline, ...]
    columns: int
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    legend: Legend = Legend()


@dataclass(frozen=True, slots=True)
class Picture:
    """One image of a figure; a subfigure where the figure has several, with a title of its own."""

    span: Span
    path: str
    path_span: Span
    alternative: str
    id: str | None = None
    title: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    span: Span
    id: str | None
    title: tuple[Inline, ...]
    pictures: tuple[Picture, ...]
    legend: Legend = Legend()


@dataclass(frozen=True, slots=True)
class Equation:
    """A formula on a line of its own, numbered where it has an id; `where` explains its symbols."""

    span: Span
    tex: str
    tex_span: Span
    id: str | None = None
    where: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Code or anything else to be shown letter by letter."""

    span: Span
    code: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    span: Span
    blocks: tuple[Block, ...]
    source: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """NOTE; in a term entry, a note to entry. `label` is the place of the author's `NOTE`."""

    span: Span
    label: Span
    blocks: tuple[Block, ...]
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Example:
    span: Span
    label: Span
    blocks: tuple[Block, ...]
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Admonition:
    """A warning, caution, important or danger notice."""

    span: Span
    kind: Caution
    blocks: tuple[Block, ...]
    id: str | None = None


Block = (
    Paragraph | Heading | List | DefinitionList | Table | Figure | Equation
    | Listing | Quote | Note | Example | Admonition
)  # fmt: skip
