"""Two language versions of one document, section beside section and block beside block."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import assert_never

from msgspec import Struct

from clausier.model.block import (
    Admonition,
    Block,
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
    Row,
    Table,
)
from clausier.model.clause import Clause, Term
from clausier.model.walk import blocks
from clausier.resolve.resolved import Provision, Version
from clausier.source.diagnostic import Message, say
from clausier.source.place import Span


class Section(Struct, frozen=True):
    """A clause, subclause or term entry with what stands directly in it; `place` names it."""

    id: str
    place: Span
    body: tuple[Block, ...]


class Pair(Struct, frozen=True):
    """A section in a translation and the same in the reference language."""

    version: Version
    reference: Version
    ours: Section
    theirs: Section

    @property
    def language(self) -> str:
        """The reference language."""
        return self.reference.standard.language


class Difference(Struct, frozen=True):
    """Where two sections first differ in shape: what stands here and there."""

    ours: Span
    theirs: Span
    here: Message
    there: Message


class Alignment(Struct):
    """The versions of a workspace side by side, compared once for all rules."""

    versions: tuple[Version, ...] = ()
    compared: tuple[tuple[Pair, Difference | None], ...] | None = None

    def translations(self) -> Iterator[tuple[Version, Version]]:
        """Each version that has one in the reference language beside it, and that one."""
        for version in self.versions:
            language = version.deliverable.metadata.reference_language
            if version.standard.language == language:
                continue
            for other in self.versions:
                if other.deliverable is version.deliverable and other.standard.language == language:
                    yield version, other

    def pairs(self) -> tuple[tuple[Pair, Difference | None], ...]:
        """The sections of translations beside those of the reference language, and where the shapes
        of two first differ, in order of reading."""
        if self.compared is None:
            self.compared = tuple((pair, _first_difference(pair)) for pair in self._pairs())
        return self.compared

    def _pairs(self) -> Iterator[Pair]:
        for version, reference in self.translations():
            known = {section.id: section for section in sections(reference)}
            for section in sections(version):
                if section.id in known:
                    yield Pair(version, reference, section, known[section.id])


def sections(version: Version) -> Iterator[Section]:
    """The clauses, subclauses and term entries of a version that somebody wrote."""
    for clause in version.clauses:
        if not clause.derived:
            yield from _sections(clause)
        yield from (_entry(term) for term in clause.terms)


def _sections(clause: Clause) -> Iterator[Section]:
    yield Section(clause.id.value, clause.id.span, clause.body)
    for section in clause.sections:
        yield from _sections(section)


def _entry(term: Term) -> Section:
    body: list[Block] = []
    if term.definition:
        first, last = term.definition[0].span, term.definition[-1].span
        body.append(Paragraph(Span(first.path, first.start, last.end), term.definition))
    body += [*term.other, *term.notes, *term.examples]
    return Section(term.id.value, term.preferred.span, tuple(body))


def _first_difference(pair: Pair) -> Difference | None:
    """Where the shapes of two sections first differ; None where they are alike."""
    return _differ(pair.ours.body, pair.theirs.body, pair.ours.place, pair.theirs.place)


def _differ(
    ours: Iterable[Block], theirs: Iterable[Block], here: Span, there: Span
) -> Difference | None:
    for one, other in zip_longest(ours, theirs):
        here = one.span if one is not None else here
        there = other.span if other is not None else there
        names = tuple(say("nothing") if block is None else shape(block) for block in (one, other))
        if names[0] != names[1]:
            return Difference(here, there, *names)
        if one is not None and other is not None:
            found = _within(one, other)
            if found is not None:
                return found
    return None


def _within(one: Block, other: Block) -> Difference | None:
    if isinstance(one, List) and isinstance(other, List):
        for ours, theirs in zip(one.items, other.items, strict=True):
            found = _differ(ours.blocks, theirs.blocks, ours.span, theirs.span)
            if found is not None:
                return found
        return None
    if isinstance(one, Table) and isinstance(other, Table):
        return _rows(one, other) or _differ(
            one.legend.notes, other.legend.notes, one.span, other.span
        )
    inner = Note | Example | Admonition | Quote
    if isinstance(one, inner) and isinstance(other, inner):
        return _differ(one.blocks, other.blocks, one.span, other.span)
    if isinstance(one, Equation) and isinstance(other, Equation):
        return _differ(one.where, other.where, one.span, other.span)
    return None


def _rows(one: Table, other: Table) -> Difference | None:
    ours, theirs = (*one.head, *one.body), (*other.head, *other.body)
    for here, there in zip(ours, theirs, strict=True):
        if _cells(here) != _cells(there):
            return Difference(here.span, there.span, _cells(here), _cells(there))
    return None


def _cells(row: Row) -> Message:
    wide = ["" if cell.columns == cell.rows == 1 else f"{cell.columns}×{cell.rows}"
            for cell in row.cells]  # fmt: skip
    spans = " ".join(filter(None, wide))
    if spans:
        return say("row of {0} ({1})", len(row.cells), spans)
    return say("row of {0}", len(row.cells))


def shape(block: Block) -> Message:
    """What a block is, with the counts that all versions share, in words."""
    match block:
        case List(items=items, ordered=True):
            return say("numbered list of {0}", len(items))
        case List(items=items):
            return say("list of {0}", len(items))
        case DefinitionList(entries=entries):
            return say("definition list of {0}", len(entries))
        case Table(head=head, body=body, columns=columns, legend=legend):
            own = say("table of {0} + {1} rows and {2} columns", len(head), len(body), columns)
            return _beneath(own, legend)
        case Figure(pictures=pictures, legend=legend):
            return _beneath(say("figure of {0}", len(pictures)), legend)
        case Paragraph():
            return say("paragraph")
        case Heading():
            return say("heading")
        case Equation():
            return say("equation")
        case Listing():
            return say("listing")
        case Quote():
            return say("quote")
        case Note():
            return say("note")
        case Example():
            return say("example")
        case Admonition():
            return say("admonition")
        case _:
            assert_never(block)


def _beneath(own: Message, legend: Legend) -> Message:
    if legend.key:
        own = say("{0}, {1} in its key", own, len(legend.key))
    if legend.footnotes:
        own = say("{0}, {1} footnotes", own, len(legend.footnotes))
    return own


def paragraphs(section: Section) -> list[Paragraph]:
    """The paragraphs of a section at any depth, in the order of reading."""
    return [block for block in blocks(section.body) if isinstance(block, Paragraph)]


class Places(Struct, frozen=True):
    """The provisions of a version by the paragraph that they stand in."""

    by_start: Mapping[str, tuple[tuple[int, Provision], ...]]
    sentences: Mapping[str, tuple[int, ...]]

    @staticmethod
    def of(version: Version) -> Places:
        """The provisions of a version, file by file."""
        found: dict[str, list[tuple[int, Provision]]] = {}
        for provision in version.provisions:
            found.setdefault(provision.span.path, []).append((provision.span.start, provision))
        starts: dict[str, list[int]] = {}
        for sentence in version.sentences:
            starts.setdefault(sentence.span.path, []).append(sentence.span.start)
        return Places(
            {path: tuple(sorted(all, key=lambda one: one[0])) for path, all in found.items()},
            {path: tuple(sorted(all)) for path, all in starts.items()},
        )

    def order(self, provisions: list[Provision], span: Span) -> tuple[int, list[int]]:
        """How many sentences a place has, and in which of them each provision stands."""
        known = self.sentences.get(span.path, ())
        first = bisect_right(known, span.start - 1)
        last = bisect_right(known, span.end - 1)
        return last - first, [
            bisect_right(known, one.verb_span.start) - first for one in provisions
        ]

    def within(self, span: Span) -> list[Provision]:
        """The provisions that begin in a place."""
        known = self.by_start.get(span.path, ())
        first = bisect_right(known, span.start - 1, key=lambda one: one[0])
        last = bisect_right(known, span.end - 1, key=lambda one: one[0])
        return [provision for _, provision in known[first:last]]
