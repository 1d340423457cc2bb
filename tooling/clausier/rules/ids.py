"""Every name means one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from clausier.check.gather import Thing
from clausier.check.namespace import by_version, documents, principles, proposals
from clausier.check.rule import Finding, dp2, rule
from clausier.check.subject import Subject
from clausier.model.clause import Placed
from clausier.source.diagnostic import Message, Related, Severity, say
from clausier.source.place import Span


@rule(Severity.ERROR, dp2("22.1"), catalogue=("STR-26",))
def duplicate_id(subject: Subject) -> Iterator[Finding]:
    """Two things have the same id.

    A reference by this id could lead to either, and so could a comment or a link to the site.
    Within a deliverable and language, clauses, terms, tables, figures, formulae, notes, items,
    provisions, cited documents, principles and proposals share one list of ids. Give one of the
    two another id, and change the references that mean it.
    """
    for space in _namespaces(subject):
        first: dict[str, Thing] = {}
        for thing in space:
            other = first.setdefault(thing.id, thing)
            if other is not thing:
                yield _also(subject, thing, other, say("the id `{0}` is taken", thing.id))
    for placed in _apart(subject):
        yield from _twice(placed)


def _also(subject: Subject, thing: Thing, other: Thing, message: Message) -> Finding:
    return Finding(
        subject.place(thing),
        message,
        say("give it another id"),
        (Related(subject.place(other), say("also defined here")),),
    )


def _namespaces(subject: Subject) -> Iterator[Iterable[Thing]]:
    workspace = subject.workspace
    shared = (*principles(workspace), *proposals(workspace))
    own = by_version(subject)
    for deliverable in workspace.deliverables:
        cited = tuple(documents(deliverable))
        yield chain(cited, shared)
        for standard in deliverable.standards:
            yield chain(cited, shared, own.get((deliverable.id, standard.language), ()))
    if not workspace.deliverables:
        yield shared


def _apart(subject: Subject) -> Iterator[list[Placed]]:
    """The ids that are unique only among their like: principles and sessions of one language."""
    found: dict[tuple[str, str], list[Placed]] = {}
    for principle in subject.workspace.principles:
        found.setdefault(("", principle.language), []).append(principle.id)
    for seminar in subject.workspace.seminars:
        for session in seminar.sessions:
            found.setdefault((seminar.folder, session.language), []).append(session.id)
    yield from found.values()


def _twice(ids: Iterable[Placed]) -> Iterator[Finding]:
    first: dict[str, Span] = {}
    for id in ids:
        other = first.setdefault(id.value, id.span)
        if other != id.span:
            yield Finding(
                id.span,
                say("the id `{0}` is taken", id.value),
                say("give it another id"),
                (Related(other, say("also defined here")),),
            )


@rule(Severity.ERROR, catalogue=("STR-26",))
def differs_only_in_case(subject: Subject) -> Iterator[Finding]:
    """Two ids differ only in capitals.

    Readers cannot tell them apart, and on some computers the pages of the two would be one file.
    Give one of the two another id; ids are written in small letters.
    """
    for space in _namespaces(subject):
        first: dict[str, Thing] = {}
        for thing in space:
            other = first.setdefault(thing.id.casefold(), thing)
            if other.id != thing.id:
                message = say(
                    "the id `{0}` differs from `{1}` only in capitals", thing.id, other.id
                )
                yield _also(subject, thing, other, message)
