"""The sentences of a document, each with the place it stands in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
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
    Legend,
    List,
    Listing,
    Note,
    Paragraph,
    Quote,
    Table,
)  # fmt: skip
from clausier.model.clause import Clause, Term
from clausier.model.inline import Code, FootnoteMark, Inline, Mark, Reference
from clausier.model.prose import OBJECT, Prose, prose
from clausier.resolve.resolved import Kind, Place, Sentence, Use, Version
from clausier.resolve.stop import Range, Stops, cut, quotations, stops, union
from clausier.source.place import Span

_PLACES: Mapping[str, Place] = {
    "foreword": Place.FOREWORD,
    "introduction": Place.INTRODUCTION,
    "scope": Place.SCOPE,
    "normative-references": Place.NORMATIVE_REFERENCES,
    "terms": Place.TERMS,
    "clause": Place.BODY,
    "annex": Place.BODY,
    "bibliography": Place.BIBLIOGRAPHY,
}


class _Where(Struct, frozen=True):
    """Where a sentence is looked for, and what is known while looking.

    `holder` is the item or cell whose paragraphs are read, `cited` that the words are another's.
    """

    uses: Mapping[Span, Use]
    stops: Stops
    clause: str
    place: Place
    holder: Span | None = None
    cited: bool = False

    def within(
        self, place: Place | None = None, holder: Span | None = None, cited: bool = False
    ) -> _Where:
        return _Where(
            self.uses, self.stops, self.clause, place or self.place, holder, cited or self.cited
        )


def sentences(clause: Clause, version: Version) -> tuple[Sentence, ...]:
    """The sentences of a clause in the order of reading; those that the program writes are none.

    An item of a list is a sentence of its own. A sentence that ends with a colon before a list
    leads it in: it keeps the sentences of the list in `items`, for a provision to be read whole.
    """
    return tuple(_clause(clause, version.uses, stops(version.language), _place(clause)))


def _place(clause: Clause) -> Place:
    return Place.INFORMATIVE_ANNEX if clause.obligation == "informative" else _PLACES[clause.kind]


def _clause(
    clause: Clause, uses: Mapping[Span, Use], stops: Stops, place: Place
) -> Iterator[Sentence]:
    where = _Where(uses, stops, clause.id.value, place)
    if not clause.derived:
        if clause.title:
            yield from _text(clause.title, where.within(Place.TITLE), _around(clause.title))
        yield from _blocks(clause.body, where)
    for term in clause.terms:
        yield from _term(term, uses, stops)
    for section in clause.sections:
        yield from _clause(section, uses, stops, place)
    yield from _footnotes(clause.footnotes, where.within(Place.FOOTNOTE))


def _around(inlines: tuple[Inline, ...]) -> Span:
    return Span(inlines[0].span.path, inlines[0].span.start, inlines[-1].span.end)


def _term(term: Term, uses: Mapping[Span, Use], stops: Stops) -> Iterator[Sentence]:
    where = _Where(uses, stops, term.id.value, Place.TERMS)
    yield from _text(term.definition, where.within(Place.DEFINITION), term.span)
    for note in term.notes:
        yield from _blocks(note.blocks, where.within(Place.NOTE_TO_ENTRY))
    for example in term.examples:
        yield from _blocks(example.blocks, where.within(Place.EXAMPLE))
    yield from _blocks(term.other, where)
    yield from _footnotes(term.footnotes, where.within(Place.FOOTNOTE))


def _footnotes(footnotes: Iterable[Footnote], where: _Where) -> Iterator[Sentence]:
    for footnote in footnotes:
        yield from _blocks(footnote.blocks, where)


def _blocks(blocks: tuple[Block, ...], where: _Where) -> Iterator[Sentence]:
    led = False
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if led:
            led = False
        elif isinstance(block, Paragraph) and isinstance(following, List):
            yield from _leading(block, following, where)
            led = True
        else:
            yield from _block(block, where)


def _leading(paragraph: Paragraph, led: List, where: _Where) -> Iterator[Sentence]:
    lead = list(_block(paragraph, where))
    items = tuple(_block(led, where))
    if lead and lead[-1].text.endswith(":"):
        lead[-1] = replace(lead[-1], items=items)
    yield from lead
    yield from items


def _block(block: Block, where: _Where) -> Iterator[Sentence]:
    match block:
        case Paragraph(inlines=inlines, span=span):
            yield from _text(inlines, where, where.holder or span)
        case Heading(title=title, span=span):
            yield from _text(title, where.within(Place.TITLE), span)
        case List(items=items):
            for item in items:
                yield from _blocks(item.blocks, where.within(holder=item.span))
        case DefinitionList(entries=entries):
            yield from _definitions(entries, where.within())
        case Table():
            yield from _table(block, where.within())
        case Figure(title=title, pictures=pictures, span=span):
            yield from _text(title, where.within(Place.TITLE), span)
            for picture in pictures:
                yield from _text(picture.title, where.within(Place.TITLE), picture.span)
            yield from _legend(block.legend, where.within(), span)
        case Equation(where=explained):
            yield from _blocks(explained, where.within())
        case Listing():
            return
        case Quote(blocks=inner, source=source, span=span):
            yield from _blocks(inner, where.within(cited=True))
            yield from _text(source, where.within(cited=True), span)
        case Note(blocks=inner):
            yield from _blocks(inner, where.within(Place.NOTE))
        case Example(blocks=inner):
            yield from _blocks(inner, where.within(Place.EXAMPLE))
        case Admonition(blocks=inner):
            yield from _blocks(inner, where.within())
        case _:
            assert_never(block)


def _definitions(entries: Iterable[Definition], where: _Where) -> Iterator[Sentence]:
    for entry in entries:
        yield from _text(entry.term, where, entry.span)
        yield from _blocks(entry.blocks, where)


def _table(table: Table, where: _Where) -> Iterator[Sentence]:
    yield from _text(table.title, where.within(Place.TITLE), table.span)
    for row in (*table.head, *table.body):
        for cell in row.cells:
            yield from _blocks(cell.blocks, where.within(holder=cell.span))
    yield from _legend(table.legend, where, table.span)


def _legend(legend: Legend, where: _Where, owner: Span) -> Iterator[Sentence]:
    yield from _text(legend.units, where, owner)
    yield from _definitions(legend.key, where)
    for note in legend.notes:
        yield from _blocks(note.blocks, where.within(Place.TABLE_NOTE))
    yield from _footnotes(legend.footnotes, where.within(Place.TABLE_FOOTNOTE))
    yield from _text(legend.source, where, owner)


def _text(inlines: tuple[Inline, ...], where: _Where, block: Span) -> list[Sentence]:
    """The sentences of one run of text."""
    if not inlines:
        return []
    apart: list[Span] = []
    marks: list[Mark] = []
    read = prose(inlines, _shown(where.uses, apart, marks))
    text = read.text
    strange = _ranges(read, apart, _titles(inlines, where.uses))
    quoted = union(strange + quotations(text))
    found = [
        Sentence(
            text[low:high], read.span(low, high), low, read, where.place, where.clause, block,
            quoted=((0, high - low),) if where.cited else _within(quoted, low, high),
        )
        for low, high in cut(text, where.stops, quoted)
    ]  # fmt: skip
    return _marked(found, marks) if marks else found


def _shown(
    uses: Mapping[Span, Use], apart: list[Span], marks: list[Mark]
) -> Callable[[Inline], str]:
    def shown(inline: Inline) -> str:
        text = OBJECT
        if isinstance(inline, Mark):
            marks.append(inline)
            return ""
        if isinstance(inline, FootnoteMark):
            return ""
        if isinstance(inline, Code):
            text = inline.value or OBJECT
        elif isinstance(inline, Reference):
            use = uses.get(inline.span)
            text = use.text or OBJECT if use else OBJECT
        apart.append(inline.span)
        return text

    return shown


def _titles(inlines: Iterable[Inline], uses: Mapping[Span, Use]) -> list[Span]:
    """The places of the author's own words for another document: most often its title."""
    own = (inline for inline in inlines if isinstance(inline, Reference) and inline.children)
    found = ((inline, uses.get(inline.span)) for inline in own)
    return [
        inline.span
        for inline, use in found
        if use and use.target and use.target.kind is Kind.DOCUMENT
    ]


