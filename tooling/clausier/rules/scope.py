"""The scope says in a few facts what a document covers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.check.wording import Wording, around, met, wording
from clausier.model.block import DefinitionList, List, Paragraph
from clausier.model.clause import Clause
from clausier.model.inline import Reference, Text
from clausier.model.walk import blocks, clauses
from clausier.resolve.resolved import Kind, Place, Version
from clausier.source.diagnostic import Message, Severity, say
from clausier.source.place import Span

_WORDS = 250
_PARAGRAPHS = 6
_OPENINGS: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"This\s+(?:document|part\b[^,.;]{0,60})\b[^.;:]{0,80}?\b(?:specif(?:y|ies)|establish(?:es)?"
        r"|gives?|provides?|defines?|describes?|sets?|lays?|contains?|covers?|deals?|addresses"
        r"|presents?|lists?|identifies|outlines?)\b"
    ),
    "fr": re.compile(
        r"Le\s+présent\s+document\b[^.;:]{0,80}?\b(?:spécifie|établit|donne|définit|fournit|décrit"
        r"|fixe|énonce|précise|contient|traite|couvre|présente|prescrit|propose|expose|indique)\b"
    ),
    "de": re.compile(
        r"Dieses\s+Dokument\b[^.;:]{0,80}?\b(?:legt|gibt|definiert|beschreibt|enthält|stellt"
        r"|spezifiziert|bietet|behandelt|bestimmt|liefert|führt)\b|In\s+diesem\s+Dokument\s+"
        r"(?:wird|werden|ist|sind)\b"
    ),
}
_STATEMENTS: dict[str, Wording] = {
    "en": wording(
        "This document this document",
        r"\AThis\s+document\s+(?:also\s+)?(?:specifies|establishes|defines|sets\s+out|lays\s+down"
        r"|(?:gives|provides|contains)\s+(?:requirements|guidelines|guidance)"
        r"|(?:is|does)\s+(?:not\s+)?appl(?:icable|y)|applies)\b"
        r"|\AThe\s+(?:purpose|aim|objective)\s+of\s+this\s+document\s+is\s+to\s+"
        r"(?:specify|establish|define|set\s+out|lay\s+down|give\s+(?:requirements|guid))",
    ),
    "fr": wording(
        "résent document",
        r"\AL['’](?:objet|objectif)\s+du\s+présent\s+document\s+est\s+d(?:e\s+|['’])"
        r"(?:spécifier|établir|définir|fixer|donner\s+des\s+(?:exigences|lignes))"
        r"|\ALe\s+présent\s+document\s+(?:spécifie|établit|définit|fixe"
        r"|(?:donne|fournit|contient)\s+(?:des\s+)?"
        r"(?:exigences|lignes\s+directrices|recommandations)"
        r"|(?:ne\s+)?s['’]applique|(?:est|n['’]est\s+pas)\s+applicable)\b",
    ),
    "de": wording(
        "ieses Dokument",
        r"\A(?:Zweck|Ziel)\s+dieses\s+Dokuments\s+ist(?:\s+es)?,\s+[^.]{0,200}\b"
        r"(?:festzulegen|zu\s+definieren|anzugeben)\b|\ADieses\s+Dokument\s+(?:legt\b[^.]{0,300}\bfest\b|definiert|gilt\b"
        r"|(?:gibt|enthält)\s+(?:Leitlinien|Anforderungen|Empfehlungen)"
        r"|ist\s+(?:nicht\s+)?anwendbar)",
    ),
}
_CERTIFIED: dict[str, Wording] = {
    "en": wording(
        "ertif",
        r"\b[Cc]ertif(?:ication|ied(?!\s+(?:mail|post|cop|translat|letter))|y)\b"
        r"|\b[Cc]ertificates?\s+of\s+(?:conformity|compliance)\b",
    ),
    "fr": wording(
        "ertif",
        r"\b[Cc]ertifi(?:cations?|cat(?:eur|rice)s?|é(?:e|s|es)?|er)\b(?!\s+conforme)"
        r"|\b[Cc]ertificats?\s+de\s+conformité\b",
    ),
    "de": wording(
        "ertifi",
        r"\b\w*[Zz]ertifizier(?:ung|en|t)\w*|\b(?:Konformitäts|Produkt)?[Zz]ertifikat(?:e[ns]?|s)?\b",
    ),
}
_DEFINED: dict[str, Wording] = {
    "en": wording(
        "defined means following purpose",
        r"\b(?:is|are)\s+defined\s+as\b|(?<=[”\"]\s)means\b"
        r"|\bFor\s+the\s+purposes?\s+of\s+this\s+document\b"
        r"|\AThe\s+following\s+(?:referenced\s+)?documents\b",
    ),
    "fr": wording(
        "défini entend suivants désigne besoins",
        r"\b(?:est|sont)\s+définie?s?\s+comme\b|\b[Oo]n\s+entend\s+par\b|(?<=»\s)désigne\b"
        r"|\bPour\s+les\s+besoins\s+du\s+présent\s+document\b|\A(?:Les\s+)?[Dd]ocuments\s+suivants\b",
    ),
    "de": wording(
        "definiert versteht verstanden folgenden Anwendung bedeutet",
        r"\b(?:ist|sind)\s+definiert\s+als\b|\b[Uu]nter\b[^.;]{1,80}?"
        r"\b(?:versteht\s+man|verstanden)\b|(?<=[“\"]\s)bedeutet\b|\bbedeutet\b(?=\s+[„“\"])"
        r"|\bFür\s+die\s+Anwendung\s+dieses\s+Dokuments\b|\ADie\s+folgenden\s+Dokumente\b",
    ),
}


@rule(Severity.WARNING, dp2("14.5"), catalogue=("SCO-02",))
def opening(subject: Subject) -> Iterator[Finding]:
    """The scope does not begin by saying what the document does.

    The first sentence of a scope is copied into catalogues, where it stands alone: `This document
    specifies …`, `Le présent document spécifie …`, `Dieses Dokument legt … fest`. Begin so.
    """
    for version in subject.versions:
        pattern = _OPENINGS.get(version.standard.language)
        first = next((one for one in version.sentences if one.place is Place.SCOPE), None)
        if pattern and first and not pattern.match(first.text):
            yield Finding(
                first.at(0, len(first.text.split(" ")[0])),
                say("the scope does not begin with what the document does"),
                _help(version),
            )


def _help(version: Version) -> Message:
    match version.standard.language:
        case "fr":
            return say("begin with `Le présent document spécifie …`")
        case "de":
            return say("begin with `Dieses Dokument legt … fest`")
        case _:
            return say("begin with `This document specifies …`")


@rule(Severity.INFO, dp2("13.1"), catalogue=("INT-03",), alone=True)
def in_introduction(subject: Subject) -> Iterator[Finding]:
    """The introduction says what belongs into the scope.

    What a document specifies and where it applies is said once, in Clause 1; the introduction
    tells why it was written. Move the sentence into the scope.
    """
    for one in met(subject, _STATEMENTS, (Place.INTRODUCTION,)):
        yield Finding(
            one.span(),
            say("a statement of scope in the introduction"),
            say("move it into the scope, or say why the document was written"),
        )


@rule(Severity.INFO, dp2("14.1"), catalogue=("SCO-04",))
def long(subject: Subject) -> Iterator[Finding]:
    """The scope is long.

    A scope is short, so that it can be used as a summary in catalogues. Say in a few sentences
    what the document covers and for whom; the rest belongs into the introduction or the clauses.
    """
    for version in subject.versions:
        own = [one for one in version.sentences if one.place is Place.SCOPE]
        words = sum(len(one.text.split()) for one in own)
        paragraphs = _paragraphs(version)
        if own and (words > _WORDS or paragraphs > _PARAGRAPHS):
            yield Finding(
                own[-1].span.first(60),
                say("words in the scope: {0}; paragraphs: {1}", words, paragraphs),
                say("say in a few sentences what the document covers, and for whom"),
            )


def _paragraphs(version: Version) -> int:
    """The number of paragraphs in the scope; a list belongs to the one before it."""
    scopes = clauses(one for one in version.clauses if one.kind == "scope")
    return sum(isinstance(block, Paragraph) for clause in scopes for block in clause.body)


@rule(Severity.INFO, dp2("14.4"), catalogue=("STR-08",))
def divided(subject: Subject) -> Iterator[Finding]:
    """The scope is divided into subclauses.

    It may be, but a text that is to be short seldom needs it.
    """
    for clause in _scopes(subject):
        if clause.sections:
            section = clause.sections[0]
            yield Finding(
                around(section.title) if section.title else section.id.span,
                say("the scope has subclauses"),
                say("write it as a few paragraphs"),
            )


def _scopes(subject: Subject) -> Iterator[Clause]:
    for version in subject.versions:
        yield from (clause for clause in version.clauses if clause.kind == "scope")


@rule(Severity.INFO, dp2("14.1"), catalogue=("SCO-06",))
def references_or_definitions(subject: Subject) -> Iterator[Finding]:
    """The scope lists documents or defines words.

    Documents stand in Clause 2 or the bibliography, definitions in Clause 3. Refer to a document
    where it is needed, and write a term entry for a word.
    """
    for version in subject.versions:
        for clause in clauses(one for one in version.clauses if one.kind == "scope"):
            for block in blocks(clause.body):
                if isinstance(block, DefinitionList) or _lists_documents(block, version):
                    yield _listed(block.span.first(60))
    for one in met(subject, _DEFINED, (Place.SCOPE,)):
        yield _listed(one.span())


def _listed(place: Span) -> Finding:
    return Finding(
        place,
        say("a list of documents or definitions in the scope"),
        say("name documents where they are needed, and define words as terms"),
    )


def _lists_documents(block: object, version: Version) -> bool:
    """Whether most items of a list begin with a document."""
    if not isinstance(block, List):
        return False
    named = [item for item in block.items if _begins_with_document(item.blocks, version)]
    return len(named) * 2 > len(block.items)


def _begins_with_document(inner: tuple[object, ...], version: Version) -> bool:
    if not inner or not isinstance(inner[0], Paragraph):
        return False
    words = [i for i in inner[0].inlines if not (isinstance(i, Text) and not i.value.strip())]
    use = version.uses.get(words[0].span) if words and isinstance(words[0], Reference) else None
    return bool(use and use.target and use.target.kind is Kind.DOCUMENT)


@rule(Severity.INFO, dp2("33"), catalogue=("SCO-07",))
def certification(subject: Subject) -> Iterator[Finding]:
    """The scope speaks of certification.

    A document says what is asked for; who assesses it, and to what end, is the matter of other
    documents. Leave certification out of the scope.
    """
    for one in met(subject, _CERTIFIED, (Place.SCOPE,)):
        yield Finding(
            one.span(),
            say("`{0}` in the scope", one.match.group()),
            say("say what the document covers, and leave certification out"),
        )
