"""A clause as a row of pieces, each small enough to stand beside its translation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from clausier.model.block import (
    Admonition,
    Block,
    Equation,
    Example,
    Figure,
    List,
    Note,
    Paragraph,
    Table,
)  # fmt: skip
from clausier.model.clause import Clause, Term
from clausier.model.inline import Inline
from clausier.resolve.resolved import Boilerplate, Version
from clausier.source.place import Span
from clausier.write.site.blocks import block, footnotes
from clausier.write.site.clause import grouped, heading_words
from clausier.write.site.markup import identified, text
from clausier.write.site.references import bibliography, normative
from clausier.write.site.sheet import Sheet
from clausier.write.site.term_source import source
from clausier.write.site.terms import definition, designations


class Piece(Struct, frozen=True):
    """A heading, paragraph, list item, entry's part …: its HTML, its place in the source.

    `sign` is the same for the pieces of two languages that belong together: the kind of the piece,
    with the id that both share where there is one.
    """

    sign: str
    span: Span
    markup: str


def pieces(sheet: Sheet, version: Version, clause: Clause) -> Iterator[Piece]:
    """All of a clause in the order of reading."""
    terms = grouped(version) if clause.kind == "terms" else {}
    fixed = version.boilerplate.get(clause.id.value, Boilerplate())
    own = [one for one in clause.body if one.span not in fixed.taken]
    yield _title(sheet, version, clause)
    yield from _blocks(sheet, (*fixed.before, *own, *fixed.after))
    yield from _entries(sheet, version, terms.get("", ()))
    for section in clause.sections:
        yield from _section(sheet, version, section, terms)
    lists = {"normative-references": normative, "bibliography": bibliography}
    if clause.kind in lists:
        yield Piece("references", clause.span, lists[clause.kind](sheet, version))
    if notes := footnotes(sheet):
        yield Piece("footnotes", clause.span, notes)


def _section(
    sheet: Sheet, version: Version, section: Clause, terms: dict[str, tuple[Term, ...]]
) -> Iterator[Piece]:
    yield _title(sheet, version, section)
    yield from _blocks(sheet, section.body)
    yield from _entries(sheet, version, terms.get(section.id.value, ()))
    for inner in section.sections:
        yield from _section(sheet, version, inner, terms)


def _title(sheet: Sheet, version: Version, clause: Clause) -> Piece:
    level = min(clause.level + 1, 6)
    known = identified(sheet.claim(clause.id.value))
    words = heading_words(sheet, version, clause)
    span = _run(clause.title, clause.id.span)
    return Piece(f"title {clause.id.value}", span, f"<h{level}{known}>{words}</h{level}>")


def _run(inlines: tuple[Inline, ...], otherwise: Span) -> Span:
    if not inlines:
        return otherwise
    return Span(inlines[0].span.path, inlines[0].span.start, inlines[-1].span.end)


def _blocks(sheet: Sheet, found: Iterable[Block]) -> Iterator[Piece]:
    for one in found:
        match one:
            case List(items=items):
                for item in items:
                    sign = " ".join(filter(None, ("item", item.id)))
                    yield Piece(sign, item.span, block(sheet, replace(one, items=(item,))))
            case (
                Paragraph(id=id)
                | Table(id=id)
                | Figure(id=id)
                | Equation(id=id)
                | Note(id=id)
                | Example(id=id)
                | Admonition(id=id)
            ):
                sign = " ".join(filter(None, (type(one).__name__, id)))
                yield Piece(sign, one.span, block(sheet, one))
            case _:
                yield Piece(type(one).__name__, one.span, block(sheet, one))


def _entries(sheet: Sheet, version: Version, terms: Iterable[Term]) -> Iterator[Piece]:
    for term in terms:
        id = term.id.value
        sheet.known_footnotes.update({footnote.label: footnote for footnote in term.footnotes})
        number = version.numbers.get(term.span)
        sign = f'<span class="cl-number">{text(number.label)}</span> ' if number else ""
        name = f"{sign}<dfn>{text(term.preferred.value)}</dfn>"
        head = f'<h3{identified(sheet.claim(id))} class="cl-term-name">{name}</h3>'
        names = designations(sheet, term)
        yield Piece(f"term {id}", term.preferred.span, "\n".join(filter(None, (head, names))))
        yield Piece(
            f"definition {id}", _run(term.definition, term.id.span), definition(sheet, term)
        )
        yield from _blocks(sheet, (*term.other, *term.examples, *term.notes))
        if origin := source(sheet, version, term):
            yield Piece(f"source {id}", term.id.span, origin)
