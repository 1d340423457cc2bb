"""The foreword says who prepared a document, and what it replaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.rule import IR3, Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.check.wording import Wording, met, wording
from clausier.language.language import Language
from clausier.model.block import List
from clausier.model.clause import Clause
from clausier.model.walk import blocks
from clausier.model.workspace import Metadata
from clausier.resolve.resolved import Place, Version
from clausier.source.diagnostic import Severity, say
from clausier.source.place import Span

_GROUPS: dict[str, Wording] = {
    "en": wording(
        "orking group orking Group WG ask group ask Group TG roject group roject Group",
        r"\b(?:[Ww]orking|[Tt]ask|[Pp]roject)\s+[Gg]roups?\b"
        r"(?!\s+(?:of|with|for)\s+(?!the\b|this\b|that\b|CEN\b|ISO\b|experts\b))"
        r"|\b(?:WG|TG)[ \u00a0]?\d+\b",
    ),
    "fr": wording(
        "roupe de roupes de GT WG",
        r"\b[Gg]roupes?\s+de\s+(?:[Tt]ravail|[Pp]rojet)\b|\b(?:GT|WG)[ \u00a0]?\d+\b",
    ),
    "de": wording(
        "rbeitsgruppe rbeitskreis rojektgruppe AG WG",
        r"\b(?:Arbeits|Projekt)gruppen?\b|\bArbeitskreis(?:es|en?)?\b|\b(?:AG|WG)[ \u00a0]?\d+\b",
    ),
}
_FIXED: dict[str, Wording] = {
    "en": wording(
        "prepared supersede replace national submitted",
        r"\b(?:has\s+been|was)\s+prepared\s+(?:by\s+(?:the\s+)?(?:Technical\s+Committee|CEN/)"
        r"|under\s+a\s+(?:standardization\s+request|mandate)\b)"
        r"|\bThis\s+document\s+(?:will\s+)?(?:supersedes?|replaces?)\b(?!\s+(?:no|nothing)\b)"
        r"|\bcancels\s+and\s+replaces\b|\bgiven\s+the\s+status\s+of\s+a\s+national\s+standard\b"
        r"|\bsubmitted\s+to\s+the\s+(?:CEN\s+Enquiry|(?:Formal\s+)?Vote)\b",
    ),
    "fr": wording(
        "élaboré préparé remplace national soumis Règlement",
        r"\ba\s+été\s+(?:élaboré|préparé)\s+(?:par\s+(?:le\s+)?(?:Comité\s+[Tt]echnique|CEN/)"
        r"|dans\s+le\s+cadre\s+d['’]une?\s+(?:demande\s+de\s+normalisation|mandat)\b)"
        r"|\bprésent\s+document\s+(?:annule\s+et\s+|est\s+destiné\s+à\s+(?:annuler\s+et\s+)?)?"
        r"remplace(?:ra|r)?\b|\brecevoir\s+le\s+statut\s+de\s+norme\s+nationale\b"
        r"|\bsoumis\s+(?:à\s+l['’][Ee]nquête|au\s+[Vv]ote)\b"
        r"|\bSelon\s+le\s+Règlement\s+[Ii]ntérieur\s+du\s+CEN\b",
    ),
    "de": wording(
        "erarbeitet ersetz nationale derzeit vorgelegt",
        r"\bwurde\s+(?:vo[mn]\s+(?:Technischen\s+Komitee|CEN/)|im\s+Rahmen\s+eines\s+"
        r"(?:Normungsauftrags|Mandats)\b)|\b[Dd]ieses\s+Dokument\s+(?!\w+\s+(?:nicht|kein))"
        r"(?:ersetzt\b|wird\s+[^.;]{0,60}\bersetzen\b)|\bStatus\s+einer\s+nationalen\s+Norm\b"
        r"|\bderzeit\s+zur\s+(?:CEN-Umfrage|formellen\s+Abstimmung|Abstimmung\s+über)\b"
        r"|\bzur\s+(?:CEN-Umfrage|formellen\s+Abstimmung|Abstimmung)\b[^.]{0,30}\bvorgelegt\b",
    ),
}
_WHOLE = (
    "foreword-patents",
    "foreword-feedback",
    "foreword-members-EN",
    "foreword-members-TS",
)
"""Fixed texts of the foreword whose sentences are known by their first words."""
_FIRST_WORDS = 9
_BETWEEN = r"\W+"
_SENTENCE = re.compile(r"(?<=[.])\s+(?=[A-ZÄÖÜÉ])")
_WORD = re.compile(r"\w+")
_CHANGES = re.compile(
    r"\b(?:chang|revis|modifi|révis|änder|geändert|überarbeit|amend|added|remov|delet|ajout|supprim"
    r"|ergänz|hinzugefügt|aufgenommen|gestrichen|entfall)\w*",
    re.IGNORECASE,
)


@rule(Severity.ERROR, dp2("12.5"), catalogue=("FWD-02",), alone=True)
def working_group(subject: Subject) -> Iterator[Finding]:
    """The foreword names a working group.

    The technical committee answers for the document; the groups that worked for it are not named.
    Take the sentence out. A subcommittee is a committee, and may be named.
    """
    for one in met(subject, _GROUPS, (Place.FOREWORD,)):
        yield Finding(
            one.span(),
            say("`{0}` in the foreword", " ".join(one.match.group().split())),
            say("name the technical committee only; the program does it"),
        )


@rule(Severity.WARNING, IR3, catalogue=("FWD-02", "FWD-07"))
def typed_sentence(subject: Subject) -> Iterator[Finding]:
    """A fixed sentence of the foreword was typed.

    The program writes which committee prepared the document, what it supersedes and by when it is
    to be a national standard, from `standard.yml` and as the stage wants it; the sentences on
    patents and on questions too. Delete the sentence, and fill in `committee`, `supersedes` and
    `dates`.
    """
    fixed = {
        version.standard.language: _fixed(version.language)
        for version in subject.versions
        if version.standard.language in _FIXED
    }
    for one in met(subject, fixed, (Place.FOREWORD,)):
        yield Finding(
            one.span(),
            say("this sentence is written by the program"),
            say("delete it, and fill in `committee`, `supersedes` and `dates` in `standard.yml`"),
        )


def _fixed(language: Language) -> Wording:
    """How a language begins its fixed sentences: typed ones differ in few words from ours."""
    own = _FIXED[language.code]
    signs, patterns = [*own.signs], [own.pattern]
    for key in _WHOLE:
        for sentence in _SENTENCE.split(language.boilerplate[key]):
            first = _WORD.findall(sentence.partition("{")[0])[:_FIRST_WORDS]
            if len(first) == _FIRST_WORDS:
                signs.append(max(first, key=len))
                patterns.append(rf"\b{_BETWEEN.join(first)}\b")
    return Wording(tuple(signs), "|".join(patterns))


@rule(Severity.INFO, dp2("12.5"), from_stage="40.20", catalogue=("FWD-02",))
def no_committee(subject: Subject) -> Iterator[Finding]:
    """Nobody has said which committee prepares the document.

    The foreword names the technical committee and its secretariat. Write `committee` with its
    `number`, `title` and `secretariat` in `standard.yml`.
    """
    for deliverable in subject.workspace.deliverables:
        if deliverable.metadata.committee.number is None:
            yield Finding(
                _key(deliverable.metadata, "committee.number", "committee"),
                say("the committee has no number"),
                say("write `number` and `secretariat` of the `committee`"),
            )


@rule(Severity.WARNING, dp2("12.5.2"), from_stage="40.20", catalogue=("FWD-03",))
def no_changes(subject: Subject) -> Iterator[Finding]:
    """A revised document does not say what has changed.

    Whoever works with the earlier edition wants to know what to change. List the main changes in
    the foreword, or say in which annex they stand.
    """
    for version in subject.versions:
        metadata = version.deliverable.metadata
        if not metadata.supersedes and metadata.edition < 2:
            continue
        foreword = next(one for one in version.clauses if one.kind == "foreword")
        if not _tells_changes(foreword, version):
            place = _key(metadata, "supersedes" if metadata.supersedes else "edition")
            yield Finding(
                place if foreword.derived else foreword.id.span,
                say("the foreword in `{0}` does not say what has changed",
                    version.standard.language),
                say("list the main changes in `00-foreword.md`"),
            )  # fmt: skip


def _tells_changes(foreword: Clause, version: Version) -> bool:
    if any(isinstance(block, List) for block in blocks(foreword.body)):
        return True
    return any(
        _CHANGES.search(sentence.text)
        for sentence in version.sentences
        if sentence.place is Place.FOREWORD
    )


@rule(Severity.WARNING, dp2("12.5.2"), from_stage="40.20", catalogue=("FWD-03",))
def nothing_superseded(subject: Subject) -> Iterator[Finding]:
    """A later edition does not say which document it replaces.

    The foreword names the edition that a new one supersedes. Write its id in `supersedes`, and the
    document itself in `references.yml`.
    """
    for deliverable in subject.workspace.deliverables:
        metadata = deliverable.metadata
        if metadata.edition > 1 and not metadata.supersedes:
            yield Finding(
                _key(metadata, "edition"),
                say("edition {0} supersedes nothing", metadata.edition),
                say("name the earlier edition in `supersedes`"),
            )


@rule(Severity.ERROR, IR3, profiles=("EN",), catalogue=("FWD-07",))
def no_dates(subject: Subject) -> Iterator[Finding]:
    """A European Standard is published and has no dates of implementation.

    From its publication on, the foreword says by when a standard is to be a national standard and
    by when conflicting ones are to be withdrawn. Write `dop` and `dow` in `dates`.
    """
    for deliverable in subject.workspace.deliverables:
        metadata = deliverable.metadata
        lacking = [date for date in ("dop", "dow") if not metadata.dates.get(date)]
        if metadata.type == "EN" and metadata.stage >= "60" and lacking:
            yield Finding(
                _key(metadata, f"dates.{lacking[0]}", "dates", "stage"),
                say("the date `{0}` is missing", lacking[0]),
                say("write it in `dates`, as `2027-03-31`"),
            )


@rule(Severity.ERROR, IR3, profiles=("TS", "TR", "CWA", "Guide"), catalogue=("FWD-07",))
def dates_without_standard(subject: Subject) -> Iterator[Finding]:
    """A document that is no European Standard has dates of implementation.

    Only European Standards become national standards at a given date and make others withdraw.
    Delete `dop` and `dow`, or correct the `type`.
    """
    for deliverable in subject.workspace.deliverables:
        metadata = deliverable.metadata
        for date in ("dop", "dow"):
            if metadata.type != "EN" and metadata.dates.get(date):
                yield Finding(
                    _key(metadata, f"dates.{date}", "dates"),
                    say("`{0}` has the date `{1}`", metadata.type, date),
                    say("delete the date, or correct the `type`"),
                )


def _key(metadata: Metadata, *names: str) -> Span:
    """The place of the first of these keys that is written."""
    for name in names:
        if name in metadata.spans:
            return metadata.spans[name]
    return metadata.span.first()
