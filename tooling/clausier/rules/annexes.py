"""Annexes stand in the order in which they are met, and are what they are cited as."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.model.clause import Clause
from clausier.model.prose import prose
from clausier.model.walk import clauses
from clausier.resolve.resolved import Place, Provision, Sentence, Type, Use, Version
from clausier.resolve.verb import lexicon, verbal_forms
from clausier.source.diagnostic import Edit, Related, Severity, say
from clausier.source.place import Span

_STATUS = re.compile(r"[ \u00a0]*\((?:normativ|informativ)e?\)", re.IGNORECASE)
_PRESCRIBED = r"(?:questions?|steps|procedure|method|form|template|sequence|scheme|instructions)"
"""What a reader carries out, where a requirement names it."""
_APPLIED: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:in\s+accordance\s+with|according\s+to|compl(?:y|ies)\s+with|conforms?\s+to|meets?"
        r"|as\s+(?:shown|indicated|stated)\s+in"
        r"|(?:specified|given|described|defined|set\s+out|laid\s+down|listed|prescribed)\s+in"
        r"|\b(?:shall|and|or)\s+(?:use|apply|follow|observe|respect)"
        r"|(?:requirements|criteria|limits|values)\s+(?:of|in)"
        rf"|\bthe\s+(?:\w+\s+){{0,2}}{_PRESCRIBED}\s+(?:of|in|from))\s+(?:\S+\s+and\s+)?\Z"
    ),
    "fr": re.compile(
        r"(?:conformément\s+à|selon|conformes?\s+à|satisfai(?:re|t)\s+(?:à|aux\s+exigences\s+de)"
        r"|(?:spécifié|décrit|donné|défini|fixé|énoncé|énuméré|prescrit|prévu)e?s?\s+(?:dans|en|à)"
        r"|(?:comme|tel(?:le)?s?\s+que)\s+indiquée?s?\s+(?:dans|en|à)"
        r"|\b(?:doi(?:t|vent)|et|ou)\s+(?:respecter|appliquer|suivre|observer|utiliser)"
        r"|(?:exigences|critères|limites|valeurs|les\s+(?:questions|étapes|opérations)|la\s+(?:méthode"
        r"|procédure|grille)|le\s+(?:modèle|formulaire|mode\s+opératoire))\s+de)\s+(?:\S+\s+et\s+(?:à\s+)?)?(?:l['’])?\Z"
    ),
    "de": re.compile(
        r"(?:nach|gemäß|entsprechend|in\s+Übereinstimmung\s+mit|[Ww]ie\s+in"
        r"|(?:Anforderungen|Kriterien|Grenzen|Werten?)\s+(?:nach|von|aus)"
        r"|(?:[Dd]ie|[Dd]er|[Dd]en|[Dd]as|[Dd]em)\s+(?:Fragen?|Schritte?n?|Verfahren|Formulars?|Muster"
        r"|Arbeitsgänge?n?|Methode)\s+(?:nach|von|aus|in))"
        r"\s+(?:\S+\s+und\s+)?(?:dem\s+)?\Z"
    ),
}
_LAID_DOWN = re.compile(
    r"\s+(?:(?:fest(?:ge)?legt|vorgibt|vorgegeben|vorgeschrieben)\b"
    r"|(?:festgelegte|vorgegebene|vorgeschriebene|angegebene|beschriebene|genannte)[nrsm]?\b)"
)
"""German verbs that lay down what stands before them, in a clause of its own or before a noun."""
_EXAMPLES = re.compile(r"\b(?:examples?|exemples?|Beispiele?)\b|\([^)]*\Z")
"""What is named so, or in brackets, is for information."""
_APPLIED_BY = re.compile(
    r"\s+(?:entsprechen|entspricht|genügen|erfüllen|einhalten|befolgen|anwenden|verwenden|benutzen)\b"
)
"""The German verb that applies what stands before it."""
_FOR_INSTANCE = re.compile(
    r"\b(?:for\s+example|for\s+instance|e\.g\.|par\s+exemple|beispielsweise|zum\s+Beispiel"
    r"|z\.[ \u00a0]?B\.),?\s+\Z"
)
_LOOK_BACK = 60


def _annexes(version: Version) -> list[Clause]:
    return [clause for clause in version.written if clause.kind == "annex"]


@rule(Severity.ERROR, dp2("20.4"), catalogue=("ANX-01",), fixable=True)
def typed_status(subject: Subject) -> Iterator[Finding]:
    """The status of an annex was typed into its title.

    Whether an annex is normative or informative is said by `obligation`, and printed below its
    letter in each language. Delete it from the title.
    """
    for version in subject.versions:
        for annex in _annexes(version):
            title = prose(annex.title)
            found = _STATUS.search(title.text)
            if found:
                place = title.span(found.start(), found.end())
                yield Finding(
                    place,
                    say("`{0}` is typed in the title", found.group().strip()),
                    say("delete it: `obligation` says it"),
                    edits=(Edit(place, ""),),
                )


@rule(Severity.WARNING, dp2("20.5"), catalogue=("ANX-05",))
def out_of_order(subject: Subject) -> Iterator[Finding]:
    """Annexes do not stand in the order in which the text cites them.

    Annex A is the one that the text names first, after the foreword. Rename the files so that they
    stand in this order: the letters and all references follow.
    """
    for version in subject.versions:
        annexes = _annexes(version)
        if len(annexes) < 2:
            continue
        first = _first_citations(version, annexes)
        cited = [annex for annex in annexes if annex.id.value in first]
        wanted = sorted(cited, key=lambda annex: list(first).index(annex.id.value))
        for annex, other in zip(cited, wanted, strict=True):
            if annex is not other:
                yield Finding(
                    annex.id.span,
                    say("`{0}` stands before `{1}`, which the text cites first",
                        annex.id.value, other.id.value),
                    say("put the annexes into the order in which they are cited"),
                    (Related(first[other.id.value], say("cited here")),),
                )  # fmt: skip
                break


def _first_citations(version: Version, annexes: list[Clause]) -> dict[str, Span]:
    """The place of the first citation of each annex in the text, in the order of reading.

    A foreword tells of annexes in an order of its own: what changed, what is given besides.
    """
    holder = {inner.id.value: annex for annex in annexes for inner in clauses((annex,))}
    found: dict[str, Span] = {}
    for use in version.uses.values():
        annex = _cited(use, holder)
        if annex and use.clause not in holder and use.place is not Place.FOREWORD:
            found.setdefault(annex.id.value, use.reference.span)
    return found


def _cited(use: Use, holder: Mapping[str, Clause]) -> Clause | None:
    """The annex in which a reference leads, if any."""
    if use.target is None:
        return None
    return holder.get(use.target.id) or holder.get(use.target.clause or "")


@rule(Severity.WARNING, dp2("20.2"), catalogue=("ANX-03",))
def informative_but_applied(subject: Subject) -> Iterator[Finding]:
    """A requirement applies an informative annex.

    What has to be done is normative, whatever the annex calls itself. Write
    `obligation: normative` in the annex, or name it for information: `see @id`.
    """
    for version in subject.versions:
        pattern = _APPLIED.get(version.standard.language)
        informative = [one for one in _annexes(version) if one.obligation == "informative"]
        if not informative or pattern is None:
            continue
        holder = {inner.id.value: one for one in informative for inner in clauses((one,))}
        for use, provision in _in_requirements(version, holder):
            if _is_applied(use, version, pattern):
                annex = _cited(use, holder)
                yield Finding(
                    use.reference.span,
                    say("a requirement applies `{0}`, which is informative",
                        annex.id.value if annex else use.text),
                    say("write `obligation: normative` there, or refer to it for information"),
                    (Related(provision.verb_span, say("this makes it a requirement")),),
                )  # fmt: skip


def _in_requirements(
    version: Version, holder: Mapping[str, Clause]
) -> Iterator[tuple[Use, Provision]]:
    """The references to annexes within requirements of the body."""
    uses = [
        use
        for use in version.uses.values()
        if use.place is Place.BODY and _cited(use, holder) is not None
    ]
    for use in uses:
        span = use.reference.span
        for provision in version.provisions:
            if provision.type is Type.REQUIREMENT and provision.span.holds(span):
                yield use, provision
                break


def _is_applied(use: Use, version: Version, pattern: re.Pattern[str]) -> bool:
    """Whether the words about a reference oblige the reader to do what stands there."""
    for sentence in version.sentences:
        if sentence.span.holds(use.reference.span):
            for low, high in sentence.quoted:
                if high > low and sentence.at(low, high) == use.reference.span:
                    return _obliges(sentence, low, version) and _applies(
                        sentence.text, low, high, pattern, version.standard.language
                    )
    return False


def _applies(text: str, low: int, high: int, pattern: re.Pattern[str], language: str) -> bool:
    before = text[max(0, low - _LOOK_BACK) : low]
    found = pattern.search(before)
    if _EXAMPLES.search(before):
        return False
    if found:
        return _FOR_INSTANCE.search(before[: found.start()]) is None
    if language != "de":
        return False
    apart = "," in before
    return bool(_LAID_DOWN.match(text, high) or (not apart and _APPLIED_BY.match(text, high)))


def _obliges(sentence: Sentence, at: int, version: Version) -> bool:
    """Whether the last verb before a place, or else the first after it, makes a requirement."""
    forms = verbal_forms(sentence, lexicon(version.language))
    before = [form for form in forms if form.start < at]
    near = before[-1:] or list(forms[:1])
    return all(each.form.type == Type.REQUIREMENT for each in near)


@rule(Severity.WARNING, dp2("20.2"), catalogue=("ANX-03",))
def normative_but_never_applied(subject: Subject) -> Iterator[Finding]:
    """A normative annex is never needed by a provision.

    The text names it only in notes, examples or informative parts, so nobody has to use it. Refer
    to it from the requirement that needs it, or write `obligation: informative`.
    """
    binding = {Place.BODY, Place.TABLE_FOOTNOTE}
    for version in subject.versions:
        normative = [one for one in _annexes(version) if one.obligation == "normative"]
        holder = {inner.id.value: one for one in normative for inner in clauses((one,))}
        named: set[str] = set()
        applied: set[str] = set()
        for use in version.uses.values() if normative else ():
            annex = _cited(use, holder)
            if annex is not None and holder.get(use.clause) is not annex:
                named.add(annex.id.value)
                if use.place in binding:
                    applied.add(annex.id.value)
        for annex in normative:
            if annex.id.value in named and annex.id.value not in applied:
                yield Finding(
                    annex.id.span,
                    say("no provision needs `{0}`, which is normative", annex.id.value),
                    say("refer to it from a requirement, or write `obligation: informative`"),
                )
