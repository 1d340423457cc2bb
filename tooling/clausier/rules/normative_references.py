"""What is cited so that it binds, and how it is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clausier.check.entry import written
from clausier.check.rule import IR3, Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.check.wording import Wording, met, wording
from clausier.model.block import List, Paragraph
from clausier.model.inline import Break, Reference
from clausier.model.prose import prose
from clausier.model.walk import blocks
from clausier.model.workspace import Deliverable, Document
from clausier.resolve.resolved import Citation, Place, Use, Version
from clausier.source.diagnostic import Message, Related, Severity, say
from clausier.source.place import Span

_NORMATIVE = (Place.BODY, Place.TABLE_FOOTNOTE)
_NUMBER = re.compile(
    r"(?:CEN-CENELEC|(?:pr)?[A-Z][A-Za-z]*(?:/[A-Z][A-Za-z]*)*)"
    r"(?: [A-Za-z]+(?:/[A-Za-z]+)*)* [A-Z]?\d+(?:-\d+)*"
    r"(?:/[A-Za-z]+\d*)*(?:[+:/ -].*)?"
)
_PUBLISHED = re.compile(r"(?:ISO|IEC|CEN|CLC|EN|prEN|FprEN|HD|ETSI|CWA)(?![a-z])", re.IGNORECASE)
_HOUSE = re.compile(r"\b(?:ISO|IEC|ITU|CEN|CENELEC|CLC|ETSI|CWA|HD|(?:pr|Fpr)?EN)\b")
_CONDITIONS = ("acceptance", "agreement", "notice", "availability", "patents")
_YEAR = re.compile(r"\d(?:[:-](?:19|20)\d\d(?!\d)|[:-]?[ \u00a0]?[—–])\Z")
_DRAFT = re.compile(r"\bF?prEN\b|/(?:PWI|NP|AWI|WD|CD|DIS|FDIS|DTS|DTR|CDV)(?![A-Za-z])")
"""What publishers write into the number of a draft."""
_UNNAMED = re.compile(r"\d[\d-]*\Z")
_WRITTEN = re.compile(r"(?:ISO|IEC|CEN|CLC|EN|prEN|FprEN|HD|ETSI|CWA)(?![a-z])")
_ALL_PARTS = re.compile(r"\((?:all parts|toutes les parties|alle Teile)\)", re.IGNORECASE)
_MANAGEMENT = re.compile(
    r"(?:EN |ISO/|ISO |IEC )*(?:9001|14001|45001|22000|50001|22301|13485|37001|37301|55001|20121"
    r"|27001|20000-1|30301|41001|21001|39001|28000|16949|19443|44001|46001|56001)"
)
_DIRECTIVES = re.compile(
    r"\b(?:ISO/IEC|IEC|ISO)\s+Directives\b|\bDirectives\s+(?:ISO/IEC|ISO|IEC|CEI)\b"
    r"|\b(?:CEN[-/ ]CENELEC|CEN/CLC)\s+Internal\s+Regulations\b"
    r"|\bRèglement\s+[Ii]ntérieur\s+(?:du\s+)?CEN\b|\bGeschäftsordnung\b.*\bCEN\b"
)
_HOUSES = r"(?:(?:ISO|IEC|EN|CEN)(?:/[A-Z]+)*[ \u00a0])+"
_SERIES: dict[str, Wording] = {
    "en": wording(
        "eries amily uite",
        rf"\b{_HOUSES}\d+(?:-\d+)*(?::\d{{4}})?\s+(?:standards?\s+)?"
        r"(?:series|famil(?:y|ies)|suite)\b"
        rf"|\b(?:series|family|suite)\s+(?:of\s+(?:the\s+)?)?{_HOUSES}\d+",
    ),
    "fr": wording(
        "érie amille",
        r"\b(?:séries?|famille)\s+(?:de\s+(?:normes\s+)?|des\s+(?:normes\s+)?|d['’])?(?:l['’])?"
        rf"{_HOUSES}\d+",
    ),
    "de": wording(
        "eihe amilie erie",
        rf"\b(?:(?:Normen)?[Rr]eihe|Normenfamilie|(?:Normens|S)erie)\s+(?:der\s+(?:Normen\s+)?)?"
        rf"{_HOUSES}\d+"
        r"|\b(?:(?:ISO|IEC|EN|CEN)(?:/[A-Z]+)*[ \u00a0-])+\d+(?:-\d+)*-(?:Reihe|Serie|Familie)\b",
    ),
}


@rule(Severity.WARNING, dp2("15.4"), catalogue=("NRM-01", "NRM-02", "NRM-16"))
def typed_list(subject: Subject) -> Iterator[Finding]:
    """The normative references were typed.

    Clause 2 is written by the program: its sentence, and the documents that requirements cite, in
    their order. A list of one's own would stand there twice. Write the documents into
    `references.yml`, cite them as `@id`, and leave the file without text. A paragraph of references
    alone lists documents that a requirement cites in a way that no program sees.
    """
    for part in subject.parts:
        if part.clause is None or part.clause.kind != "normative-references":
            continue
        block = next(
            (one for one in blocks(part.clause.body) if isinstance(one, List | Paragraph)), None
        )
        if block is not None and not _only_refers(block):
            yield Finding(
                block.span.first(60),
                say("the text of Clause 2 is typed"),
                say("write the documents into `references.yml`, and cite them as `@id`"),
            )
    for version, citation, _ in _binding(subject):
        if citation.forced:
            use = next(one for one in citation.uses if one.place is Place.NORMATIVE_REFERENCES)
            yield Finding(
                use.reference.span,
                say("no requirement cites `{0}`", _name(citation, version)),
                say("cite it in a requirement, or take it out of Clause 2"),
            )


def _only_refers(block: List | Paragraph) -> bool:
    """Whether a block names documents and says nothing: so they are listed in any case."""
    return isinstance(block, Paragraph) and all(
        isinstance(one, Reference | Break) or not prose((one,)).text.strip(" ,;\n")
        for one in block.inlines
    )


@rule(Severity.ERROR, dp2("15.4"), catalogue=("NRM-05",))
def same_document_twice(subject: Subject) -> Iterator[Finding]:
    """One document stands in `references.yml` under two ids.

    It would be listed twice, perhaps once as a normative reference and once in the bibliography.
    Keep one entry, and cite it by its id.
    """
    for deliverable in subject.workspace.deliverables:
        first: dict[tuple[str, str], Document] = {}
        for document in deliverable.documents.values():
            if document.number is None:
                continue
            key = (" ".join(document.number.split()), document.date or "")
            other = first.setdefault(key, document)
            if other is not document:
                yield _twice(document, other, say("`{0}` has two ids", document.number))


def _twice(document: Document, other: Document, message: Message) -> Finding:
    return Finding(
        document.span,
        message,
        say("keep one of the two, and cite it by its id"),
        (Related(other.span, say("the other stands here")),),
    )


@rule(Severity.WARNING, IR3, catalogue=("NRM-19",))
def adopted(subject: Subject) -> Iterator[Finding]:
    """A standard is cited, and its European adoption as well.

    `EN ISO 9000` is `ISO 9000` as all members have to adopt it; whoever reads the European document
    works with that one. Cite the adoption alone, and take the other entry out.
    """
    for deliverable in subject.workspace.deliverables:
        numbered = {each.number: each for each in deliverable.documents.values() if each.number}
        for number, document in numbered.items():
            adoption = numbered.get(f"EN {number}")
            if adoption is not None:
                yield Finding(
                    document.span,
                    say("`{0}` is its European adoption", adoption.number),
                    say("cite `@{0}` instead, and take this entry out", adoption.id),
                    (Related(adoption.span, say("the other stands here")),),
                )


@rule(Severity.WARNING, dp2("10.5"), catalogue=("NRM-17",))
def dated_and_undated(subject: Subject) -> Iterator[Finding]:
    """One document is cited with a date and without.

    A dated reference means one edition, an undated one always the latest; a reader cannot follow
    both. Choose one of the two.
    """
    for deliverable in subject.workspace.deliverables:
        cited = _cited(subject, deliverable)
        first: dict[str, Document] = {}
        for document in deliverable.documents.values():
            if document.number is None or document.id not in cited:
                continue
            other = first.setdefault(" ".join(document.number.split()), document)
            if (other.date is None) is not (document.date is None):
                message = say("`{0}` is cited with a date and without", document.number)
                yield _twice(document, other, message)


def _cited(subject: Subject, deliverable: Deliverable) -> set[str]:
    return {
        use.reference.target
        for version in subject.versions
        if version.deliverable is deliverable
        for use in version.uses.values()
    }


def _number(subject: Subject, document: Document) -> Span:
    """Where the number of a document is written in `references.yml`."""
    return written(subject, document, document.number or "")


@rule(Severity.ERROR, dp2("10.4"), catalogue=("NRM-07",))
def date_in_number(subject: Subject) -> Iterator[Finding]:
    """The number of a document holds its date or its parts.

    Whether a reference is dated, and whether it means all parts, has keys of its own, from which
    the program writes it in each language. Write `number`, `date` and `parts: all` apart.
    """
    for document in _documents(subject):
        number = document.number or ""
        found = _YEAR.search(number) or _ALL_PARTS.search(number)
        if found:
            yield Finding(
                _number(subject, document),
                say("`{0}` holds more than a number", number),
                say("write the date as `date`, and all parts as `parts: all`"),
            )


@rule(Severity.ERROR, dp2("10.4"), catalogue=("NRM-07",))
def dated_series(subject: Subject) -> Iterator[Finding]:
    """All parts of a document are cited with one date.

    The parts appear in different years. Leave `date` out, or cite the one part that is meant.
    """
    for document in _documents(subject):
        if document.all_parts and document.date is not None:
            yield Finding(
                document.span,
                say("`{0}` has all parts and a date", document.number or document.id),
                say("leave `date` out, or cite one part"),
            )


def _documents(subject: Subject) -> Iterator[Document]:
    for deliverable in subject.workspace.deliverables:
        yield from deliverable.documents.values()


@rule(Severity.WARNING, dp2("10.2"), catalogue=("NRM-11", "NRM-12"))
def odd_number(subject: Subject) -> Iterator[Finding]:
    """The number of a standard is not written as its publisher writes it.

    Readers and search engines find a standard by its number: the publisher, a space, the figures,
    the part after a hyphen, as in `EN ISO 9000` or `ISO/TS 24082`.
    """
    for document in _documents(subject):
        number = document.number
        if number is None or document.type != "standard" or _DIRECTIVES.search(number):
            continue
        if not (_PUBLISHED.match(number) or _UNNAMED.match(number)):
            continue
        plain = _NUMBER.fullmatch(number) and number == " ".join(number.split(" "))
        if not (plain and _WRITTEN.match(number)):
            yield Finding(
                _number(subject, document),
                say("`{0}` is not written as numbers of standards are", number),
                say("write the publisher, a space, the figures: `ISO/TS 24082`"),
            )


@rule(Severity.WARNING, dp2("10.2"), catalogue=("NRM-09",))
def draft(subject: Subject) -> Iterator[Finding]:
    """A requirement cites a draft.

    A draft may still change, or never appear. Cite the published document, or wait; a draft that
    has reached its enquiry can be cited with a dash in the place of its date.
    """
    for version, citation, use in _binding(subject):
        if citation.document.status == "draft" or _DRAFT.search(citation.document.number or ""):
            yield Finding(
                use.reference.span,
                say("`{0}` is a draft, and a requirement cites it", _name(citation, version)),
                say("cite a published document, or take the reference out"),
            )


@rule(Severity.WARNING, dp2("10.2"), catalogue=("NRM-10",))
def unsettled_conditions(subject: Subject) -> Iterator[Finding]:
    """A requirement cites a document of another publisher, and not all is settled for that.

    Whoever conforms needs the document too. So it is widely accepted, its authors agree to be
    cited and tell of changes, it can be had on fair terms, and its patents can be licensed. Record
    in `conditions` what is settled, and settle the rest.
    """
    told: set[Span] = set()
    for _, citation, _ in _binding(subject):
        document = citation.document
        left = [each for each in _CONDITIONS if each not in document.conditions]
        if left and _is_of_another(document) and document.span not in told:
            told.add(document.span)
            listed = ", ".join(f"`{each}`" for each in left)
            yield Finding(
                document.span,
                say("not recorded for `{0}`: {1}", document.number or document.id, listed),
                say("add it to its `conditions` once it is settled"),
            )


def _is_of_another(document: Document) -> bool:
    """Whether neither ISO, IEC, ITU, CEN, CENELEC nor ETSI stands behind a document."""
    return not _HOUSE.search(f"{document.number or ''} {document.publisher or ''}")


@rule(Severity.WARNING, dp2("10.2"), catalogue=("NRM-11",))
def withdrawn(subject: Subject) -> Iterator[Finding]:
    """A requirement cites a document that was withdrawn.

    Its publisher no longer stands behind it, and readers may not find it. Cite the document that
    replaces it.
    """
    for version, citation, use in _binding(subject):
        if citation.document.status == "withdrawn":
            yield Finding(
                use.reference.span,
                say("`{0}` is withdrawn, and a requirement cites it", _name(citation, version)),
                say("cite the document that replaces it"),
            )


@rule(Severity.ERROR, dp2("33.1"), catalogue=("NRM-14", "LEG-07"))
def management_system(subject: Subject) -> Iterator[Finding]:
    """A requirement asks for a management system.

    Whether a product, process or service conforms must not hang on the management system of those
    who provide it. Say what is asked of the service itself, or cite the document for information.
    """
    for version, citation, use in _binding(subject):
        number = citation.document.number or ""
        titles = " ".join(version.deliverable.metadata.titles.values()).lower()
        if _MANAGEMENT.fullmatch(number) and "management system" not in titles:
            yield Finding(
                use.reference.span,
                say("a requirement cites `{0}`", _name(citation, version)),
                say("say what is asked of the service itself, or cite it for information"),
            )


@rule(Severity.WARNING, dp2("10.2"), catalogue=("NRM-15",))
def directives(subject: Subject) -> Iterator[Finding]:
    """The rules for writing standards are cited.

    They bind those who write the document, not those who use it. Take the reference out.
    """
    for version in subject.versions:
        for citation in (*version.normative, *version.bibliography):
            document = citation.document
            names = " ".join((document.number or "", *document.titles.values()))
            if _DIRECTIVES.search(names):
                yield Finding(
                    citation.uses[0].reference.span,
                    say("the drafting rules are cited: `{0}`", document.id),
                    say("take the reference out"),
                )


@rule(Severity.WARNING, dp2("15.5"), catalogue=("NRM-20",))
def untranslated_title(subject: Subject) -> Iterator[Finding]:
    """A normative reference has no title in the language of the text.

    Clause 2 lists each document with its title. Add the title in this language to
    `references.yml`.
    """
    for version in subject.versions:
        code = version.standard.language
        for citation in version.normative:
            if not citation.document.titles.get(code):
                yield Finding(
                    citation.document.span,
                    say("`{0}` has no title in `{1}`", _name(citation, version), code),
                    say("add `{0}: …` to its `title`", code),
                )


@rule(Severity.WARNING, dp2("10.6"), catalogue=("NRM-18",), alone=True)
def series(subject: Subject) -> Iterator[Finding]:
    """Several parts of a standard are called a series or family.

    A reference to all parts is written with the number and `(all parts)`: `ISO 9000 (all parts)`.
    Give the document `parts: all` in `references.yml`, and cite it as `@id`.
    """
    for one in met(subject, _SERIES):
        yield Finding(
            one.span(),
            say("`{0}` names several parts", " ".join(one.match.group().split())),
            say("give the document `parts: all` in `references.yml`, and write `@id` alone"),
        )


def _binding(subject: Subject) -> Iterator[tuple[Version, Citation, Use]]:
    """Each normative reference with the first place that may bind."""
    for version in subject.versions:
        for citation in version.normative:
            yield version, citation, _first(citation.uses)


def _first(uses: Iterable[Use]) -> Use:
    known = tuple(uses)
    return next((use for use in known if use.place in _NORMATIVE), known[0])


def _name(citation: Citation, version: Version) -> str:
    target = version.targets.get(citation.document.id)
    return target.name if target else citation.document.id
