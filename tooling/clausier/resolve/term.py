"""Where defined terms are used."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from msgspec import Struct

from clausier.model.block import Block
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
from clausier.model.prose import Prose, prose
from clausier.model.walk import blocks, own_inlines
from clausier.resolve.inflection import inflected
from clausier.resolve.resolved import Kind, TermUse, Use, Version
from clausier.source.place import Span

_WORD = re.compile(r"\w+")
_BETWEEN = re.compile(r"['’]?\s+|[-‐‑/'’]")
_OWNER = re.compile(r"(\w{3,})['’]s (?=\w)")
"""An owner in English (`user's guide`), who may stand in the plural (`users' guide`)."""


class _Designation(Struct, frozen=True):
    """One way of naming a term, word by word, each in all its forms."""

    term: str
    text: str
    words: tuple[frozenset[str], ...]


class _Vocabulary(Struct, frozen=True):
    """Designations by the forms of their first word, the longest first."""

    by_word: Mapping[str, tuple[_Designation, ...]]
    uses: Mapping[Span, Use]


def term_uses(version: Version) -> Mapping[Span, tuple[TermUse, ...]]:
    """The uses of defined terms, by the span of the `Text` in which they begin.

    A designation is found as whole words, inflected or not, the longest first; its first letter
    may be a capital. A use may reach into the texts that follow its own (a line ends within it).
    A reference in the author's words is a use too, by the span of the `Reference`. Titles of
    clauses are not searched; in the notes and examples of its own entry a term is no use, in its
    own definition it is (and a mistake: `use.term` is `use.clause`).
    """
    vocabulary = _Vocabulary(_by_word(version), version.uses)
    if not vocabulary.by_word:
        return {}
    found: dict[Span, list[TermUse]] = {}
    said = (each for root in version.clauses for each in texts(root))
    for owner, inlines, entry in said:
        for span, use in _in_text(inlines, owner, vocabulary):
            if use.term != entry:
                found.setdefault(span, []).append(use)
    return {span: tuple(uses) for span, uses in found.items()}


def _by_word(version: Version) -> Mapping[str, tuple[_Designation, ...]]:
    table: dict[str, list[_Designation]] = {}
    terms = [term for _, group in version.term_groups for term in group]
    for designation in _designations(terms, version.standard.language):
        for word in _beginnings(designation, version.standard.language):
            table.setdefault(word, []).append(designation)
    return {
        word: tuple(sorted(known, key=lambda each: -len(each.words)))
        for word, known in table.items()
    }


def _beginnings(designation: _Designation, language: str) -> Iterable[str]:
    """The forms of the first word, each with a small and with a capital first letter; a German
    noun keeps its capital (`Wahl`, not `wähle`)."""
    forms = sorted(designation.words[0])
    if language == "de":
        return dict.fromkeys((*forms, *(word[0].upper() + word[1:] for word in forms)))
    return dict.fromkeys((*forms, *(word[0].swapcase() + word[1:] for word in forms)))


def _designations(terms: Iterable[Term], language: str) -> Iterator[_Designation]:
    for term in terms:
        for placed in (term.preferred, *term.admitted, *term.deprecated):
            words = _WORD.findall(placed.value)
            if words:
                forms = tuple(inflected(word, language) for word in words)
                yield _Designation(term.id.value, placed.value, forms)
            if language == "en" and _OWNER.search(placed.value):
                owners = _WORD.findall(_OWNER.sub(r"\1s ", placed.value))
                forms = tuple(inflected(word, language) for word in owners)
                yield _Designation(term.id.value, placed.value, forms)


def texts(clause: Clause) -> Iterator[tuple[str, tuple[Inline, ...], str | None]]:
    """Each run of text with the id of what it stands in, and of the entry it cannot use.

    What the program wrote has none.
    """
    owner = clause.id.value
    if not clause.derived:
        yield from ((owner, inlines, None) for inlines in _runs(clause.body))
    for term in clause.terms:
        yield from _entry(term)
    for section in clause.sections:
        yield from texts(section)
    for footnote in clause.footnotes:
        yield from ((owner, inlines, None) for inlines in _runs(footnote.blocks))


def _entry(term: Term) -> Iterator[tuple[str, tuple[Inline, ...], str | None]]:
    id = term.id.value
    yield id, term.definition, None
    rest = (*term.notes, *term.examples, *term.other)
    yield from ((id, inlines, id) for inlines in _runs(rest))
    for footnote in term.footnotes:
        yield from ((id, inlines, id) for inlines in _runs(footnote.blocks))


def _runs(roots: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    for block in blocks(roots):
        yield from own_inlines(block)


def _in_text(
    inlines: tuple[Inline, ...], owner: str, vocabulary: _Vocabulary
) -> Iterator[tuple[Span, TermUse]]:
    """The uses in a run of text; texts that follow each other are read as one."""
    run: list[Text] = []
    for inline in inlines:
        if isinstance(inline, Text):
            run.append(inline)
            continue
        if isinstance(inline, Mark | FootnoteMark):
            continue
        yield from _in_run(run, owner, vocabulary)
        run = []
        yield from _in_other(inline, owner, vocabulary)
    yield from _in_run(run, owner, vocabulary)


def _in_other(
    inline: Inline, owner: str, vocabulary: _Vocabulary
) -> Iterator[tuple[Span, TermUse]]:
    match inline:
        case Emphasis() | Strong() | Subscript() | Superscript():
            yield from _in_text(inline.children, owner, vocabulary)
        case Reference():
            yield from _referred(inline, owner, vocabulary.uses)
        case Text() | Mark() | FootnoteMark() | Link() | Code() | Formula() | Image() | Break():
            return
        case _:
            assert_never(inline)


def _referred(
    reference: Reference, owner: str, uses: Mapping[Span, Use]
) -> Iterator[tuple[Span, TermUse]]:
    use = uses.get(reference.span)
    if use and use.target and use.target.kind is Kind.TERM:
        words = prose(reference.children).text or use.target.title
        yield reference.span, TermUse(use.target.id, words, reference.span, owner)


def _in_run(run: list[Text], owner: str, vocabulary: _Vocabulary) -> Iterator[tuple[Span, TermUse]]:
    known = vocabulary.by_word
    if known.keys().isdisjoint(_WORD.findall("".join(text.value for text in run))):
        return
    read = prose(run)
    words = list(_WORD.finditer(read.text))
    passed = 0
    for at, word in enumerate(words):
        candidates = known.get(word.group())
        if candidates is None or at < passed:
            continue
        used = next((each for each in candidates if _stands(each, words, at, read.text)), None)
        if used is not None:
            passed = at + len(used.words)
            span = read.span(word.start(), words[passed - 1].end())
            yield _holder(read, word.start()), TermUse(used.term, used.text, span, owner)


def _stands(designation: _Designation, words: list[re.Match[str]], at: int, text: str) -> bool:
    """Whether a designation, whose first word was met, stands here with all its words."""
    if at + len(designation.words) > len(words):
        return False
    return all(
        words[at + step].group() in forms
        and _BETWEEN.fullmatch(text, words[at + step - 1].end(), words[at + step].start())
        for step, forms in enumerate(designation.words)
        if step
    )


def _holder(read: Prose, offset: int) -> Span:
    """The span of the text that holds a character."""
    return read.pieces[bisect_right(read.starts, offset) - 1].span
