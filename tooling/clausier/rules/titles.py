"""The title of a document and the titles in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clausier.check.heading import headings, wrong_capital
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.check.title import DASH, DocumentTitle, document_titles
from clausier.model.prose import prose
from clausier.model.workspace import Deliverable
from clausier.resolve.resolved import Type
from clausier.source.diagnostic import Edit, Message, Related, Severity, say
from clausier.source.place import Span

_LONGEST = 3
_HYPHEN = re.compile(r"(?<=\S)[ \u00a0](?:-{1,3}|–)[ \u00a0](?=\S)|(?<=\S)—(?=\S)")
_PART_OF = re.compile(r"(?<=\d)-(\d+)(?:-(\d+))?(?=$|[:/ ])")
_ODD_PART = re.compile(r"(?<=\d)-([A-Za-z]{1,4})(?=$|[:/ -])")
_PART = re.compile(r"(?:Part|Partie|Teil)[ \u00a0](\w+)[ \u00a0]?:")
_PARTS: Mapping[str, str] = {"en": "Part {0}:", "fr": "Partie {0} :", "de": "Teil {0}:"}
_TYPES: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?:international|european|national|draft)\s+standards?|technical\s+specification"
        r"|technical\s+report|workshop\s+agreements?)\b|\Atechnical\s+(?:specification|report)s\b"
        r"|\Astandard\b(?=\s+for\b|\s*\Z)|\Aguide\b(?=\s+(?:for|on|to)\b|\s*\Z)",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:normes?\s+(?:internationales?|européennes?|nationales?)|spécifications?\s+techniques?"
        r"|rapports?\s+techniques?)\b"
        r"|\Anorme\b(?=\s+(?:pour|sur|du|des|de\s+la|de\s+l['’]|relative)\b|\s*\Z)"
        r"|\Aguide\b(?=\s+(?:pour|sur|de|du|des|d['’]|relatif)|\s*\Z)",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:(?:europäische|internationale|nationale)n?\s+norm(?:en)?"
        r"|technische[nr]?\s+(?:spezifikation(?:en)?|berichte?s?)|leitf[aä]den)\b"
        r"|\Anorm\b(?=\s+(?:für|zu|zur|zum|über)\b|\s*\Z)",
        re.IGNORECASE,
    ),
}
_METHODS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:[Mm]ethods?\s+(?:of\s+test(?:ing)?\b|(?:for|of)\s+(?:the\s+)?determin\w+)"
        r"|[Tt]ests?\s+(?:on|of|for)\s+the\s+\w+)|(?:\A|(?<=— ))[Tt]ests?\s+on\b(?!\s+site\b)"
    ),
    "fr": re.compile(
        r"\b[Mm]éthodes?\s+(?:de|pour)\s+(?:la\s+|le\s+)?"
        r"(?:détermination|déterminer|contrôle|contrôler|tester|essayer)\b"
        r"|\b[Cc]odes?\s+d['’]essai\b|(?:\A|(?<=— ))[Ee]ssais?\s+(?:sur|relatifs?)\b"
    ),
    "de": re.compile(
        r"(?:\A|(?<=— ))(?:(?:Verfahren|Methoden?)\s+(?:zur|für\s+die)\s+(?:Bestimmung|Prüfung)"
        r"|Prüfung(?:en)?\s+an)\b"
    ),
}
_METHOD: Mapping[str, Message] = {
    "en": say("write `Test method` or `Determination of …`"),
    "fr": say("write `Méthode d'essai` or `Détermination de …`"),
    "de": say("write `Prüfverfahren` or `Bestimmung von …`"),
}
_VOCABULARY: Mapping[str, tuple[str, str]] = {
    "en": ("terminology", "Vocabulary"),
    "fr": ("terminologie", "Vocabulaire"),
    "de": ("terminologie", "Begriffe"),
}
"""An element of a title that names a vocabulary, and what to write instead."""
_GUIDANCE: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:(?:general|basic|practical)\s+)?(?:guidance(?!\s+(?:of|systems?)\b)|guidelines?"
        r"|recommendations?)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"(?:lignes\s+directrices|recommandations?)\b", re.IGNORECASE),
    "de": re.compile(
        r"(?:(?:allgemeine|praktische)\s+)?(?:leitlinien?|empfehlung(?:en)?|anleitung(?:en)?)\b",
        re.IGNORECASE,
    ),
}
"""How an element begins that promises guidance; `Principles and guidance` promises more."""
_TRAILING = re.compile(r"[ \t\u00a0]*[.:;,–—-]\Z|[ \t\u00a0]+\Z")
_SHORT = ("etc.", "usw.", "a.m.", "p.m.", "Co.", "Inc.", "Ltd.", "…", "...")
_SMALL_FIRST = re.compile(r"[a-zà-ÿ]{2,}(?![\w-])")
"""A word without any capital; `pH`, `n-hexane` and the like begin as they are."""


@rule(Severity.ERROR, dp2("11.4"), catalogue=("TTL-01",))
def too_many_elements(subject: Subject) -> Iterator[Finding]:
    """The title of a document has more than three elements.

    A title goes from the general to the particular in at most three steps: the field, the subject,
    the aspect or part. Join two elements, or leave one out.
    """
    for title in document_titles(subject):
        elements = title.elements()
        if len(elements) > _LONGEST:
            yield Finding(
                title.at(elements[_LONGEST][0], len(title.text)),
                say("the title has {0} elements", len(elements)),
                say("write at most three, separated by ` — `"),
            )


@rule(Severity.ERROR, dp2("11.4"), catalogue=("TTL-05",))
def different_elements(subject: Subject) -> Iterator[Finding]:
    """The titles of a document have different elements in two languages.

    The versions are one document, and their titles say the same step by step. Write the same
    number of elements, separated by ` — `.
    """
    first: dict[str, DocumentTitle] = {}
    for title in document_titles(subject):
        reference = title.deliverable.metadata.reference_language
        text = title.deliverable.metadata.titles.get(reference)
        if text is None or title.language == reference:
            first.setdefault(title.deliverable.id, title)
            continue
        count, other = len(title.elements()), len(text.split(DASH))
        if count != other:
            yield Finding(
                title.at(0, len(title.text)),
                say("elements of the title: {0} here, {1} in `{2}`", count, other, reference),
                say("write the same elements in both, separated by ` — `"),
            )


@rule(Severity.WARNING, dp2("11.4"), catalogue=("TTL-06",), fixable=True)
def hyphen_between_elements(subject: Subject) -> Iterator[Finding]:
    """The elements of a title are not separated by a dash.

    The dash with a space on each side tells the elements apart on the cover, in catalogues and in
    the running heads. Write ` — `.
    """
    for title in document_titles(subject):
        for found in _HYPHEN.finditer(title.text):
            yield Finding(
                title.at(found.start(), found.end()),
                say("`{0}` between two elements of the title", found.group()),
                say("write ` — `"),
                edits=title.edits(found.start(), found.end(), DASH),
            )


@rule(Severity.ERROR, dp2("11.5.2"), catalogue=("TTL-04",))
def document_type(subject: Subject) -> Iterator[Finding]:
    """The title says what type of document it is.

    The cover says that it is a standard, a specification, a report or a guide; the title says what
    it is about. Leave these words out; `guidance` and `guidelines` can stay.
    """
    for title in document_titles(subject):
        pattern = _TYPES.get(title.language)
        for start, element in title.elements() if pattern else ():
            found = pattern.search(element) if pattern else None
            if found:
                yield Finding(
                    title.at(start + found.start(), start + found.end()),
                    say("`{0}` in a title names a type of document", found.group()),
                    say("say what the document is about, and leave its type out"),
                )


@rule(Severity.WARNING, catalogue=("TTL-09",))
def guidance_that_requires(subject: Subject) -> Iterator[Finding]:
    """The title promises guidance, and the text holds requirements.

    A reader who wants guidance expects recommendations, and one who must conform looks for
    requirements elsewhere. Say in the title what the document is about, or turn the requirements
    into recommendations.
    """
    for title in document_titles(subject):
        pattern = _GUIDANCE.get(title.language)
        for start, element in title.elements():
            found = pattern.match(element) if pattern else None
            first = _first_requirement(subject, title) if found else None
            if found and first:
                yield Finding(
                    title.at(start, start + found.end()),
                    say("`{0}` in the title of a text that requires", found.group()),
                    say("name the subject in the title, or recommend where the text requires"),
                    related=(Related(first, say("a requirement stands here")),),
                )


def _first_requirement(subject: Subject, title: DocumentTitle) -> Span | None:
    places = (
        provision.verb_span
        for version in subject.versions
        if version.deliverable is title.deliverable and version.standard.language == title.language
        for provision in version.provisions
        if provision.type is Type.REQUIREMENT
    )
    return next(places, None)


@rule(Severity.WARNING, dp2("11.5.2"), catalogue=("TTL-08",))
def method_title(subject: Subject) -> Iterator[Finding]:
    """The title of a test method or vocabulary is not worded as such titles are.

    Test methods are found under the words `Test method` or `Determination of …`, and documents that
    hold only terms under `Vocabulary`; other wordings of the same are lost in catalogues.
    """
    for title in document_titles(subject):
        pattern = _METHODS.get(title.language)
        found = pattern.search(title.text) if pattern else None
        if found:
            yield Finding(
                title.at(found.start(), found.end()),
                say("`{0}` in the title of a test method", found.group()),
                _METHOD[title.language],
            )
        named, write = _VOCABULARY.get(title.language, ("", ""))
        for start, element in title.elements() if named else ():
            if element.casefold() == named:
                yield Finding(
                    title.at(start, start + len(element)),
                    say("`{0}` in the title of a vocabulary", element),
                    say("write `{0}`", write),
                )


@rule(Severity.ERROR, dp2("11.4"), catalogue=("TTL-02", "STR-24"))
def part_without_name(subject: Subject) -> Iterator[Finding]:
    """The title of a part does not say which part it is.

    The number of the document says that it is a part, and so does the last element of its title:
    `Part 2: …`. Begin the last element with it, with the same number.
    """
    for title in document_titles(subject):
        number = _part_number(title.deliverable)
        elements = title.elements()
        named = [(start, element, _PART.match(element)) for start, element in elements]
        if number is None or title.language not in _PARTS:
            continue
        start, _, last = named[-1]
        if last is None or last[1] != number or any(one for *_, one in named[:-1]):
            yield Finding(
                title.at(start, len(title.text)),
                say("the number of the document is that of part {0}", number),
                say("begin the last element with `{0}`", _PARTS[title.language].format(number)),
            )


def _part_number(deliverable: Deliverable) -> str | None:
    found = _PART_OF.search(deliverable.metadata.number or "")
    return found[1] if found else None


@rule(Severity.WARNING, dp2("6.3"), catalogue=("STR-24",))
def part_of_part(subject: Subject) -> Iterator[Finding]:
    """A part is divided into parts, or its number is no figure.

    A document has parts, a part has none, and they are numbered with Arabic figures. Number the
    parts through, `-1`, `-2`, `-3`.
    """
    for deliverable in subject.workspace.deliverables:
        metadata = deliverable.metadata
        found = _PART_OF.search(metadata.number or "")
        odd = _ODD_PART.search(metadata.number or "")
        if odd or (found and found[2]):
            yield Finding(
                metadata.spans.get("number", metadata.span.first()),
                say("`{0}` is no number of a part", odd[1])
                if odd
                else say("`{0}` is the number of a part of a part", metadata.number),
                say("number the parts through"),
            )


@rule(Severity.ERROR, dp2("11.4"), catalogue=("TTL-03",))
def different_in_series(subject: Subject) -> Iterator[Finding]:
    """Two parts of a document have different titles before their part.

    What stands before `Part n` is the title of the whole series, the same in all parts. Write it
    as in the other part.
    """
    first: dict[tuple[str, str], DocumentTitle] = {}
    for title in document_titles(subject):
        number = title.deliverable.metadata.number or ""
        found = _PART_OF.search(number)
        if found is None:
            continue
        series = number[: found.start()].split(" ")[-1]
        other = first.setdefault((series, title.language), title)
        ours, theirs = _before_part(title), _before_part(other)
        if ours != theirs:
            yield Finding(
                title.at(0, max(1, len(ours))),
                say("the other part is called `{0}`", theirs),
                say("write the same before the part"),
                (Related(other.at(0, max(1, len(theirs))), say("the other part stands here")),),
            )


def _before_part(title: DocumentTitle) -> str:
    return DASH.join(element for _, element in title.elements() if not _PART.match(element))


@rule(Severity.WARNING, dp2("22.2"), catalogue=("STR-21", "TTL-07"), fixable=True)
def trailing_sign(subject: Subject) -> Iterator[Finding]:
    """A title ends with a sign of punctuation.

    A title is no sentence, and its place on the page already ends it. Delete the sign; a question
    mark can stay.
    """
    for title in document_titles(subject):
        found = _trailing(title.text)
        if found:
            place = title.at(found.start(), found.end())
            yield _ended(place, found.group(), title.edits(found.start(), found.end(), ""))
    for heading in headings(subject):
        text = prose(heading.inlines)
        found = _trailing(text.text)
        if found:
            place = text.span(found.start(), found.end())
            yield _ended(place, found.group(), (Edit(place, ""),))


def _trailing(text: str) -> re.Match[str] | None:
    if text[-1:].isalnum() or text.endswith(_SHORT):
        return None
    return _TRAILING.search(text, max(0, len(text) - 10))


def _ended(place: Span, sign: str, edits: tuple[Edit, ...]) -> Finding:
    message: Message = say("a title ends with `{0}`", sign.strip() or sign)
    return Finding(place, message, say("delete it"), edits=edits)


@rule(Severity.WARNING, dp2("11.4"), catalogue=("TTL-07",))
def title_case(subject: Subject) -> Iterator[Finding]:
    """A title has capitals within, or none at its beginning.

    In a title only the first word of each element and names have capitals, as in a sentence. Words
    that the text writes small are small in titles as well.
    """
    known = subject.vocabularies
    for heading in headings(subject):
        text = prose(heading.inlines)
        found = wrong_capital(text.text, heading.version, known)
        if found:
            yield _small(found.group(), text.span(found.start(), found.end()))
    versions = {(v.deliverable.id, v.standard.language): v for v in subject.versions}
    for title in document_titles(subject):
        version = versions.get((title.deliverable.id, title.language))
        for start, element in title.elements() if version else ():
            found = wrong_capital(element, version, known) if version else None
            if found:
                yield _small(found.group(), title.at(start + found.start(), start + found.end()))
            first = _SMALL_FIRST.match(element)
            if first:
                yield _large(first.group(), title.at(start, start + first.end()))


def _small(word: str, place: Span) -> Finding:
    return Finding(
        place, say("`{0}` has a capital in a title", word), say("write `{0}`", word.lower())
    )


def _large(word: str, place: Span) -> Finding:
    large = word[0].upper() + word[1:]
    return Finding(
        place, say("`{0}` begins an element of the title", word), say("write `{0}`", large)
    )
