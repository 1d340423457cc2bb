"""The bibliography lists what is cited for information."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausier.check.entry import written
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.model.block import List, Paragraph
from clausier.model.walk import blocks, clauses
from clausier.model.workspace import Document
from clausier.source.diagnostic import Severity, say
from clausier.source.place import Span


@rule(Severity.WARNING, dp2("21.4"), catalogue=("BIB-01", "BIB-02", "STR-12"))
def typed_list(subject: Subject) -> Iterator[Finding]:
    """The bibliography was typed.

    The program lists the documents that the text cites for information, numbers them and links
    them. A list of one's own has other numbers, and no reference leads to it. Write the documents
    into `references.yml`, cite them as `@id`, and leave the file without text.
    """
    for part in subject.parts:
        if part.clause is None or part.clause.kind != "bibliography":
            continue
        for clause in clauses((part.clause,)):
            for block in blocks(clause.body):
                if isinstance(block, List | Paragraph):
                    yield Finding(
                        block.span.first(60),
                        say("the bibliography is typed"),
                        say("write the documents into `references.yml`, and cite them as `@id`"),
                    )
                    break


@rule(Severity.INFO, dp2("10.3"), catalogue=("BIB-03", "NRM-12"))
def no_address(subject: Subject) -> Iterator[Finding]:
    """A source on the web has no address.

    Without it nobody can find the page. Write its `url`, and the day on which it was read as
    `issued` where it has no date of its own.
    """
    for deliverable in subject.workspace.deliverables:
        for document in deliverable.documents.values():
            if document.type == "web" and document.url is None:
                yield Finding(
                    document.span,
                    say("`{0}` has no address", document.id),
                    say("write its `url`"),
                )


@rule(Severity.INFO, dp2("10.3"), catalogue=("BIB-03", "NRM-12"))
def incomplete(subject: Subject) -> Iterator[Finding]:
    """A source lacks what a reader needs to find it.

    An article stands in a journal and a chapter in a book, each of a year; a book and a report have
    a year. Write `container` and `issued`.
    """
    for document in _documents(subject):
        lacking = _lacking(document)
        if lacking:
            yield Finding(
                document.span,
                say("`{0}` lacks `{1}`", document.id, "`, `".join(lacking)),
                say("write what ISO 690 asks for: the journal or book, and the year"),
            )


_SOUGHT = {
    "article": ("container", "issued"),
    "chapter": ("container", "issued"),
    "book": ("issued",),
    "report": ("issued",),
}


def _lacking(document: Document) -> tuple[str, ...]:
    """The keys of a document that are sought in vain."""
    known = {"container": document.container, "issued": document.issued}
    return tuple(key for key in _SOUGHT.get(document.type, ()) if not known[key])


@rule(Severity.WARNING, dp2("10.3"), catalogue=("NRM-12",))
def odd_title(subject: Subject) -> Iterator[Finding]:
    """The title of a document holds signs or words that are none of it.

    The program prints the title in italics after the number; a stop, quotation marks or the number
    would stand there twice, and the elements of a title are separated by a dash.
    """
    for document in _documents(subject):
        for title in document.titles.values():
            found = _ODD_TITLE.search(title) or _number_in(title, document)
            if document.type == "standard":
                found = found or _HYPHEN.search(title)
            if found and not title.endswith(_SHORT):
                at = written(subject, document, title)
                place = Span(at.path, at.start + found.start(), at.start + found.end())
                yield Finding(
                    place if at is not document.span else at,
                    say("`{0}` in the title of `{1}`", found.group().strip(), document.id),
                    say("write the title alone, its elements separated by ` — `"),
                )


_ODD_TITLE = re.compile(r'(?<=\w)[.;]\Z|\A[“„«"](?=[^“”„«»"]+[“”»"]\Z)')
_HYPHEN = re.compile(r"(?<=\w)[ \u00a0](?:-{1,2}|–)[ \u00a0](?=\w)")
_SHORT = ("etc.", "usw.", "Co.", "Inc.", "Ltd.")


def _number_in(title: str, document: Document) -> re.Match[str] | None:
    number = document.number or ""
    return re.match(rf"{re.escape(number)}\b[:,.]?", title) if number else None


def _documents(subject: Subject) -> Iterator[Document]:
    for deliverable in subject.workspace.deliverables:
        yield from deliverable.documents.values()
