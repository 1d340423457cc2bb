"""Every node of a document in the order of reading, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from clausier.model.block import (
    Admonition,
    Block,
    Definition,
    DefinitionList,
    Equation,
    Example,
    Figure,
    Footnote,
    Heading,
    Item,
    Legend,
    List,
    Listing,
    Note,
    Paragraph,
    Picture,
    Quote,
    Table,
)  # fmt: skip
from clausier.model.clause import Clause, Term
from clausier.model.inline import Inline
from clausier.resolve.order import annex_letters, terms_by_section
from clausier.resolve.resolved import Place
from clausier.source.place import Span

Node = Clause | Term | Block | Item | Picture | Footnote


class Where(Struct, frozen=True):
    """Where something stands.

    `clause` is the id of the innermost clause, subclause or term and `section` its place;
    `annex` is the letter and dot before the numbers of an annex (`A.`); `file` is what holds the
    footnotes (the file's clause or the term), `frame` the innermost table or figure, `items` the
    list items around it, outermost first, `lead` the paragraph that introduces the list; `depth`
    counts the ordered lists around it.
    """

    clause: str
    section: Span
    place: Place
    annex: str
    file: Span
    frame: Span | None = None
    items: tuple[Span, ...] = ()
    lead: Span | None = None
    depth: int = 0


class Standing(Struct, frozen=True):
    """A node that may have a number or an id."""

    node: Node
    where: Where


class Run(Struct, frozen=True):
    """A run of text; `opens` is whether a sentence begins with it."""

    inlines: tuple[Inline, ...]
    where: Where
    opens: bool


Reading = list[Standing | Run]

PLACES = {
    "foreword": Place.FOREWORD,
    "introduction": Place.INTRODUCTION,
    "scope": Place.SCOPE,
    "normative-references": Place.NORMATIVE_REFERENCES,
    "terms": Place.TERMS,
    "clause": Place.BODY,
    "annex": Place.BODY,
    "bibliography": Place.BIBLIOGRAPHY,
}


def reading(clauses: tuple[Clause, ...]) -> Reading:
    """All nodes and runs of text of `clauses`, in the order in which they are read."""
    found: Reading = []
    annexes = annex_letters(clauses)
    for clause in clauses:
        annex = f"{annexes[clause.span]}." if clause.kind == "annex" else ""
        place = PLACES[clause.kind]
        if clause.obligation == "informative":
            place = Place.INFORMATIVE_ANNEX
        where = Where(clause.id.value, clause.span, place, annex, clause.span)
        _section(found, clause, where, terms_by_section(clause) if clause.terms else {})
        _footnotes(found, clause.footnotes, where, Place.FOOTNOTE)
    return found


def _section(
    found: Reading, section: Clause, where: Where, terms: dict[str, tuple[Term, ...]]
) -> None:
    found.append(Standing(section, where))
    if section.title:
        found.append(Run(section.title, replace(where, place=Place.TITLE), True))
    _blocks(found, section.body, where)
    for term in terms.get("" if section.level == 1 else section.id.value, ()):
        _term(found, term, where)
    for inner in section.sections:
        inside = replace(where, clause=inner.id.value, section=inner.span)
        _section(found, inner, inside, terms)


def _term(found: Reading, term: Term, outer: Where) -> None:
    where = Where(term.id.value, term.span, Place.DEFINITION, outer.annex, term.span)
    found.append(Standing(term, where))
    found.append(Run(term.definition, where, False))
    _blocks(found, term.other, where)
    _blocks(found, term.examples, where)
    _blocks(found, term.notes, where)
    _footnotes(found, term.footnotes, where, Place.FOOTNOTE)


def _footnotes(found: Reading, footnotes: tuple[Footnote, ...], where: Where, place: Place) -> None:
    for footnote in footnotes:
        found.append(Standing(footnote, where))
        _blocks(found, footnote.blocks, replace(where, place=place))


def _blocks(found: Reading, blocks: Iterable[Block], where: Where) -> None:
    before: Block | None = None
    for block in blocks:
        if isinstance(block, List) and isinstance(before, Paragraph):
            _block(found, block, replace(where, lead=before.span))
        else:
            _block(found, block, where)
        before = block


def _block(found: Reading, block: Block, where: Where) -> None:
    found.append(Standing(block, where))
    match block:
        case Paragraph(inlines=inlines) | Heading(title=inlines):
            found.append(Run(inlines, where, not where.items))
        case List():
            _list(found, block, where)
        case DefinitionList(entries=entries):
            _definitions(found, entries, where)
        case Table():
            _table(found, block, replace(where, frame=block.span, items=(), depth=0))
        case Figure():
            _figure(found, block, replace(where, frame=block.span, items=(), depth=0))
        case Equation(where=blocks):
            _blocks(found, blocks, where)
        case Quote(blocks=blocks, source=source):
            _blocks(found, blocks, replace(where, depth=0))
            found.append(Run(source, where, False))
        case Note(blocks=blocks):
            _blocks(found, blocks, replace(where, place=_note_place(where), depth=0))
        case Example(blocks=blocks):
            _blocks(found, blocks, replace(where, place=Place.EXAMPLE, depth=0))
        case Admonition(blocks=blocks):
            _blocks(found, blocks, replace(where, depth=0))
        case Listing():
            pass
        case _:
            assert_never(block)


def _note_place(where: Where) -> Place:
    if where.frame is not None:
        return Place.TABLE_NOTE
    return Place.NOTE_TO_ENTRY if where.place is Place.DEFINITION else Place.NOTE


def _list(found: Reading, block: List, where: Where) -> None:
    depth = where.depth + block.ordered
    for item in block.items:
        found.append(Standing(item, where))
        inside = replace(where, items=(*where.items, item.span), depth=depth)
        _blocks(found, item.blocks, inside)


def _definitions(found: Reading, entries: Iterable[Definition], where: Where) -> None:
    for entry in entries:
        found.append(Run(entry.term, where, False))
        _blocks(found, entry.blocks, where)


def _table(found: Reading, table: Table, where: Where) -> None:
    found.append(Run(table.title, replace(where, place=Place.TITLE), True))
    found.append(Run(table.legend.units, where, False))
    for row in (*table.head, *table.body):
        for cell in row.cells:
            _blocks(found, cell.blocks, where)
    _legend(found, table.legend, where)


def _figure(found: Reading, figure: Figure, where: Where) -> None:
    found.append(Run(figure.legend.units, where, False))
    for picture in figure.pictures:
        found.append(Standing(picture, where))
        found.append(Run(picture.title, replace(where, place=Place.TITLE), True))
    _legend(found, figure.legend, where)
    found.append(Run(figure.title, replace(where, place=Place.TITLE), True))


def _legend(found: Reading, legend: Legend, where: Where) -> None:
    _definitions(found, legend.key, where)
    _blocks(found, legend.notes, where)
    _footnotes(found, legend.footnotes, where, Place.TABLE_FOOTNOTE)
    found.append(Run(legend.source, where, False))