def _ranges(read: Prose, apart: list[Span], titles: list[Span]) -> list[Range]:
    """The characters of the pieces that come from `apart` or lie in `titles`, both in order."""
    found: list[Range] = []
    met = passed = 0
    for index, piece in enumerate(read.pieces if apart or titles else ()):
        while passed < len(titles) and titles[passed].end <= piece.span.start:
            passed += 1
        is_apart = met < len(apart) and piece.span is apart[met]
        met += is_apart
        if is_apart or (passed < len(titles) and titles[passed].holds(piece.span)):
            last = index + 1 == len(read.pieces)
            found.append((piece.at, len(read.text) if last else read.pieces[index + 1].at))
    return found


def _within(quoted: list[Range], low: int, high: int) -> tuple[Range, ...]:
    if not quoted:
        return ()
    first = bisect_right(quoted, low, key=lambda part: part[1])
    after = bisect_left(quoted, high, key=lambda part: part[0])
    return tuple(
        (max(start, low) - low, min(end, high) - low) for start, end in quoted[first:after]
    )


def _marked(found: list[Sentence], marks: list[Mark]) -> list[Sentence]:
    """The sentences with their marks: each has those before the next one begins."""
    starts = [sentence.span.start for sentence in found[1:]]
    owned: dict[int, list[Mark]] = {}
    for mark in marks:
        owned.setdefault(bisect_right(starts, mark.span.start), []).append(mark)
    return [
        replace(sentence, marks=tuple(owned[index])) if index in owned else sentence
        for index, sentence in enumerate(found)
    ]
