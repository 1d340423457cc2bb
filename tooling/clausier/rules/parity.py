"""All language versions say the same, block by block and sentence by sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from clausier.check.alignment import (
    Pair,
    Places,
    paragraphs,
)
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
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*")
_DIGIT = re.compile(r"\d")
_REFERENCE = re.compile("@")
_LABEL = re.compile(
    r"\b(?:[Cc]lause|[Aa]nnexe?|[Tt]able|[Ff]igure|[Ff]ormula|[Aa]rticle|[Tt]ableau|[Ff]ormule"
    r"|Abschnitt|Anhang|Tabelle|Bild|Formel)[ \u00a0]\(?\Z"
)
_SPACES = str.maketrans("", "", "\u00a0\u202f ")
_EITHER = frozenset((Type.PERMISSION, Type.POSSIBILITY))
_TEXT = re.compile(r"\\(?:text|mathrm|textrm|operatorname)\s*\{[^{}]*\}|\s+|\\,|\\ ")
_NUMERALS: Mapping[str, str] = {
    "en": "zero/nil/no one/first/once/single two/second/twice/both three/third/thrice four/fourth "
          "five/fifth six/sixth seven/seventh eight/eighth nine/ninth ten/tenth eleven twelve "
          "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    "fr": "zéro/aucun/aucune un/une/premier/première deux/second/seconde/deuxième "
          "trois/troisième quatre/quatrième cinq/cinquième six/sixième "
          "sept/septième huit/huitième neuf/neuvième "
          "dix/dixième onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
    "de": "null/kein/keine ein/eine/einem/einen/einer/eines/erste/ersten/einmal "
          "zwei/zweite/zweiten/zweimal/beide drei/dritte/dritten vier/vierte fünf/fünfte "
          "sechs/sechste sieben/siebte acht/achte neun/neunte zehn/zehnte elf zwölf dreizehn "
          "vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
}  # fmt: skip
_HALVES = frozenset(("half", "halves", "demi", "demie", "moitié", "halb", "halbe", "hälfte"))


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


def _said(provision: Provision | None) -> str:
    return f"{provision.type} (`{provision.verb}`)" if provision else "no provision"


def _is_open(here: Provision, there: Provision, subject: Subject) -> bool:
    """Whether two differ only in what `peut` leaves open and no mark decides."""
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
        ours, theirs = _read(one), _read(other)
        here, there = _numbers(ours), _numbers(theirs)
        if here == there:
            continue
        own = [
            (number, span)
            for number, span in _lacking(ours, here, there)
            if not _is_said(number, theirs.text, pair.language)
        ]
        known = [
            (number, span)
            for number, span in _lacking(theirs, there, here)
            if not _is_said(number, ours.text, pair.version.standard.language)
        ]
        for mine, yours in zip_longest(own, known):
            yield _unequal(mine, yours, (one.span.first(60), other.span.first(60)), pair)


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


def _plain(number: str) -> str:
    return number.translate(_SPACES).replace(",", ".")


def _numbers(text: Prose) -> Counter[str]:
    return Counter(_plain(found.group()) for found in _found(text))


def _found(text: Prose) -> list[re.Match[str]]:
    """The numbers in a text that are no labels (`Table 1`)."""
    return [
        found
        for found in _NUMBER.finditer(text.text)
        if not _LABEL.search(text.text, max(0, found.start() - 15), found.start())
    ]


def _lacking(text: Prose, here: Counter[str], there: Counter[str]) -> Iterator[tuple[str, Span]]:
    """The numbers of a text that the other has less often, each with its last place."""
    left = here - there
    for found in reversed(_found(text)):
        number = _plain(found.group())
        if left[number] > 0:
            left[number] -= 1
            yield number, text.span(found.start(), found.end())


def _is_said(number: str, text: str, language: str) -> bool:
    """Whether a text says a number in words."""
    words = {word.lower() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)}
    if number in ("0.5", "50"):
        return not words.isdisjoint(_HALVES)
    if number == "100" and words & {"hundred", "cent", "hundert"}:
        return True
    numerals = _NUMERALS.get(language, "").split()
    if not number.isdecimal() or int(number) >= len(numerals):
        return False
    return not words.isdisjoint(numerals[int(number)].split("/"))


@rule(Severity.ERROR, _SAME, catalogue=("NUM-15",))
def different_formula(subject: Subject) -> Iterator[Finding]:
    """A formula differs between two languages.

    Whoever calculates with one version would get another result. Write the same formula; words in
    it may differ.
    """
    for pair, difference in subject.alignment.pairs():
        if difference is not None:
            continue
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
