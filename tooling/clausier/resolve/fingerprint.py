"""Fingerprints: whether a text is still the text that was looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import assert_never
from unicodedata import is_normalized, normalize

from clausier.model.block import Block, Equation, Figure, Listing
from clausier.model.clause import Clause, Term
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
from clausier.model.prose import OBJECT, prose
from clausier.model.walk import blocks, own_inlines
from clausier.model.workspace import Principle
from clausier.source.place import Span


def fingerprint(text: str) -> str:
    """16 hexadecimal digits that change with the words of a text, not with its white space.

    >>> fingerprint("a  text\\n") == fingerprint("a text")
    True
    """
    folded = " ".join(text.split())
    if not is_normalized("NFC", folded):
        folded = normalize("NFC", folded)
    return sha256(folded.encode("utf-8", errors="replace")).hexdigest()[:16]


def canonical(inlines: Iterable[Inline]) -> str:
    """A run of text on one line, with ids in the place of numbers, which come and go."""
    return " ".join(prose(inlines, _shown).text.split())


def _shown(inline: Inline) -> str:
    match inline:
        case Reference(target=target, part=part):
            return f"@{target}#{part}" if part else f"@{target}"
        case Code(value=value):
            return value
        case Formula(tex=tex):
            return f"${tex}$"
        case Image(path=path, alternative=alternative):
            return f"{alternative} ({path})"
        case FootnoteMark() | Mark():
            return ""
        case Text() | Break() | Emphasis() | Strong() | Subscript() | Superscript() | Link():
            return OBJECT
        case _:
            assert_never(inline)


def statement(principle: Principle) -> str:
    """The statement of a principle, on one line; empty where it has none."""
    return canonical(principle.statement.inlines) if principle.statement else ""


def paragraphs(part: Clause | Term) -> tuple[tuple[Span, str], ...]:
    """What a translator reads of a clause or an entry, piece by piece, each with its place.

    Of a clause, its subclauses belong to it; its entries do not, they are translated one by one.
    """
    pieces = _entry(part) if isinstance(part, Term) else _clause(part)
    return tuple((span, text) for span, text in pieces if text)


def _clause(clause: Clause) -> Iterator[tuple[Span, str]]:
    if clause.title:
        yield clause.title[0].span, canonical(clause.title)
    yield from _texts(clause.body)
    for section in clause.sections:
        yield from _clause(section)
    for footnote in clause.footnotes:
        yield from _texts(footnote.blocks)


def _entry(term: Term) -> Iterator[tuple[Span, str]]:
    for designation in (term.preferred, *term.admitted, *term.deprecated):
        yield designation.span, " ".join(designation.value.split())
    if term.definition:
        yield term.definition[0].span, canonical(term.definition)
    yield from _texts((*term.notes, *term.examples, *term.other))
    for footnote in term.footnotes:
        yield from _texts(footnote.blocks)


def _texts(roots: Iterable[Block]) -> Iterator[tuple[Span, str]]:
    for block in blocks(roots):
        for inlines in own_inlines(block):
            if inlines:
                yield block.span, canonical(inlines)
        if isinstance(block, Equation):
            yield block.span, block.tex
        elif isinstance(block, Listing):
            yield block.span, block.code
        elif isinstance(block, Figure):
            for picture in block.pictures:
                yield picture.span, f"{picture.alternative} ({picture.path})"
