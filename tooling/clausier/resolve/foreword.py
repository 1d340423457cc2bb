"""The fixed sentences of the European foreword, by type of deliverable and stage."""

from __future__ import annotations

from clausier.language.language import LANGUAGES, Language
from clausier.model.workspace import Deliverable, Metadata
from clausier.resolve.document import designation, enumeration, with_article
from clausier.resolve.legislation import request
from clausier.resolve.letters import letters

_ENQUIRY, _VOTE, _PUBLICATION = (30, 0), (50, 20), (60, 0)


def before_text(deliverable: Deliverable, language: Language) -> tuple[str, ...]:
    """The sentences before the author's text; one whose data are missing is left out."""
    metadata = deliverable.metadata
    sentences = (
        None if language.code in LANGUAGES else language.boilerplate["foreword-further-language"],
        _prepared(metadata, language),
        _procedure(metadata, language),
        language.boilerplate["foreword-patents"],
        _supersedes(deliverable, language),
        _request(metadata, language),
    )
    return tuple(sentence for sentence in sentences if sentence)


def _prepared(metadata: Metadata, language: Language) -> str | None:
    """Who prepared the document and who holds the secretariat: sentence 1."""
    words, committee = language.boilerplate, metadata.committee
    if committee.number is None:
        return None
    name = committee.number
    title = committee.titles.get(language.code)
    if title:
        name = words["foreword-committee"].format(name, title)
    document = words["foreword-designation"].format(metadata.number) if metadata.number else ""
    if metadata.type == "CWA":
        return words["foreword-workshop"].format(document, name)
    if committee.secretariat is None:
        return words["foreword-prepared-alone"].format(document, name)
    return words["foreword-prepared"].format(document, name, committee.secretariat)


def stage(metadata: Metadata) -> tuple[int, int]:
    """The harmonized stage code as two numbers: `20.60` is (20, 60); what is none is (0, 0)."""
    first, _, second = metadata.stage.partition(".")
    if not (first.isascii() and first.isdigit()):
        return (0, 0)
    return (int(first), int(second) if second.isascii() and second.isdigit() else 0)


def _procedure(metadata: Metadata, language: Language) -> str | None:
    """To which vote the document is submitted, or by when it is to be a national standard."""
    words, at = language.boilerplate, stage(metadata)
    if at >= _PUBLICATION:
        return _status(metadata, language)
    if metadata.type in ("CWA", "Guide"):
        return None
    if at < _ENQUIRY:
        return words["foreword-working-document"]
    if metadata.type in ("TS", "TR"):
        return words[f"foreword-vote-{metadata.type}"]
    return words["foreword-enquiry" if at < _VOTE else "foreword-formal-vote"]


def _status(metadata: Metadata, language: Language) -> str | None:
    dop, dow = metadata.dates.get("dop"), metadata.dates.get("dow")
    if metadata.type != "EN" or dop is None or dow is None:
        return None
    dates = (month(dop, language), month(dow, language))
    return language.boilerplate["foreword-status"].format(*dates)


def month(date: str, language: Language) -> str:
    """A date as running text says it: `2026-03-31` is `March 2026`."""
    year, _, rest = date.partition("-")
    number = rest[:2]
    if not (number.isascii() and number.isdigit() and 1 <= int(number) <= 12):
        return date
    name = language.labels["months"].split()[int(number) - 1]
    return language.labels["date"].format(month=name, year=year)


def _supersedes(deliverable: Deliverable, language: Language) -> str | None:
    documents = deliverable.documents
    names = [
        with_article(designation(documents[placed.value], language), language)
        for placed in deliverable.metadata.supersedes
        if placed.value in documents
    ]
    if not names:
        return None
    published = stage(deliverable.metadata) >= _PUBLICATION
    key = "foreword-supersedes" if published else "foreword-will-supersede"
    return language.boilerplate[key].format(enumeration(names, language))


def _request(metadata: Metadata, language: Language) -> str | None:
    """Under which requests it was prepared, and where its relation to legislation is told."""
    words = language.boilerplate
    asked = [request(act, metadata) for act in metadata.annex_z]
    requests = list(dict.fromkeys(filter(None, (metadata.standardization_request, *asked))))
    if not requests:
        return None
    said = words["foreword-request"].format(enumeration(requests, language))
    annexes = [
        language.names["annex"].format(f"Z{letters(at)}")
        for at, _ in enumerate(metadata.annex_z, 1)
    ]
    key = "foreword-annex-z" if len(annexes) == 1 else "foreword-annexes-z"
    return f"{said} {words[key].format(enumeration(annexes, language))}" if annexes else said


def after_text(metadata: Metadata, language: Language) -> tuple[str, ...]:
    """Where to send questions, and who is bound by the document: after the author's text."""
    words = language.boilerplate
    if stage(metadata) < _PUBLICATION or metadata.type in ("CWA", "Guide"):
        return ()
    if metadata.type == "TR":
        return (words["foreword-feedback"],)
    members = words[f"foreword-members-{metadata.type}"].format(words["members"])
    return (words["foreword-feedback"], members)
