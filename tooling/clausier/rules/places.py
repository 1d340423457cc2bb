"""Each type of provision stands where it may stand: the table is `places.yml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from clausier.check.phrases import Hit
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.language.packaged import packaged
from clausier.language.words import words
from clausier.model.walk import clauses
from clausier.resolve.resolved import Place, Type, Version
from clausier.source.diagnostic import Message, Severity, say

_REPORT = "technical-report"
_TOLD_ELSEWHERE = "may not"
_TABLE_8 = dp2("Table 8")


class _Verdict(Struct, frozen=True):
    """How much it weighs that something stands in a row of the table."""

    row: str
    severity: Severity


@rule(
    Severity.ERROR,
    _TABLE_8,
    catalogue=("PLC-01", "FWD-01", "INT-01", "SCO-01", "TRM-11", "ANX-06"),
    alone=True,
)
def misplaced_requirement(subject: Subject) -> Iterator[Finding]:
    """A requirement stands where the document only informs.

    A reader may skip titles, the foreword, the introduction, notes, examples, footnotes of the
    text and informative annexes and still conform; the scope and a definition say what a thing is.
    Whatever obliges stands in the body of a clause. In an informative annex a requirement can only
    hold for those who choose to use the annex, which it then says. A technical report has none.
    """
    yield from _misplaced(subject, Type.REQUIREMENT)


@rule(
    Severity.ERROR,
    _TABLE_8,
    catalogue=("PLC-03", "FWD-01", "INT-02", "SCO-01", "TRM-11"),
    alone=True,
)
def misplaced_recommendation(subject: Subject) -> Iterator[Finding]:
    """A recommendation stands where the document only informs.

    A reader may skip what only informs, and would miss the advice. Move the recommendation into
    the body of a clause, or tell a fact.
    """
    yield from _misplaced(subject, Type.RECOMMENDATION)


@rule(
    Severity.ERROR,
    _TABLE_8,
    catalogue=("PLC-04", "FWD-01", "INT-02", "SCO-01", "TRM-11"),
    alone=True,
)
def misplaced_permission(subject: Subject) -> Iterator[Finding]:
    """A permission stands where the document only informs.

    A permission changes what conforms, so it stands in the body of a clause. What is merely
    possible is told with `can`.
    """
    yield from _misplaced(subject, Type.PERMISSION)


@rule(Severity.WARNING, _TABLE_8, catalogue=("PLC-05", "TRM-11"), alone=True)
def misplaced_must(subject: Subject) -> Iterator[Finding]:
    """`must` stands in a note, an example, a footnote, the scope or the foreword.

    Even a constraint from outside is then missed by a reader who skips what only informs. State it
    in the introduction or in the body of a clause. In French and German it is a `doit` or `muss`
    marked with `{provision=external}`.
    """
    yield from _misplaced(subject, Type.EXTERNAL)


@rule(Severity.WARNING, _TABLE_8, catalogue=("PLC-02",), alone=True)
def misplaced_instruction(subject: Subject) -> Iterator[Finding]:
    """A sentence in the imperative stands where the document only informs.

    An instruction asks for something to be done, and counts as a requirement. Move it into the
    body of a clause, or tell a fact.
    """
    for hit in subject.phrases.of("imperative"):
        found = _verdict(hit.version, hit.sentence.place, Type.INSTRUCTION)
        if found is not None and _opens_with_capital(hit) and hit.provision is None:
            yield Finding(
                hit.span,
                _said(found.row, hit.words),
                say("move the sentence into the text of a clause, or tell a fact"),
                severity=found.severity,
            )


def _opens_with_capital(hit: Hit) -> bool:
    first = next((sign for sign in hit.sentence.text if sign.isalpha()), "")
    return first.isupper()


def _misplaced(subject: Subject, type: Type) -> Iterator[Finding]:
    takers = [hit.sentence.span for hit in subject.phrases.of("optional-use")]
    for version in subject.versions:
        chosen: frozenset[str] | None = None
        for provision in version.provisions:
            if provision.type is not type or provision.form == _TOLD_ELSEWHERE:
                continue
            found = _verdict(version, provision.place, type)
            if found is None:
                continue
            if found.row == Place.INFORMATIVE_ANNEX:
                chosen = _optional(version) if chosen is None else chosen
                span = provision.verb_span
                if provision.clause in chosen or any(one.holds(span) for one in takers):
                    continue
            yield Finding(
                provision.verb_span,
                _said(found.row, provision.verb or provision.text),
                _help(found.row, type),
                severity=found.severity if provision.main else Severity.WARNING,
            )


def _verdict(version: Version, place: Place, type: Type) -> _Verdict | None:
    """What the table says of a type at a place; in a technical report its row comes first."""
    rows = [str(place)]
    if version.deliverable.metadata.type == "TR":
        rows.insert(0, _REPORT)
    found = [_Verdict(row, _table()[row][type]) for row in rows if type in _table().get(row, {})]
    return next(
        (one for one in found if one.severity is Severity.ERROR), found[0] if found else None
    )


@cache
def _table() -> Mapping[str, Mapping[str, Severity]]:
    return {
        place: {type: Severity(weight) for type, weight in row.items()}
        for place, row in packaged("clausier.rules", "places.yml").items()
    }


def _optional(version: Version) -> frozenset[str]:
    """The ids within informative annexes whose text says that they are optional."""
    known = words(version.standard.language).sets.get("optional", frozenset())
    found: set[str] = set()
    for annex in version.clauses:
        if annex.obligation == "informative":
            ids = {clause.id.value for clause in clauses((annex,))}
            told = " ".join(one.text for one in version.sentences if one.clause in ids)
            if known & set(told.lower().replace(",", " ").replace(".", " ").split()):
                found |= ids
    return frozenset(found)


def _said(row: str, verb: str) -> Message:
    match row:
        case Place.TITLE:
            return say("title contains `{0}`", verb)
        case Place.FOREWORD:
            return say("foreword contains `{0}`", verb)
        case Place.INTRODUCTION:
            return say("introduction contains `{0}`", verb)
        case Place.SCOPE:
            return say("scope contains `{0}`", verb)
        case Place.NORMATIVE_REFERENCES:
            return say("list of normative references contains `{0}`", verb)
        case Place.DEFINITION:
            return say("definition contains `{0}`", verb)
        case Place.INFORMATIVE_ANNEX:
            return say("informative annex contains `{0}`", verb)
        case Place.NOTE:
            return say("note contains `{0}`", verb)
        case Place.TABLE_NOTE:
            return say("note of a table or figure contains `{0}`", verb)
        case Place.EXAMPLE:
            return say("example contains `{0}`", verb)
        case Place.FOOTNOTE:
            return say("footnote contains `{0}`", verb)
        case Place.BIBLIOGRAPHY:
            return say("bibliography contains `{0}`", verb)
        case _:
            return say("technical report contains `{0}`", verb)


def _help(row: str, type: Type) -> Message:
    match row:
        case Place.TITLE:
            return say("name what the text below is about")
        case Place.DEFINITION:
            return say("say what the thing is, and put the rest into a clause")
        case Place.INFORMATIVE_ANNEX:
            return say("say that it is optional, or make the annex normative")
        case "technical-report":
            return say("tell what was found; a technical report only informs")
        case _ if type is Type.PERMISSION:
            return say("write what is possible, or move the permission into a clause")
        case _:
            return say("move the sentence into the text of a clause, or tell a fact")
