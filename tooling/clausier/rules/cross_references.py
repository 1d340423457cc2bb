"""References are written by the program, in the words of the language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from clausier.check.own_number import THIS, is_own_number, is_shown
from clausier.check.referring import DIRECTIONS, DOCUMENT, NOUNS, PAGES, TYPED
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.check.title import DASH
from clausier.check.wording import Met, is_own, met, quoted_from, sentences, touches_quoted
from clausier.resolve.resolved import Kind, Place, Sentence, Use, Version
from clausier.source.diagnostic import Edit, Severity, say
from clausier.source.place import Span

_IGNORED = re.IGNORECASE
_CLAUSES = frozenset((Kind.CLAUSE, Kind.SUBCLAUSE, Kind.ANNEX, Kind.ANNEX_SUBCLAUSE))
_SUBCLAUSES = frozenset((Kind.SUBCLAUSE, Kind.ANNEX_SUBCLAUSE))
_BRACKETED = _CLAUSES | {Kind.TABLE, Kind.FIGURE, Kind.SUBFIGURE}
_SEE: Mapping[str, str] = {"en": "see ", "fr": "voir ", "de": "siehe "}


@rule(
    Severity.WARNING,
    dp2("22.4"),
    catalogue=("REF-01", "REF-02", "REF-06"),
    fixable=True,
    alone=True,
)
def wrong_noun(subject: Subject) -> Iterator[Finding]:
    """A reference to a clause is led in by another word.

    The main divisions are clauses (`Clause 4`, `l'Article 4`, `Abschnitt 4`), what stands below
    them is called by its number alone (`5.2`), and an annex is no appendix. Write `@id` without
    the word: the program prints what belongs to it.
    """
    for one in met(subject, NOUNS):
        use = _following(one)
        if use is None or use.target is None or use.target.kind not in _CLAUSES:
            continue
        annexed = use.target.kind is Kind.ANNEX_SUBCLAUSE and use.target.number.count(".") == 1
        if one.match["wrong"] or (use.target.kind in _SUBCLAUSES and not annexed):
            word = one.match.group().strip()
            place = one.span()
            before = _before(one)
            alone = not _DETERMINED.search(before) and "'" not in word
            yield Finding(
                place,
                say("`{0}` before a reference to `{1}`", word, use.text),
                say("write `@{0}` without the word", use.reference.target),
                edits=(Edit(place, ""),) if alone else (),
            )


def _before(one: Met) -> str:
    """The text of a sentence shortly before a match."""
    start = one.match.start()
    return one.sentence.text[max(0, start - _LOOK_BACK) : start]


def _following(one: Met) -> Use | None:
    """The reference without own words that follows a match directly."""
    found = quoted_from(one.sentence, one.match.end())
    use = one.version.uses.get(one.sentence.at(*found)) if found else None
    return use if use and not use.reference.children else None


@rule(Severity.WARNING, dp2("10.1"), catalogue=("REF-03",), alone=True)
def above_or_below(subject: Subject) -> Iterator[Finding]:
    """A text points above or below.

    Text moves, and on a screen nothing stands above. Refer to the clause, table or figure itself,
    as `@id`.
    """
    for one in met(subject, DIRECTIONS):
        yield Finding(
            one.span(),
            say("`{0}` points nowhere in particular", " ".join(one.match.group().split())),
            say("refer to what is meant, as `@id`"),
        )


@rule(Severity.ERROR, dp2("10.6"), catalogue=("REF-04",), alone=True)
def page_number(subject: Subject) -> Iterator[Finding]:
    """A text refers to a page.

    Pages differ between languages, formats and editions. Refer to the clause, table or figure
    itself, as `@id`.
    """
    for one in met(subject, PAGES):
        if _is_of_another(one):
            continue
        yield Finding(
            one.span(),
            say("`{0}` refers to a page", " ".join(one.match.group().split())),
            say("refer to the clause, table or figure itself, as `@id`"),
        )


def _is_of_another(one: Met) -> bool:
    """Whether a page is one of the document that is cited just before it: `@smith-2001, p. 12`."""
    start = one.match.start()
    before = one.sentence.text[max(0, start - 2) : start]
    return before == ", " and touches_quoted(one.sentence, start - 3, start - 2)


@rule(Severity.WARNING, dp2("10.5"), catalogue=("NRM-13", "NRM-03", "REF-05"), fixable=True)
def typed_document(subject: Subject) -> Iterator[Finding]:
    """The number of a document was typed.

    It stands in no list, and nobody notices when a new edition appears. Add the document to
    `references.yml`, and write `@id`: the program prints its number and lists it where it belongs.
    The document itself is `this document`; its number stands where it is to be marked.
    """
    listed: dict[int, Mapping[str, str]] = {}
    for one in met(subject, dict.fromkeys(("en", "fr", "de"), DOCUMENT)):
        if id(one.version) not in listed:
            listed[id(one.version)] = _listed(one.version)
        start, end = one.match.span()
        if one.sentence.place is Place.BIBLIOGRAPHY or touches_quoted(one.sentence, start, end):
            continue
        number = " ".join(one.match.group().split())
        known = listed[id(one.version)].get(number)
        own = not known and is_own_number(number, one.version)
        if own and is_shown(one.sentence):
            continue
        yield Finding(
            one.span(),
            say("the number `{0}` is typed", number),
            say("write `{0}`", THIS[one.version.standard.language])
            if own
            else say("write `@{0}`", known)
            if known
            else say("add it to `references.yml`, and write `@id`"),
            edits=(Edit(one.span(), f"@{known}"),) if known else (),
        )


def _listed(version: Version) -> Mapping[str, str]:
    """The ids of the documents by what the text calls them."""
    return {
        target.name: id for id, target in version.targets.items() if target.kind is Kind.DOCUMENT
    }


_ADOPTED = re.compile(r"\s*\([^()]*\)\Z")
"""What a title says in brackets of the document that was adopted; nobody writes it in a text."""


@rule(Severity.WARNING, dp2("10.5"), catalogue=("NRM-13",))
def title_for_number(subject: Subject) -> Iterator[Finding]:
    """A document is called by its title.

    Titles are long and look like running words; in the text a document is called by its number.
    Write `@id`.
    """
    for version in subject.versions:
        code = version.standard.language
        for document in version.deliverable.documents.values():
            title = _ADOPTED.sub("", document.titles.get(code, ""))
            if document.number is not None and title:
                yield from _called(subject, version, document.id, title)


def _called(subject: Subject, version: Version, id: str, title: str) -> Iterator[Finding]:
    for owner, sentence in sentences(subject, {version.standard.language: (title,)}):
        at = sentence.text.find(title)
        if owner is version and at >= 0 and _is_called(sentence, at, title, version):
            yield Finding(
                sentence.at(at, at + len(title)),
                say("a document is called by its title"),
                say("write `@{0}`", id),
            )


def _is_called(sentence: Sentence, at: int, title: str, version: Version) -> bool:
    """Whether a title names its document here, and is no running words.

    Behind `the standard` any title does, behind words such as `as` one in quotation marks; else
    only one of several words that does not open the sentence.
    """
    if _LEAD.search(sentence.text, max(0, at - _LOOK_BACK), at):
        return True
    enough = 3 if version.standard.language == "de" else 2
    long = DASH in title or (at > 0 and len(title.split()) > enough)
    return long and is_own(sentence, at, at + len(title))


_LEAD = re.compile(
    r"\b(?:(?:standards?|specification|document|norme|spécification|Norm|Spezifikation|Dokument)\s+"
    r"(?:[“„«‘\"][ \u00a0]?)?|(?:[Aa]s|with|to|[Ww]ie|[Nn]ach|[Gg]emäß|[Ss]elon|(?:expl|ind)iqu\w+)"
    r"\s+[“„«‘\"][ \u00a0]?)\Z"
)


@rule(Severity.INFO, dp2("10.1"), catalogue=("REF-10",), fixable=True, alone=True)
def bare_in_brackets(subject: Subject) -> Iterator[Finding]:
    """A reference stands alone in brackets.

    The reader does not know whether it explains, or is part of the sentence. Write
    `(see @id)`.
    """
    for version in subject.versions:
        see = _SEE.get(version.standard.language, "see ")
        for sentence in version.sentences:
            for span, id in _bracketed(sentence, version):
                yield Finding(
                    span,
                    say("`@{0}` stands alone in brackets", id),
                    say("write `({0}@{1})`", see, id),
                    edits=(Edit(Span(span.path, span.start, span.start), see),),
                )


def _bracketed(sentence: Sentence, version: Version) -> Iterator[tuple[Span, str]]:
    text = sentence.text
    for low, high in sentence.quoted if "(" in text else ():
        if text[low - 1 : low] == "(" and text[high : high + 1] == ")" and low:
            use = version.uses.get(sentence.at(low, high))
            if use and use.target and use.target.kind in _BRACKETED:
                yield use.reference.span, use.reference.target


class _Labels(Struct, frozen=True):
    """What a version numbers: ids by the word before a number and the number."""

    by_number: Mapping[tuple[str, str], str]

    @staticmethod
    def of(version: Version) -> _Labels:
        """The labels of a version's clauses, annexes, tables, figures and formulae."""
        found: dict[tuple[str, str], str] = {}
        for target in version.targets.values():
            family = _FAMILIES.get(target.kind)
            if family and target.number:
                found.setdefault((family, target.number), target.id)
        return _Labels(found)


