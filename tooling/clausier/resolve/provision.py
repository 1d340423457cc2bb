"""Provisions: sentences that oblige, recommend, permit or say what is possible."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from clausier.model.block import Block, Footnote, List, Paragraph, Table
from clausier.model.clause import Clause, Term
from clausier.model.inline import Mark
from clausier.model.walk import blocks
from clausier.resolve.fingerprint import fingerprint
from clausier.resolve.resolved import Number, Place, Provision, Sentence, Type, Use, Version
from clausier.resolve.verb import Found, governing, lexicon, verbal_forms
from clausier.source.place import Span

_TYPES = frozenset(Type)
_BODY = frozenset({Place.BODY, Place.INFORMATIVE_ANNEX, Place.TABLE_FOOTNOTE})


class _Ground(Struct, frozen=True):
    """What is known of a version while its provisions are found."""

    uses: Mapping[Span, Use]
    numbers: Mapping[Span, Number]
    principles: Mapping[str, tuple[str, ...]]
    names: Mapping[Span, str]


def provisions(
    clause: Clause, sentences: Iterable[Sentence], version: Version
) -> tuple[Provision, ...]:
    """The provisions in the sentences of a clause, in the order of reading: DP2 Clause 7.

    A sentence is one provision at most; an author's mark has the last word on its type. A sentence
    that leads in a list and holds the verb is read with its items (`The organization shall: a) …;
    b) …`), and an item that carries it on is no provision of its own, unless it binds more.
    """
    ground = _Ground(
        version.uses, version.numbers, dict(_inherited(clause, ())), dict(_names(clause))
    )
    words = lexicon(version.language)
    led: dict[Span, int] = {}
    found: list[Provision] = []
    for sentence in sentences:
        forms = verbal_forms(sentence, words)
        verb = governing(forms)
        mark = next((mark for mark in sentence.marks if mark.provision in _TYPES), None)
        carried = led.get(sentence.span)
        if mark is None and (verb is None or (carried is not None and verb.strength >= carried)):
            continue
        if sentence.items and verb is not None:
            led.update((item.span, verb.strength) for item in _carrying_on(sentence.items))
        found.append(_provision(sentence, forms, verb, mark, ground))
    return tuple(found)


def _carrying_on(items: tuple[Sentence, ...]) -> Iterator[Sentence]:
    """The beginnings of the items that carry on their lead-in: those of a list of whole sentences
    do not."""
    firsts = [next(group) for _, group in groupby(items, key=lambda item: item.block)]
    if not all(_is_whole(first.text) for first in firsts):
        yield from firsts


def _is_whole(text: str) -> bool:
    return text[:1].isupper() and text.endswith((".", "!", "?"))


def _provision(
    sentence: Sentence,
    forms: tuple[Found, ...],
    verb: Found | None,
    mark: Mark | None,
    ground: _Ground,
) -> Provision:
    if mark is not None:
        verb = _marked(sentence, forms, mark) or verb
    named = ground.names.get(sentence.block)
    id = named or f"{sentence.clause}-{fingerprint(_identity(sentence, ground.uses))[:8]}"
    return Provision(
        id=id,
        type=_type(sentence.place, verb, mark),
        verb=verb.verb if verb else "",
        verb_span=_verb_span(sentence, verb, mark),
        text=_read_whole(sentence, ground.numbers),
        span=sentence.span,
        clause=sentence.clause,
        place=sentence.place,
        principles=ground.principles.get(sentence.clause, ()),
        named=named is not None,
        form=verb.form.form if verb else "",
        main=verb.form.main if verb else True,
        negative=verb.form.negative if verb else False,
    )


def _type(place: Place, verb: Found | None, mark: Mark | None) -> Type:
    """The type that the author marked, else the verb's; some verbs say less outside the body."""
    if mark is not None or verb is None:
        return Type(mark.provision) if mark else Type.INSTRUCTION
    weaker = verb.form.elsewhere if place not in _BODY else None
    return Type(weaker or verb.form.type)


