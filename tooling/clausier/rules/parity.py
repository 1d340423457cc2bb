"""All language versions say the same, block by block and sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from clausier.check.alignment import (
    Pair,
    Places,
    paragraphs,
)
from clausier.check.numerals import is_said, lacking, numbers, other_units
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.model.block import Equation, Paragraph
from clausier.model.inline import Code, Formula, Inline, Reference
from clausier.model.prose import OBJECT, Prose, prose
from clausier.model.walk import blocks, inlines
from clausier.resolve.resolved import Kind, Provision, Type, Version
from clausier.source.diagnostic import Related, Severity, say
from clausier.source.place import Span

_SAME = dp2("8.1")
_DIGIT = re.compile(r"\d")
_REFERENCE = re.compile("@")
_ONLY = re.compile(
    r"\b(?:only|solely|alone|seule?s?|seulement|uniquement|exclusivement|que|nur|lediglich|ausschließlich"
    r"|allein)\b",
    re.IGNORECASE,
)
_LIMITS = re.compile(
    r"\b(?:at most|up to|no more|maximum|au plus|au maximum|jusqu['’]à|höchstens|maximal|bis zu)\b",
    re.IGNORECASE,
)
_ONLY_TYPES = frozenset((Type.REQUIREMENT, Type.PERMISSION))
_EITHER = frozenset((Type.PERMISSION, Type.POSSIBILITY))
_TEXT = re.compile(r"\\(?:text|mathrm|textrm|operatorname)\s*\{[^{}]*\}|\s+|\\,|\\ ")


@rule(Severity.ERROR, _SAME, catalogue=("STR-22", "TAB-07"))
def different_shape(subject: Subject) -> Iterator[Finding]:
    """A clause has other paragraphs, lists, notes or tables in another language.

    All versions have the same notes, examples, list items, rows, figures, formulae and footnotes
    in the same order, or their numbers would differ, and so would what they say. Bring the
    translation into the shape of the text it translates.
    """
    for pair, found in subject.alignment.pairs():
        if found is not None:
            yield Finding(
                found.ours.first(60),
                say("`{0}` here and `{1}` in `{2}`", found.here, found.there, pair.language),
                say("give both versions the same blocks in the same order"),
                (Related(found.theirs.first(60), say("the other stands here")),),
            )
    yield from _footnotes(subject)


def _footnotes(subject: Subject) -> Iterator[Finding]:
    for version, reference in subject.alignment.translations():
        theirs = {one.id.value: one for one in reference.clauses}
        for clause in version.clauses:
            other = theirs.get(clause.id.value)
            if other is None or len(other.footnotes) == len(clause.footnotes):
                continue
            yield Finding(
                clause.id.span,
                say("`{0}` has {1} footnotes here and {2} in `{3}`", clause.id.value,
                    len(clause.footnotes), len(other.footnotes), reference.standard.language),
                say("give both versions the same footnotes"),
                (Related(other.id.span, say("the other stands here")),),
            )  # fmt: skip


def _alike(subject: Subject) -> Iterator[tuple[Pair, Paragraph, Paragraph]]:
    """The paragraphs of sections whose shapes agree, each beside the one it translates."""
    for pair, difference in subject.alignment.pairs():
        if difference is None:
            ours, theirs = paragraphs(pair.ours), paragraphs(pair.theirs)
            if len(ours) == len(theirs):
                for one, other in zip(ours, theirs, strict=True):
                    yield pair, one, other


@rule(Severity.ERROR, _SAME, catalogue=("VRB-08",))
def different_provisions(subject: Subject) -> Iterator[Finding]:
    """A sentence obliges, recommends or permits otherwise in another language.

    `shall`, `doit` and `muss` oblige; `should`, `il convient` and `sollte` recommend; `may`, `peut`
    and `darf` permit. Whoever conforms to one version would not conform to the other. Use the form
    that corresponds.
    """
    places: dict[int, Places] = {}
    for pair, one, other in _alike(subject):
        for version in (pair.version, pair.reference):
            if id(version) not in places:
                places[id(version)] = Places.of(version)
        ours = places[id(pair.version)].within(one.span)
        theirs = places[id(pair.reference)].within(other.span)
        if [p.type for p in ours] != [p.type for p in theirs]:
            yield from _unlike(pair, one, other, ours, theirs, subject)
        else:
            count, stand = places[id(pair.version)].order(ours, one.span)
            count_there, stand_there = places[id(pair.reference)].order(theirs, other.span)
            if count == count_there:
                yield from _moved(pair, zip(ours, theirs, stand, stand_there, strict=True))


def _unlike(
    pair: Pair,
    one: Paragraph,
    other: Paragraph,
    ours: list[Provision],
    theirs: list[Provision],
    subject: Subject,
) -> Iterator[Finding]:
    """The first sentence in which two paragraphs differ."""
    for index in range(max(len(ours), len(theirs))):
        here = ours[index] if index < len(ours) else None
        there = theirs[index] if index < len(theirs) else None
        if here and there and (here.type is there.type or _is_open(here, there, subject)):
            continue
        place = here.verb_span if here else one.span.first(60)
        related = there.verb_span if there else other.span.first(60)
        yield Finding(
            place,
            say("{0} here and {1} in `{2}`", _said(here), _said(there), pair.language),
            say("use the verbal form that corresponds"),
            (Related(related, say("the other stands here")),),
        )
        return


def _moved(
    pair: Pair, provisions: Iterable[tuple[Provision, Provision, int, int]]
) -> Iterator[Finding]:
    """The first provision that stands in another of as many sentences."""
    for here, there, at, at_there in provisions:
        if at != at_there:
            yield Finding(
                here.verb_span,
                say("{0} in sentence {1} here and in sentence {2} in `{3}`",
                    _said(here), at, at_there, pair.language),
                say("use the verbal form that corresponds"),
                (Related(there.verb_span, say("the other stands here")),),
            )  # fmt: skip
            return


def _said(provision: Provision | None) -> str:
    return f"{provision.type} (`{provision.verb}`)" if provision else "no provision"


def _is_open(here: Provision, there: Provision, subject: Subject) -> bool:
    """Whether two differ only in what `peut` leaves open and no mark decides, or in that one
    permits something alone, or so much, where the other forbids the rest."""
    if {here.type, there.type} == _ONLY_TYPES:
        one, other = sorted((here, there), key=lambda each: each.type is Type.REQUIREMENT)
        limited = _ONLY.search(one.text) or _LIMITS.search(one.text)
        return bool(limited and (other.negative or _ONLY.search(other.text)))
    if {here.type, there.type} != _EITHER:
        return False
    return any(
        one.verb.lower().startswith("peu") and not _is_marked(one, subject) for one in (here, there)
    )


def _is_marked(provision: Provision, subject: Subject) -> bool:
    source = subject.sources.get(provision.verb_span.path)
    after = source.text[provision.verb_span.end : provision.span.end + 40] if source else ""
    return "{provision=" in after


@rule(Severity.ERROR, _SAME, catalogue=("NUM-15",))
def different_numbers(subject: Subject) -> Iterator[Finding]:
    """A number differs between two languages.

    A limit that is 15 in one version and 50 in the other makes two documents of one. Write the
    same number; words for small numbers count as numbers.
    """
    for pair, one, other in _alike(subject):
        if not (_holds(_DIGIT, one, subject) or _holds(_DIGIT, other, subject)):
            continue
        yield from _different_numbers(pair, one, other)


def _different_numbers(pair: Pair, one: Paragraph, other: Paragraph) -> Iterator[Finding]:
    texts = _read(one), _read(other)
    ours, theirs = numbers(texts[0]), numbers(texts[1])
    here, there = pair.version.standard.language, pair.language
    own = [
        (said.value, said.span)
        for said in lacking(ours, theirs)
        if not is_said(said.value, texts[1].text, there)
    ]
    known = [
        (said.value, said.span)
        for said in lacking(theirs, ours)
        if not is_said(said.value, texts[0].text, here)
    ]
    for mine, yours in zip_longest(own, known):
        yield _unequal(mine, yours, (one.span.first(60), other.span.first(60)), pair)
    for said, said_there in other_units(ours, theirs):
        both = [(f"{each.value} {each.unit}", each.span) for each in (said, said_there)]
        yield _unequal(both[0], both[1], (said.span, said_there.span), pair)


_Found = tuple[str, Span]


def _unequal(
    mine: _Found | None, yours: _Found | None, places: tuple[Span, Span], pair: Pair
) -> Finding:
    """What stands here in the place of what stands there, or on one side only."""
    if mine and yours:
        message = say("`{0}` here and `{1}` in `{2}`", mine[0], yours[0], pair.language)
    elif mine:
        message = say("`{0}` stands here and not in `{1}`", mine[0], pair.language)
    else:
        message = say(
            "`{0}` stands in `{1}` and not here", yours[0] if yours else "", pair.language
        )
    return Finding(
        mine[1] if mine else places[0],
        message,
        say("write the same in both versions"),
        (Related(yours[1] if yours else places[1], say("the other stands here")),),
    )


def _holds(sign: re.Pattern[str], paragraph: Paragraph, subject: Subject) -> bool:
    """Whether a sign stands where a paragraph was written; most need no nearer look."""
    source = subject.sources.get(paragraph.span.path)
    span = paragraph.span
    return source is None or sign.search(source.text, span.start, span.end) is not None


def _read(paragraph: Paragraph) -> Prose:
    return prose(paragraph.inlines, _shown)


def _shown(inline: Inline) -> str:
    if isinstance(inline, Formula):
        return inline.tex.replace("{,}", ",").replace("\\,", "")
    return inline.value if isinstance(inline, Code) else OBJECT


@rule(Severity.ERROR, _SAME, catalogue=("NUM-15",))
def different_formula(subject: Subject) -> Iterator[Finding]:
    """A formula differs between two languages.

    Whoever calculates with one version would get another result. Write the same formula; words in
    it may differ.
    """
    with_formulas = {part.span.path for part in subject.parts if part.contents.formulas}
    for pair, difference in subject.alignment.pairs():
        if difference is not None:
            continue
        if not with_formulas.isdisjoint((pair.ours.place.path, pair.theirs.place.path)):
            yield from _in_lines(pair)
        both = (
            [block for block in blocks(side.body) if isinstance(block, Equation)]
            for side in (pair.ours, pair.theirs)
        )
        for one, other in zip(*both, strict=False):
            if _TEXT.sub("", one.tex) != _TEXT.sub("", other.tex):
                yield Finding(
                    one.tex_span,
                    say("this formula is another in `{0}`", pair.language),
                    say("write the same formula in both versions"),
                    (Related(other.tex_span, say("the other stands here")),),
                )


def _in_lines(pair: Pair) -> Iterator[Finding]:
    """The formulae within the sentences of two paragraphs, whatever their order."""
    ours, theirs = paragraphs(pair.ours), paragraphs(pair.theirs)
    for one, other in zip(ours, theirs, strict=True) if len(ours) == len(theirs) else ():
        here, there = _formulas(one), _formulas(other)
        own = [span for tex, span in here.items() if tex not in there]
        known = [span for tex, span in there.items() if tex not in here]
        for span, related in zip(own, known, strict=False):
            yield Finding(
                span,
                say("this formula is another in `{0}`", pair.language),
                say("write the same formula in both versions"),
                (Related(related, say("the other stands here")),),
            )


def _formulas(paragraph: Paragraph) -> dict[str, Span]:
    """The formulae of a paragraph that say more than a symbol, as they are compared."""
    found = (one for one in inlines(paragraph.inlines) if isinstance(one, Formula))
    return {_TEXT.sub("", one.tex): one.span for one in found if "=" in one.tex}


@rule(Severity.ERROR, _SAME, catalogue=("STR-22",))
def different_references(subject: Subject) -> Iterator[Finding]:
    """A paragraph refers to other things in another language.

    A reader of one version would be led elsewhere, or nowhere, and a document may be normative in
    one version only. Refer to the same clauses, tables and documents.
    """
    for pair, one, other in _alike(subject):
        if not (_holds(_REFERENCE, one, subject) or _holds(_REFERENCE, other, subject)):
            continue
        if _is_lost(one, pair.version) or _is_lost(other, pair.reference):
            continue
        ours = _targets(one, pair.version, terms=False)
        theirs = _targets(other, pair.reference, terms=False)
        own = [(key, found.span) for key, found in ours.items() if key not in theirs]
        known = [(key, found.span) for key, found in theirs.items() if key not in ours]
        for mine, yours in zip_longest(own, known):
            yield _unequal(mine, yours, (one.span.first(60), other.span.first(60)), pair)


def _is_lost(paragraph: Paragraph, version: Version) -> bool:
    """Whether a reference of a paragraph points at nothing: another rule says so."""
    found = (one for one in inlines(paragraph.inlines) if isinstance(one, Reference))
    uses = (version.uses.get(one.span) for one in found)
    return any(use is None or use.target is None for use in uses)


def _targets(paragraph: Paragraph, version: Version, terms: bool) -> dict[str, Reference]:
    """The references of a paragraph by what they refer to: to terms, or to all else."""
    found: dict[str, Reference] = {}
    for inline in inlines(paragraph.inlines):
        if isinstance(inline, Reference):
            use = version.uses.get(inline.span)
            is_term = bool(use and use.target and use.target.kind is Kind.TERM)
            if is_term is terms:
                key = f"@{inline.target}" + (f"#{inline.part}" if inline.part else "")
                found.setdefault(key, inline)
    return found


@rule(Severity.WARNING, _SAME, catalogue=("STR-22",))
def different_terms(subject: Subject) -> Iterator[Finding]:
    """A clause points at other terms in another language.

    What is a defined term in one version is one in all. Point at the entry as
    `[words](@id)` in this version too, or take the other link away.
    """
    for pair, _ in subject.alignment.pairs():
        ours: dict[str, Reference] = {}
        theirs: dict[str, Reference] = {}
        for paragraph in paragraphs(pair.ours):
            ours = _targets(paragraph, pair.version, terms=True) | ours
        for paragraph in paragraphs(pair.theirs):
            theirs = _targets(paragraph, pair.reference, terms=True) | theirs
        own = [(key, found.span) for key, found in ours.items() if key not in theirs]
        known = [(key, found.span) for key, found in theirs.items() if key not in ours]
        for mine, yours in zip_longest(own, known):
            yield _unequal(mine, yours, (pair.ours.place, pair.theirs.place), pair)