_FAMILIES: Mapping[Kind, str] = {
    Kind.CLAUSE: "clause",
    Kind.SUBCLAUSE: "clause",
    Kind.ANNEX_SUBCLAUSE: "clause",
    Kind.ANNEX: "annex",
    Kind.TABLE: "table",
    Kind.FIGURE: "figure",
    Kind.FORMULA: "formula",
}
_OTHERS = re.compile(r"(?::\d{4}|\)|\b[A-Z]{2,}[ /][^,;]{0,30}),\s*\Z")
_DETERMINED = re.compile(
    r"\b(?:the|this|that|each|le|la|les|du|de|ce|cette|un|une|der|die|das|dem|den|des|im|zum)\s+\Z",
    _IGNORED,
)
_LOOK_BACK = 50
_NO_TITLES = frozenset(Place) - {Place.TITLE}


@rule(
    Severity.WARNING,
    dp2("10.6"),
    catalogue=("REF-05", "REF-01", "REF-02", "REF-06", "NEF-08", "LST-06"),
    fixable=True,
)
def typed_number(subject: Subject) -> Iterator[Finding]:
    """The number of a clause, annex, table, figure or formula was typed.

    It is wrong as soon as something is added before it, nobody can follow it, and it reads
    otherwise in another language. Write `@id`.
    """
    labels: dict[int, _Labels] = {}
    for one in met(subject, TYPED, _NO_TITLES):
        known = labels.get(id(one.version)) or _Labels.of(one.version)
        labels[id(one.version)] = known
        group = next(name for name in ("bare", "deep", "point", "number") if one.match[name])
        number = one.match[group]
        family = _family(one.match) or "clause"
        target = known.by_number.get((family, number)) or (
            known.by_number.get(("clause", number)) if family == "annex" else None
        )
        before = _before(one)
        start, end = one.match.span(group)
        if target is None or _OTHERS.search(before) or touches_quoted(one.sentence, start, end):
            continue
        whole = group in ("number", "point")
        place = one.span() if whole else one.span(group)
        yield Finding(
            place,
            say("the number `{0}` is typed", one.match.group() if whole else number),
            say("write `@{0}`", target),
            edits=(Edit(place, f"@{target}"),),
        )


def _family(match: re.Match[str]) -> str | None:
    names = ("clause", "annex", "table", "figure", "formula")
    return next((name for name in names if match[name]), None)