def _marked(sentence: Sentence, forms: tuple[Found, ...], mark: Mark) -> Found | None:
    """The verb that a mark directly follows or, in the sentence, comes after."""
    before = [each for each in forms if sentence.at(each.start, each.end).end <= mark.span.start]
    return before[-1] if before else None


def _verb_span(sentence: Sentence, verb: Found | None, mark: Mark | None) -> Span:
    if verb is not None:
        return sentence.at(verb.start, verb.end)
    return mark.span if mark else sentence.span


def distinct(provisions: Iterable[Provision]) -> Iterator[Provision]:
    """The provisions, each with an id of its own: where one is taken, it has the next number."""
    taken: set[str] = set()
    for provision in provisions:
        free, number = provision.id, 1
        while free in taken:
            number += 1
            free = f"{provision.id}-{number}"
        taken.add(free)
        yield provision if number == 1 else replace(provision, id=free)


def _read_whole(sentence: Sentence, numbers: Mapping[Span, Number]) -> str:
    """The sentence and, where it leads in a list, the items with their letters."""
    parts = [sentence.text]
    for block, group in groupby(sentence.items, key=lambda item: item.block):
        number = numbers.get(block)
        parts.append(number.value if number else "—")
        parts.extend(item.text for item in group)
    return " ".join(" ".join(parts).split())


def _identity(sentence: Sentence, uses: Mapping[Span, Use]) -> str:
    """The words of a provision with ids in the place of numbers, which come and go."""
    return " ".join(_words(each, uses) for each in (sentence, *sentence.items))


def _words(sentence: Sentence, uses: Mapping[Span, Use]) -> str:
    if not sentence.quoted:
        return sentence.text
    low, high = sentence.start, sentence.start + len(sentence.text)
    pieces, text = sentence.prose.pieces, sentence.prose.text
    parts: list[str] = []
    at = max(0, bisect_right(sentence.prose.starts, low) - 1)
    while at < len(pieces) and pieces[at].at < high:
        piece = pieces[at]
        at += 1
        end = pieces[at].at if at < len(pieces) else len(text)
        use = None if piece.verbatim else uses.get(piece.span)
        if use is None:
            parts.append(text[max(piece.at, low) : min(end, high)])
        else:
            parts.append(f"@{use.reference.target}#{use.reference.part or ''}")
    return "".join(parts)


def _inherited(clause: Clause, above: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each clause, subclause and term with the principles of its file's clause."""
    own = tuple(dict.fromkeys((*above, *(named.value for named in clause.principles))))
    yield clause.id.value, own
    for term in clause.terms:
        yield term.id.value, own
    for section in clause.sections:
        yield from _inherited(section, own)


def _names(clause: Clause) -> Iterator[tuple[Span, str]]:
    """Paragraphs, items and cells to which the author gave an id."""
    for part in _parts(clause):
        yield from _named(part)


def _parts(clause: Clause) -> Iterator[tuple[Block, ...]]:
    yield clause.body
    yield from _footnoted(clause.footnotes)
    for term in clause.terms:
        yield from _of_term(term)
    for section in clause.sections:
        yield from _parts(section)


def _of_term(term: Term) -> Iterator[tuple[Block, ...]]:
    yield (*term.notes, *term.examples, *term.other)
    yield from _footnoted(term.footnotes)


def _footnoted(footnotes: Iterable[Footnote]) -> Iterator[tuple[Block, ...]]:
    for footnote in footnotes:
        yield footnote.blocks


def _named(roots: tuple[Block, ...]) -> Iterator[tuple[Span, str]]:
    for block in blocks(roots):
        if isinstance(block, Paragraph):
            if block.id:
                yield block.span, block.id
        elif isinstance(block, List):
            for item in block.items:
                yield from _holder(item.span, item.blocks, item.id)
        elif isinstance(block, Table):
            for row in block.body:
                for cell in row.cells:
                    yield from _holder(cell.span, cell.blocks, None)


def _holder(span: Span, inner: tuple[Block, ...], id: str | None) -> Iterator[tuple[Span, str]]:
    own = (block.id for block in inner if isinstance(block, Paragraph) and block.id)
    name = id or next(own, None)
    if name:
        yield span, name
