"""The bibliography lists what is cited for information."""

from __future__ import annotations

from collections.abc import Iterator

from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.model.block import List, Paragraph
from clausier.model.walk import blocks, clauses
from clausier.source.diagnostic import Severity, say


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
