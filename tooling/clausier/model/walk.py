"""Walking a document: every block and every inline, in the order of reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from clausier.model.block import (
    Admonition,
    Block,
    Definition,
    DefinitionList,
    Equation,
    Example,
    Figure,
    Heading,
    Legend,
    List,
    Listing,
    Note,
    Paragraph,
    Quote,
    Table,
)  # fmt: skip
from clausier.model.clause import Clause
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


def clauses(roots: Iterable[Clause]) -> Iterator[Clause]:
    """Each clause and, after it, its subclauses to any depth."""
    for root in roots:
        yield root
        yield from clauses(root.sections)


def blocks(roots: Iterable[Block]) -> Iterator[Block]:
    """Each block and, after it, the blocks within it to any depth."""
    for block in roots:
        yield block
        yield from blocks(inner_blocks(block))


def inner_blocks(block: Block) -> Iterator[Block]:
    """The blocks that stand directly within a block, in the order of reading."""
    match block:
        case Paragraph() | Heading() | Listing():
            return
        case List(items=items):
            for item in items:
                yield from item.blocks
        case DefinitionList(entries=entries):
            yield from _explanations(entries)
        case Table(head=head, body=body, legend=legend):
            for row in (*head, *body):
                for cell in row.cells:
                    yield from cell.blocks
            yield from _beneath(legend)
        case Figure(legend=legend):
            yield from _beneath(legend)
        case Equation(where=inner):
            yield from inner
        case Quote(blocks=inner) | Note(blocks=inner) | Example(blocks=inner):
            yield from inner
        case Admonition(blocks=inner):
            yield from inner
        case _:
            assert_never(block)


def _explanations(entries: Iterable[Definition]) -> Iterator[Block]:
    for entry in entries:
        yield from entry.blocks


def _beneath(legend: Legend) -> Iterator[Block]:
    yield from _explanations(legend.key)
    yield from legend.notes
    for footnote in legend.footnotes:
        yield from footnote.blocks


def own_inlines(block: Block) -> Iterator[tuple[Inline, ...]]:
    """The runs of text that a block holds itself, its inner blocks' excluded."""
    match block:
        case Paragraph(inlines=inlines) | Heading(title=inlines):
            yield inlines
        case DefinitionList(entries=entries):
            yield from (entry.term for entry in entries)
        case Table(title=title, legend=legend):
            yield from (title, legend.units, *(entry.term for entry in legend.key), legend.source)
        case Figure(title=title, pictures=pictures, legend=legend):
            yield title
            yield from (picture.title for picture in pictures)
            yield from (legend.units, *(entry.term for entry in legend.key), legend.source)
        case Quote(source=source):
            yield source
        case List() | Equation() | Listing() | Note() | Example() | Admonition():
            return
        case _:
            assert_never(block)


def inlines(roots: Iterable[Inline]) -> Iterator[Inline]:
    """Each inline and, after it, those within it."""
    for inline in roots:
        yield inline
        yield from inlines(inner_inlines(inline))


def inner_inlines(inline: Inline) -> tuple[Inline, ...]:
    """The inlines directly within an inline."""
    match inline:
        case Emphasis() | Strong() | Subscript() | Superscript() | Link() | Reference():
            return inline.children
        case Text() | Code() | Formula() | FootnoteMark() | Image() | Break() | Mark():
            return ()
        case _:
            assert_never(inline)
